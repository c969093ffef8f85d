"""Whom force struck: victims in relative clauses and circumstances, sites, the sentenced, those driven out, relatives."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # victims in a relative clause whose pronoun takes the act up
    Row("2018-03-02", "وقع هجوم في كابول قتل خلاله شرطي.", fact("ASSAULT", "هجوم", a="", r="AFG COP")),
    Row("2011-09-05", "ندد المجلس بالهجوم الذي قتل خلاله جندي مالي.", fact("ASSAULT", "الهجوم", r="MLI MIL")),
    Row("2016-10-01", "اندلعت معارك عنيفة في سرت سقط فيها عشرات القتلى.", fact("ASSAULT", "معارك", r="LBY UNK")),
    # people and not what somebody was doing
    Row("2018-01-09", "فرقت الشرطة متظاهرين في تونس.", fact("ASSAULT", "فرقت", a="TUN COP", r="TUN CVL")),
    Row("2014-11-02", "قتل مدني واحد جراء قصف المتمردين.", fact("ASSAULT", "قصف", r="? CVL")),
    Row(
        "2015-08-11",
        "قال المرصد إن قياديا في تنظيم داعش قتل في غارة قرب الرقة.",
        fact("ASSAULT", "غارة", r="IMG REB islamic"),
    ),
    Row("2009-04-15", "لقي أمين شرطة مصرعه برصاص مسلحين في أسيوط.", fact("ASSAULT", "لقي", r="EGY COP")),
    # the sentenced
    Row(
        "2014-04-28",
        "حكمت محكمة مصرية بإعدام 12 متهما.",
        fact("SANCTION", "حكمت", a="EGY JUD", r="EGY CRM"),
    ),
    # sites stand for those who hold them
    Row("2017-04-21", "شنت طالبان هجوما على قاعدة عسكرية في بلخ.", fact("ASSAULT", "هجوما", r="AFG MIL")),
    Row("2013-08-19", "هاجم مسلحون مقرات حكومية في بنغازي.", fact("ASSAULT", "هاجم", r="LBY GOV")),
    Row("2020-05-01", "شنت الجماعة هجمات على الارتكازات الأمنية في سيناء.", fact("ASSAULT", "هجمات", r="EGY COP")),
    Row("2019-03-01", "زار الوزير الفرنسي قاعدة عسكرية في مالي.", fact("CONSULT", "زار", a="FRA GOV", r="")),
    # driven out
    Row(
        "2015-07-21",
        "استعاد مقاتلون الأحياء الشمالية من مدينة عدن من المقاتلين الحوثيين.",
        fact("COERCE", "استعاد", r="YEM REB"),
    ),
    # whose ranks, whose relatives, more of those
    Row("2016-06-03", "سقط عشرات القتلى في صفوف الحوثيين في غارة.", fact("ASSAULT", "غارة", r="YEM REB")),
    Row(
        "2015-08-01",
        "قتلت القوات الإسرائيلية شابا فلسطينيا وأصابت والديه بجروح.",
        fact("ASSAULT", "قتلت", a="ISR MIL", r="PSE UNK; PSE CVL"),
    ),
    Row(
        "2015-08-01",
        "أدى القصف إلى مقتل عشرة عناصر من تنظيم داعش وإصابة آخرين.",
        fact("ASSAULT", "القصف", r="IMG REB; IMG REB"),
    ),
    # ranks, units and comrades
    Row(
        "2015-08-08",
        "قتل نقيب شرطة ومجند وأصيب ثلاثة آخرون، إثر انفجار عبوة ناسفة بمدينة العريش.",
        fact("ASSAULT", "انفجار", a="", r="EGY COP; EGY MIL; EGY MIL"),
    ),
    Row(
        "2012-02-02", "أسفر الهجوم في حماة عن مقتل عقيد وإصابة جنديين.", fact("ASSAULT", "الهجوم", r="SYR MIL; SYR MIL")
    ),
    Row("2015-03-29", "الغارات استهدفت اللواء 17 مشاة في تعز.", fact("ASSAULT", "الغارات", r="YEM MIL")),
    Row("2019-11-21", "قتل جندي تونسي 3 من زملائه.", fact("ASSAULT", "قتل", a="TUN MIL", r="TUN MIL")),
    # what is counted and gathered, who is told of between commas
    Row("2016-07-18", "داهمت الشرطة التركية أكثر من 100 موقع في إسطنبول.", fact("COERCE", "داهمت", a="TUR COP", r="")),
    Row("2017-05-05", "قصفت الطائرات نقطة تجمع لتنظيم داعش في الرقة.", fact("ASSAULT", "قصفت", r="IMG REB")),
    Row(
        "2014-12-01",
        "خطفت جبهة النصرة، ذراع تنظيم القاعدة في سوريا، من جديد خمسة مدنيين.",
        fact("ASSAULT", "خطفت", a="IMG REB", r="SYR CVL"),
    ),
    # nationals in the accusative, counts with an aside, manner, dead beside wounded
    Row("2012-06-01", "قتل مسلحون سورياً وليبياً في بيروت.", fact("ASSAULT", "قتل", r="SYR CVL; LBY CVL")),
    Row("2015-07-24", "مقتل 29 على الأقل من تنظيم داعش قرب الرقة", fact("ASSAULT", "مقتل", r="IMG REB")),
    Row("2015-08-08", "توفي والد الرضيع الفلسطيني الذي قتل حرقا.", fact("ASSAULT", "قتل", a="", r="PSE CVL")),
    Row(
        "2010-02-03",
        "أسفر الهجوم في عدن عن مقتل مدني وجرح عشرة آخرين.",
        fact("ASSAULT", "الهجوم", r="YEM CVL; YEM CVL"),
    ),
    Row("2010-02-03", "قتل شخص وجرح آخران في انفجار في عدن.", fact("ASSAULT", "انفجار", r="YEM UNK; YEM UNK")),
    Row("2016-08-09", "ذكر أن مسؤولين محليين وصفوهم بأنهم مقاتلون.", fact("SAY", "وصفوهم")),
    # taken after battles; those loyal to one side are of that side
    Row(
        "2015-08-09",
        "سيطرت القوات اليمنية على زنجبار بعد معارك مع المتمردين الحوثيين.",
        fact("COERCE", "سيطرت", a="YEM MIL", r="YEM REB"),
    ),
    Row(
        "2016-01-09", "قصف التحالف الحوثيين والقوات الموالية لهم في صعدة.", fact("ASSAULT", "قصف", r="YEM REB; YEM REB")
    ),
    Row(
        "2014-01-09",
        "استهدفت الفصائل قوات النظام السوري والمسلحين الموالين لها.",
        fact("ASSAULT", "استهدفت", r="SYR MIL; SYR PRM"),
    ),
    # threats and their targets, sentences carried out, escapes, two men side by side
    Row("2019-08-01", "هدد ترامب بفرض عقوبات على الشركات الصينية.", fact("THREATEN", "هدد", a="USA GOV", r="CHN BUS")),
    Row("2016-11-10", "توعد الرئيس المصري بالرد على المسلحين.", fact("THREATEN", "توعد", r="? UAF")),
    Row("2012-07-10", "حذر الجيش السوري المسلحين من مغبة التقدم.", fact("THREATEN", "حذر", a="SYR MIL", r="? UAF")),
    Row(
        "2015-06-10",
        "نفذ تنظيم داعش حكم الإعدام بحق خمسة رجال في الموصل.",
        fact("SANCTION", "حكم", a="IMG REB", r="IRQ UNK"),
    ),
    Row("2009-09-05", "نجا وزير الدفاع الصومالي من هجوم انتحاري.", fact("ASSAULT", "هجوم", a="", r="SOM GOV")),
    Row("2017-02-04", "مصرع ستة جنود في كمين لحركة الشباب", fact("ASSAULT", "كمين", a="SOM REB", r="SOM MIL")),
    Row("2015-12-01", "أقال الرئيس التونسي وزير الداخلية.", fact("SANCTION", "أقال", a="TUN GOV", r="TUN GOV")),
    Row("2015-12-01", "مقتل ثمانية عناصر تكفيرية في سيناء", fact("ASSAULT", "مقتل", r="EGY REB")),
    Row("2016-03-01", "أوقفت السلطات التونسية خلية تكفيرية.", fact("COERCE", "أوقفت", a="TUN GOV", r="TUN REB")),
    # means, detainees, drones, neutralised, wrested
    Row(
        "2024-01-10",
        "اغتيال قيادي في حماس بغارة إسرائيلية على صيدا",
        fact("ASSAULT", "اغتيال", a="ISR GOV", r="PSE REB"),
    ),
    Row(
        "2022-11-01",
        "مقتل جندي إسرائيلي وإصابة ثلاثة في عملية دهس قرب رام الله",
        fact("ASSAULT", "مقتل", r="ISR MIL; ISR MIL"),
    ),
    Row("2013-05-01", "عذبت قوات الأمن معتقلين في سجن صيدنايا.", fact("ASSAULT", "عذبت", a="SYR COP", r="SYR CVL")),
    Row("2021-03-01", "أحرق مستوطنون سيارات فلسطينيين في نابلس.", fact("ASSAULT", "أحرق", a="ISR CVL", r="PSE CVL")),
    Row(
        "2022-04-20",
        "أعلنت وزارة الدفاع التركية تحييد 12 عنصرا من حزب العمال الكردستاني شمالي العراق.",
        fact("ASSAULT", "تحييد", r="TUR REB"),
    ),
    Row(
        "2023-05-06",
        "فتح مسلح النار على متسوقين في تكساس فقتل ثمانية أشخاص.",
        fact("ASSAULT", "النار", r="USA CVL; USA UNK"),
    ),
    Row("2017-02-20", "انتزعت القوات العراقية حي الزهور من داعش.", fact("COERCE", "انتزعت", a="IRQ MIL", r="IMG REB")),
    Row("2025-01-28", "سيطر المتمردون على مدينة غوما من الجيش الكونغولي.", fact("COERCE", "سيطر", r="COD MIL")),
    Row("2022-10-01", "طعن فلسطيني مستوطنا إسرائيليا في القدس.", fact("ASSAULT", "طعن", a="PSE CVL", r="ISR CVL")),
    # fallen dead, run over, nationals spelled as states, part of those
    Row(
        "2018-11-20",
        "سقط ثلاثة من عناصر الشرطة قتلى في كمين نصبه متشددون في سيناء.",
        fact("ASSAULT", "كمين", r="EGY COP"),
    ),
    Row("2018-11-20", "دهس مستوطن طفلة فلسطينية في الخليل.", fact("ASSAULT", "دهس", a="ISR CVL", r="PSE CVL")),
    Row("2021-06-20", "السلطات المغربية ترحل صحفيا إسبانيا.", fact("COERCE", "ترحل", a="MAR GOV", r="ESP JRN")),
    Row(
        "2021-06-20",
        "داهمت قوات الأمن منازل ناشطين في عدن واعتقلت عددا منهم.",
        fact("COERCE", "اعتقلت", r="YEM SOC"),
    ),
    Row(
        "2018-05-10", "تظاهر مئات المدرسين في طهران واعتقلت الشرطة العشرات منهم.", fact("COERCE", "اعتقلت", r="IRN EDU")
    ),
    Row("2018-05-10", "قمعت السلطات الإيرانية تظاهرة لمدرسين.", fact("ASSAULT", "قمعت", a="IRN GOV", r="IRN EDU")),
    # staff and press of a body, the displaced
    Row("2024-04-02", "مقتل ثلاثة موظفين في منظمة أطباء بلا حدود في غزة", fact("ASSAULT", "مقتل", r="NGO MED")),
    Row("2021-11-10", "احتجز الحوثيون موظفين في الأمم المتحدة بصنعاء.", fact("COERCE", "احتجز", r="UNO -")),
    Row(
        "2022-05-11",
        "مقتل صحفي في قناة الجزيرة برصاص الجيش الإسرائيلي",
        fact("ASSAULT", "مقتل", a="ISR MIL", r="QAT JRN"),
    ),
    Row("2012-06-11", "اغتال مسلحون مصور وكالة رويترز في مقديشو.", fact("ASSAULT", "اغتال", r="GBR JRN")),
    Row("2018-06-11", "استهدف القصف نازحين في إدلب.", fact("ASSAULT", "القصف", r="SYR REF")),
    Row("2024-06-11", "قصفت الطائرات مدرسة تؤوي نازحين في غزة.", fact("ASSAULT", "قصفت", r="PSE REF")),
    # nobody's act
    Row("2018-11-20", "لقي عشرة مصرعهم في تصادم قطارين في مصر.", no("ASSAULT", "لقي")),
    Row("2018-11-20", "أعلنت مصادر مقتل 12 شخصا في تحطم مروحية في باكستان.", no("ASSAULT", "مقتل")),
    Row(
        "2015-08-04",
        "خطفت جبهة النصرة ذراع تنظيم القاعدة في سوريا خمسة مدنيين.",
        fact("ASSAULT", "خطفت", a="IMG REB", r="SYR CVL"),
    ),
    Row(
        "2018-11-20",
        "قتلت كتائب القسام الجناح العسكري لحركة حماس ثلاثة جنود إسرائيليين.",
        fact("ASSAULT", "قتلت", a="PSE REB", r="ISR MIL"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_struck(row: Row, want: Fact) -> None:
    check(row, want)
