"""Group 12: on whose word: statements, carriers, «according to», quotations in quotations, scare quotes."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # Whoever it is that says so, somebody speaks; what one goes by is nobody's word.
    Row("2017-06-03", "وأضاف المكتب أن السيول ألحقت أضرارا بمقر البعثة.", fact("SAY", "أضاف")),
    Row("2017-06-03", "وبحسب المعلومات، فإن الشرطة اعتقلت ثلاثة من أعضاء الحزب في نيروبي.", no("SAY", "بحسب")),
    Row(
        "2017-06-03",
        "نشرت حركة الشباب شريطا مصورا أعلنت فيه أنها ستقاطع الانتخابات.",
        fact("SAY", "أعلنت", a="SOM REB"),
        no("SAY", "نشرت"),
    ),
    Row(
        "2013-06-14",
        "نقلت وكالة رويترز عن مسؤول أميركي قوله إن واشنطن سترسل أسلحة إلى المعارضة السورية.",
        fact("SAY", "نقلت", a="GBR JRN reuters"),
        fact("SAY", "قوله", a="USA GOV", s="GBR JRN reuters", c="واشنطن سترسل أسلحة"),
        fact("AGREE", "سترسل", a="USA GOV", r="SYR ?", f="future", s="USA GOV", v="GBR JRN reuters"),
    ),
    Row(
        "2017-04-18",
        "وقالت وزارة الدفاع العراقية في بيان نشر على صفحتها في فيسبوك إن القوات المشتركة قتلت عشرين مسلحا غرب الموصل.",
        fact("SAY", "قالت", a="IRQ ?", s="-"),
        fact("ASSAULT", "قتلت", a="IRQ MIL", s="IRQ ?", v="-", p="IRQ mosul"),
    ),
    Row(
        "2010-06-20",
        "أعلنت الخارجية الإيرانية طرد دبلوماسي بريطاني. وأضافت الوزارة أن لندن دعمت متمردين في زاهدان.",
        fact(
            "SANCTION expel",
            "طرد",
            a="IRN GOV",
            r="GBR GOV",
            s="IRN GOV",
        ),
        fact("SUPPORT", "دعمت", a="GBR GOV", s="IRN GOV"),
    ),
    Row(
        "2021-03-02",
        "أفادت مصادر في قصر قرطاج، لوكالة تونس إفريقيا للأنباء، بأن الرئيس قيس سعيد رفض التعديل الوزاري.",
        fact(
            "SAY",
            "أفادت",
            a="TUN GOV",
            r="TUN JRN",
            known="code (country or sector) of a found mention is wrong or null",
        ),
        fact(
            "REJECT",
            "رفض",
            a="TUN GOV saied",
            s="TUN GOV",
            v="TUN JRN",
            known="code (country or sector) of a found mention is wrong or null",
        ),
    ),
    Row(
        "2014-09-09",
        "بحسب شهود عيان، أطلق مسلحون النار على حاجز للشرطة في العريش.",
        fact("SAY", "بحسب", a="? CVL"),
        fact(
            "ASSAULT firearms",
            "النار",
            a="- UAF",
            r="EGY COP",
            s="? CVL",
            p="EGY arish",
        ),
    ),
    Row(
        "2016-01-02",
        "اقتحم محتجون مقر السفارة السعودية في طهران وأضرموا فيه النار، وفق ما ذكرت وكالة إسنا.",
        fact("SAY", "ذكرت", a="IRN JRN isna"),
        fact("PROTEST", "اقتحم", a="IRN CVL", s="IRN JRN isna", p="IRN tehran"),
    ),
    Row(
        "2019-09-15",
        "نقلا عن قناة المسيرة، فإن المتحدث باسم القوات المسلحة التابعة للحوثيين يحيى سريع قال إن عشر طائرات مسيرة استهدفت منشآت بقيق.",
        fact(
            "SAY",
            "قال",
            a="YEM REB sarea",
            s="YEM JRN",
            known="code (country or sector) of a found mention is wrong or null",
        ),
        fact(
            "ASSAULT drone",
            "استهدفت",
            a="YEM REB",
            s="YEM REB sarea",
            v="YEM JRN",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2012-03-11",
        "قال الناطق باسم مجلس الوزراء الأردني راكان المجالي إن الملك أكد للرئيس عباس أن عمّان تساند الموقف الفلسطيني.",
        fact("SAY", "قال", a="JOR GOV", s="-"),
        fact(
            "SAY",
            "أكد",
            a="JOR GOV abdullah",
            r="PSE GOV abbas",
            s="JOR GOV",
        ),
        fact(
            "SUPPORT",
            "تساند",
            a="JOR GOV",
            r="PSE GOV",
            s="JOR GOV abdullah",
            v="JOR GOV",
        ),
    ),
    Row(
        "2008-05-23",
        'واتهم الجيش السوداني ما سماه "فلول حركة العدل والمساواة" بمهاجمة قرية في كردفان.',
        fact(
            "ACCUSE allege",
            "اتهم",
            a="SDN MIL",
            r="SDN REB",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
        fact(
            "ASSAULT",
            "مهاجمة",
            a="SDN REB",
            s="SDN MIL",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    Row(
        "2022-10-05",
        'قال المرشد الإيراني علي خامنئي إن الولايات المتحدة وإسرائيل خططتا لأعمال الشغب. وهتف متظاهرون في طهران "الموت للديكتاتور".',
        fact("SAY", "قال", a="IRN GOV khamenei"),
        no("SAY", "الموت"),
    ),
    Row(
        "2020-05-18",
        "ذكر التلفزيون الرسمي الليبي أن حكومة الوفاق استعادت قاعدة الوطية. ونفى المتحدث باسم الجيش الوطني أحمد المسماري ذلك.",
        fact("COERCE seize", "استعادت", a="LBY GOV", s="LBY JRN"),
        fact("REJECT", "نفى", a="LBY ? mismari", s="-"),
    ),
    Row(
        "2015-11-24",
        'صرح بوتين: "إسقاط الطائرة طعنة في الظهر من أعوان الإرهابيين". وتابع: "سنرد على ذلك".',
        fact("SAY", "صرح", a="RUS GOV putin", c="طعنة في الظهر", c_not="سنرد"),
        fact("SAY", "تابع", a="RUS GOV putin", c="سنرد على ذلك"),
    ),
    Row(
        "2023-10-09",
        "أفاد مراسل الجزيرة بأن زوارق الاحتلال قصفت ساحل خان يونس.",
        fact("SAY", "أفاد", a="QAT JRN", known="code (country or sector) of a found mention is wrong or null"),
        fact(
            "ASSAULT",
            "قصفت",
            a="ISR ?",
            s="QAT JRN",
            p="PSE khan",
            known="code (country or sector) of a found mention is wrong or null",
        ),
    ),
    Row(
        "2018-05-31",
        "أوضح الديوان الملكي الأردني في بيان، بحسب وكالة بترا، أن العاهل الأردني أوعز بوقف قرار رفع أسعار المحروقات.",
        fact(
            "REQUEST",
            "أوعز",
            a="JOR GOV abdullah",
            s="JOR GOV",
            v="JOR JRN petra",
        ),
    ),
    Row(
        "2024-04-14",
        "نسبت صحيفة هآرتس إلى ضابط كبير في الجيش الإسرائيلي أن الرد على إيران تأجل، وكتبت أن واشنطن ضغطت على نتنياهو.",
        fact("SAY", "كتبت", a="ISR JRN haaretz"),
    ),
    Row(
        "2011-02-11",
        "أعلن نائب الرئيس المصري عمر سليمان أن الرئيس حسني مبارك قرر التخلي عن منصبه وتكليف المجلس الأعلى للقوات المسلحة إدارة شؤون البلاد.",
        fact("SAY", "أعلن", a="EGY GOV suleiman"),
        fact(
            "RETREAT resign",
            "التخلي",
            a="EGY GOV mubarak",
            s="EGY GOV suleiman",
            v="-",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2015-09-30",
        "نقلت وكالة إنترفاكس عن المتحدث باسم وزارة الدفاع الروسية إيغور كوناشينكوف أن الطائرات الروسية نفذت عشرين طلعة.",
        fact("SAY", "نقلت", a="RUS MIL konashenkov", s="RUS JRN interfax"),
    ),
    Row(
        "2018-04-14",
        "بحسب وزارة الدفاع الروسية، أسقطت الدفاعات السورية 71 صاروخا.",
        fact("SAY", "بحسب", a="RUS ?"),
        fact(
            "ASSAULT",
            "أسقطت",
            a="SYR MIL",
            s="RUS ?",
            v="-",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2009-07-20",
        "ذكرت صحيفة الخبر الجزائرية، نقلا عن مصدر أمني، أن الجيش قتل خمسة مسلحين في باتنة.",
        fact("SAY", "ذكرت", a="DZA JRN"),
        fact("ASSAULT", "قتل", a="DZA MIL", s="DZA ?", v="DZA JRN", p="DZA batna"),
    ),
    Row(
        "2021-08-29",
        "صرح مسؤول أميركي لقناة الحرة بأن الضربة استهدفت انتحاريا من تنظيم داعش خراسان.",
        fact(
            "SAY",
            "صرح",
            a="USA GOV",
            r="USA JRN hurra",
        ),
        fact(
            "ASSAULT",
            "استهدفت",
            s="USA GOV",
            v="USA JRN hurra",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2013-04-24",
        "وقال التلفزيون السوري إن إرهابيين فجروا مئذنة الجامع الأموي في حلب، لكن ناشطين أكدوا أن دبابات النظام قصفتها.",
        fact("SAY", "قال", a="SYR JRN"),
        fact("ASSAULT", "فجروا", s="SYR JRN"),
        fact("ASSAULT", "قصفتها", a="SYR ?", s="SYR SOC"),
    ),
    Row(
        "2020-12-27",
        "وأضاف المصدر ذاته لوكالة فرانس برس طالبا عدم الكشف عن اسمه أن الجيش الإثيوبي انسحب.",
        fact("SAY", "أضاف", a="? UNK", r="FRA JRN"),
        fact("RETREAT withdraw", "انسحب", a="ETH MIL", s="? UNK", v="FRA JRN", known="speaker or via lost or wrong"),
    ),
    Row(
        "2016-04-13",
        "أعلنت الأمم المتحدة، على لسان مبعوثها إلى ليبيا مارتن كوبلر، أن البرلمان أخفق في التصويت.",
        fact("SAY", "أعلنت", a="UNO -"),
    ),
    Row(
        "2024-09-17",
        "اتهم حزب الله إسرائيل بتفجير أجهزة النداء، وقال وزير الصحة اللبناني فراس الأبيض إن تسعة أشخاص قتلوا.",
        fact("ACCUSE allege", "اتهم", a="LBN PRM", r="ISR GOV"),
        fact("ASSAULT explosives", "تفجير", a="ISR GOV", s="LBN PRM"),
        fact("ASSAULT", "قتلوا", r="LBN UNK", s="LBN GOV"),
    ),
    Row(
        "2007-09-06",
        "زعمت الإذاعة الإسرائيلية أن الطيران دمر منشأة شمالي سوريا، بينما اكتفت دمشق بالقول إن دفاعاتها تصدت للطائرات.",
        fact("SAY", "زعمت", a="ISR JRN"),
        fact("ASSAULT", "دمر", s="ISR JRN", p="SYR"),
    ),
    Row(
        "2011-10-04",
        'قالت بثينة شعبان لصحيفة الوطن: "أبلغنا المبعوث الروسي أن موسكو ستستخدم الفيتو".',
        fact("SAY", "قالت", a="SYR GOV shaaban", r="? JRN"),
        fact("SAY", "أبلغنا", a="RUS GOV", s="SYR GOV shaaban", v="? JRN"),
    ),
    Row(
        "2019-11-05",
        "حذرت وزيرة الدفاع الفرنسية فلورنس بارلي من أن القتال في الساحل يتسع، ودعت إلى إرسال جنود أوروبيين.",
        fact("SAY|THREATEN", "حذرت", a="FRA GOV parly"),
        fact("REQUEST", "دعت", a="FRA GOV parly", s="-"),
    ),
    Row(
        "2022-09-30",
        "تتهم كييف موسكو بأنها قصفت قافلة مدنية، لكن المتحدث باسم الكرملين ديمتري بيسكوف قال إن القوات الأوكرانية قصفتها.",
        fact("SAY", "قال", a="RUS GOV peskov", s="-"),
    ),
    Row(
        "2008-12-29",
        "قال وزير الدفاع الإسرائيلي إيهود باراك، في مقابلة بثها التلفزيون، متحدثا من تل أبيب، إن الجيش قتل مسلحين من حماس.",
        fact("ASSAULT", "قتل", s="ISR GOV barak"),
    ),
    Row(
        "2017-01-20",
        "قال المتحدث باسم الشرطة النيجيرية إن المسلحين الذين هاجموا القرية قتلوا عشرة مدنيين.",
        fact("ASSAULT", "هاجموا", s="NGA COP"),
    ),
    Row(
        "2024-02-27",
        "قال وزير الخارجية المجري بيتر سيارتو في مؤتمر صحافي عقده مع نظيره الصيني في بكين إن بلاده ترفض العقوبات.",
        fact("SAY", "قال", a="HUN GOV", p="CHN"),
    ),
    Row(
        "2007-04-03",
        "قال سفير فرنسا في لبنان إن باريس تدعم المحكمة الدولية.",
        fact("SAY", "قال", p="-"),
    ),
    Row(
        "2020-01-08",
        "قال الرئيس العراقي برهم صالح: «نرفض التهديدات. القوات الإيرانية قصفت قاعدة عين الأسد. لن نقبل بأن يصبح العراق ساحة حرب».",
        fact("REJECT", "نرفض", a="IRQ GOV salih", s="IRQ GOV salih", c="التهديدات", c_not="القوات"),
        fact("ASSAULT", "قصفت", a="IRN MIL", s="IRQ GOV salih"),
    ),
    Row(
        "2009-06-20",
        "قال مير حسين موسوي: «لن نستسلم. السلطات قتلت متظاهرين في طهران. وأعلنت الشرطة الإيرانية اعتقال مئة متظاهر.",
        fact("SAY", "أعلنت", a="IRN COP", s="-"),
    ),
    Row(
        "2011-04-02",
        "نقلت وكالة رويترز عن مسؤول إيطالي قوله إن روما ستدرب المعارضة الليبية. وأضاف المسؤول أن بلاده ترفض إرسال جنود.",
        fact("SAY", "أضاف", a="ITA GOV", s="GBR JRN reuters"),
        fact("REJECT", "ترفض", a="ITA GOV", s="ITA GOV", v="GBR JRN reuters"),
    ),
    Row(
        "2023-07-19",
        "أعلن الرئيس الكوري الجنوبي يون سوك يول أن بلاده سترسل ألغاما إلى كييف، خلال لقاء مع نظيره الأوكراني في كييف.",
        fact("SAY", "أعلن", a="KOR GOV", p="UKR"),
        fact("CONSULT", "لقاء", a="KOR GOV; UKR GOV zelensky", s="-", p="UKR"),
    ),
    Row(
        "2013-05-11",
        "أكدت منظمة العفو الدولية أن الجيش قتل مدنيين عائدين إلى قراهم، ونفذ اعتقالات في باغا. وطالبت المنظمة أبوجا بالتحقيق.",
        fact("COERCE", "اعتقالات", s="NGO SOC amnesty"),
        fact("REQUEST", "طالبت", a="NGO SOC amnesty", r="NGA GOV"),
    ),
    Row(
        "2006-07-14",
        "قال الأمين العام لحزب الله حسن نصر الله: «الجيش الإسرائيلي دمر الجسور.\nنحن نرفض شروط واشنطن. إسرائيل قتلت المدنيين».\nوقصفت البوارج الإسرائيلية مطار بيروت.",
        fact("REJECT", "نرفض", a="LBN PRM nasrallah", s="LBN PRM nasrallah"),
        fact("ASSAULT", "قتلت", a="ISR GOV", s="LBN PRM nasrallah"),
        fact("ASSAULT", "قصفت", s="-"),
    ),
    Row(
        "2018-11-20",
        "قتل مسلحون ثلاثة جنود نيجيريين في ولاية بورنو، وفق ما نقلته وكالة فرانس برس عن مصدر أمني.",
        fact("ASSAULT", "قتل", s="FRA JRN"),
    ),
    Row(
        "2010-12-28",
        "اعتقلت الشرطة الدنماركية خمسة أشخاص، كما أفادت به وزيرة العدل.",
        fact("COERCE", "اعتقلت", s="DNK GOV"),
        fact("SAY", "أفادت", a="DNK GOV", s="-"),
    ),
    Row(
        "2022-08-03",
        "قال وزير الدفاع التايواني إن بكين نشرت صواريخ على الساحل، بحسب ما نشرته صحيفة الغارديان.",
        fact("MOBILIZE", "نشرت", s="TWN GOV", v="GBR JRN guardian"),
        fact("SAY", "نشرته", a="GBR JRN guardian", s="-"),
    ),
    Row(
        "2005-11-09",
        "قال رئيس الوزراء الأردني عدنان بدران إن الجيش سيلاحق الإرهابيين، كما نقلت عنه وكالة رويترز.",
        fact("SAY", "قال", a="JOR GOV badran", s="GBR JRN reuters"),
        fact("SAY", "نقلت", a="GBR JRN reuters", s="-"),
    ),
    Row(
        "2022-03-04",
        'وجاء في بيان للاتحاد الأوروبي: "ندين الهجوم على كييف".',
        fact("SAY", "جاء", a="EUR -"),
        fact("ACCUSE", "ندين", a="EUR -", s="EUR -"),
    ),
    Row(
        "2014-08-01",
        "وأفاد بيان رسمي صادر عن رئاسة الحكومة الإسبانية بأن مدريد ستستدعي سفيرها.",
        fact("SAY", "أفاد", a="ESP GOV"),
        fact("SANCTION", "ستستدعي", a="ESP GOV", s="ESP GOV"),
    ),
    Row(
        "2009-06-11",
        "أكد بيان أصدرته وزارة الخارجية الألمانية أن برلين ترفض القرار.",
        fact("SAY", "أكد", a="DEU GOV"),
        fact("REJECT", "ترفض", a="DEU GOV", s="DEU GOV"),
    ),
    Row(
        "2016-05-20",
        "وذكر بيان للبيت الأبيض أن أوباما هاتف بوتين.",
        fact("SAY", "ذكر", a="USA GOV", r=""),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_chains(row: Row, want: Fact) -> None:
    check(row, want)
