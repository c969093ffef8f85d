"""Group 18: recipients — whom an act befalls or words are said to, and who is not a recipient though he stands near."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # «الذي تم اغتياله» "whose assassination took place": the pronoun is whom the clause is about, who did not do it
    Row(
        "2016-05-20",
        "قال القيادي في الحزب عماد مغنية الذي تم اغتياله في دمشق عام 2008.",
        fact("ASSAULT targeted", "اغتياله", a="", r="LBN PRM"),
    ),
    Row(
        "2017-03-10",
        "أفرجت السلطات السودانية عن الناشط أحمد سعيد الذي جرى توقيفه الأسبوع الماضي.",
        fact("COERCE arrest", "توقيفه", a="", r="SDN SOC"),
    ),
    # whom words are said to
    Row(
        "2012-05-14",
        "أكدت تقارير عدة فرار ضباط من الحرس الجمهوري الموالي للرئيس اليمني السابق علي عبد الله صالح.",
        fact("SAY", "أكدت", r=""),
    ),
    Row(
        "2009-02-03",
        "وفي إشارة موجهة لرئيس الوزراء التركي، قال النائب المعارض إن الحكومة فشلت.",
        fact("SAY", "قال", r=""),
    ),
    Row(
        "2019-10-08",
        "وصرح قائد الشرطة العراقية أمام صحافيين بأن التحقيق انتهى.",
        fact("SAY", "صرح", r="? JRN"),
    ),
    # victims belong to the act that left them dead
    Row(
        "2014-03-02",
        "والهجوم المزدوج في مدينة لاهور أسفر عن مقتل تسعة أشخاص، فيما لقي ستة مصرعهم في تفجير استهدف حافلة في كويتا.",
        fact("ASSAULT", "الهجوم", r="PAK UNK"),
        fact("ASSAULT", "تفجير", r="PAK UNK"),
    ),
    Row(
        "2017-09-15",
        "وقع هجوم انتحاري استهدف مطعما في الناصرية وأودى بحياة 50 شخصا.",
        fact("ASSAULT", "هجوم", r="IRQ UNK"),
        no("ASSAULT", "أودى"),
    ),
    Row(
        "2018-08-09",
        "قصفت طائرات التحالف حافلة في صعدة، ما أدى إلى مقتل 29 طفلا.",
        fact("ASSAULT", "قصفت", r="YEM CVL"),
    ),
    Row(
        "2021-05-08",
        "قال مسؤول أفغاني إن 30 شخصا، معظمهم من الطلاب، قتلوا في انفجار في كابول.",
        fact("ASSAULT", "انفجار", r="AFG EDU"),
    ),
    # who is condemned, praised or refused: the author of the act
    Row(
        "2014-03-03",
        "أدانت لندن وبرلين التدخل الروسي في القرم، ونددت وارسو باعتقال الشرطة ناشطين.",
        fact("ACCUSE", "أدانت", r="RUS GOV"),
    ),
    Row(
        "2016-07-16",
        "رحب الأمين العام للجامعة العربية بإقرار مجلس النواب اللبناني قانون الانتخابات.",
        fact("SUPPORT", "رحب", r="LBN LEG"),
    ),
    Row(
        "2013-11-05",
        "وأعرب وزير الخارجية العراقي عن إدانته للأعمال الإرهابية التي يقوم بها تنظيم القاعدة في بلاده.",
        fact("ACCUSE", "إدانته", r="IMG REB"),
    ),
    Row(
        "2009-12-01",
        "انتقدت طهران السياسة الأميركية في الخليج.",
        fact("ACCUSE", "انتقدت", r="USA GOV"),
    ),
    Row(
        "2013-12-16",
        "بدأت الأزمة مع اتهام الرئيس الأوغندي يويري موسيفيني وزير دفاعه السابق بالتخطيط لانقلاب.",
        fact("ACCUSE", "اتهام", a="UGA GOV museveni", r="UGA ELI"),
    ),
    # a pronoun on the preposition
    Row(
        "2010-08-17",
        "اعتقلت الشرطة التونسية طفلا في منزله، ثم أفرجت عنه مساء.",
        fact("RETREAT", "أفرجت", r="TUN CVL"),
    ),
    # wounded beside the dead
    Row(
        "2008-10-06",
        "قتل جنديان باكستانيان وأصيب سبعة آخرون في هجوم على موقع للجيش في وادي سوات.",
        fact("ASSAULT", "هجوم", r="PAK MIL; PAK MIL; PAK MIL"),
    ),
    Row(
        "2012-07-18",
        "وأسفرت الاشتباكات عن مقتل ثلاثة جنود سوريين وإصابة 12.",
        fact("ASSAULT", "الاشتباكات", r="SYR MIL; SYR MIL"),
    ),
    Row("2016-04-03", "وأصيب 15 آخرون في المستشفى بالتسمم.", no("ASSAULT", "أصيب")),
    # who holds the place that was hit is no recipient once its victims are told; who lost the place is
    Row(
        "2014-08-25",
        "وقتل مدنيون عندما أطلق الانفصاليون النار على بلدة ماريينكا الخاضعة للجيش الأوكراني.",
        fact("ASSAULT", "النار", r="UKR CVL"),
    ),
    Row(
        "2017-02-23",
        "تمكنت القوات العراقية من استعادة مطار الموصل من تنظيم الدولة الإسلامية.",
        fact("COERCE", "استعادة", r="IMG REB"),
    ),
    # of whom a thing is asked, whom an inquiry is about, where a visit would have led, who heard the words
    Row(
        "2013-06-11",
        "طالبت الحكومة الأردنية من الأمم المتحدة زيادة مساعدات اللاجئين.",
        fact("REQUEST", "طالبت", r="UNO -"),
    ),
    Row("2019-08-14", "طالبت روسيا بانسحاب القوات التركية من سوريا.", fact("REQUEST", "طالبت", r="")),
    Row(
        "2006-03-08",
        "فتحت النيابة العامة المصرية تحقيقا مع وزير الإسكان السابق.",
        fact("ACCUSE", "تحقيقا", r="EGY ELI"),
    ),
    Row(
        "2022-10-03",
        "أعلنت الخارجية الألمانية تأجيل زيارة المستشار أولاف شولتس إلى قطر.",
        fact("REJECT", "تأجيل", r="QAT GOV"),
    ),
    Row(
        "2011-09-19",
        "وقال المتحدث باسم الحكومة اليمنية في تصريحات لـ«الحياة» إن الحوار مستمر.",
        fact("SAY", "قال", r="? JRN"),
    ),
    Row(
        "2018-11-28",
        "وقال المبعوث الأممي مارتن غريفيث خلال زيارة للكويت إن المشاورات قريبة.",
        fact("SAY", "قال", r=""),
    ),
    Row(
        "2016-05-17",
        "تمكن الجيش الليبي بدعم من قوات فرنسية من السيطرة على مطار بنغازي.",
        fact("AID", "بدعم", r="LBY MIL"),
    ),
    Row(
        "2013-10-10",
        "علقت الولايات المتحدة مساعداتها العسكرية لمصر.",
        fact("SANCTION", "علقت", a="USA GOV", r="EGY GOV"),
        no("AID", None),
    ),
    Row(
        "2018-03-27",
        "وعلقت بريطانيا الاتصالات رفيعة المستوى مع روسيا.",
        fact("SANCTION discontinue", "علقت", a="GBR GOV", r="RUS GOV"),
    ),
    Row(
        "2023-05-02",
        "قررت كندا طرد دبلوماسي صيني.",
        fact("SANCTION expel", "طرد", a="CAN GOV", r="CHN GOV"),
    ),
]


@pytest.mark.parametrize(("row", "wanted"), cases(ROWS))
def test_recipients(row: Row, wanted: Fact) -> None:
    check(row, wanted)
