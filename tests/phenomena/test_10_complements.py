"""Group 10: prepositional and clausal complements, and participles of circumstance («stressing that», «calling for»)."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2013-07-08",
        "دعا شيخ الأزهر أحمد الطيب إلى فتح تحقيق عاجل في أحداث الحرس الجمهوري، معتبرا أن الدم المصري حرام.",
        fact("REQUEST", "دعا", a="EGY REL tayeb", c="إلى فتح تحقيق"),
        fact("SAY", "معتبرا", a="EGY REL tayeb", c="أن الدم المصري حرام"),
    ),
    Row(
        "2019-08-15",
        "طالبت نقابة الأطباء السودانية المجلس العسكري بمحاسبة قتلة المتظاهرين.",
        fact("REQUEST", "طالبت", a="SDN LAB", r="SDN MIL", c="بمحاسبة قتلة المتظاهرين"),
    ),
    Row(
        "2010-01-28",
        "حث وزراء خارجية دول الجوار الحكومة اليمنية على محاورة الحوثيين.",
        fact(
            "REQUEST meet",
            "حث",
            r="YEM GOV",
            c="على محاورة الحوثيين",
            known="mode not taken from the words that give it",
        ),
    ),
    Row(
        "2017-02-08",
        "اتهمت منظمة العفو الدولية دمشق بإعدام آلاف المعتقلين شنقا في سجن صيدنايا.",
        fact("ACCUSE allege", "اتهمت", a="NGO ? amnesty", r="SYR GOV", c="بإعدام آلاف المعتقلين"),
        fact("ASSAULT", "إعدام", a="SYR GOV", s="NGO ? amnesty"),
    ),
    Row(
        "2016-02-12",
        "اتفقت الولايات المتحدة مع روسيا على وقف الأعمال العدائية في سوريا خلال أسبوع.",
        fact("AGREE", "اتفقت", a="USA GOV; RUS GOV", c="على وقف الأعمال العدائية"),
    ),
    Row(
        "2021-09-24",
        "أكد وزير الخارجية العراقي فؤاد حسين لنظيره الإيراني حسين أمير عبد اللهيان أن بغداد لن تكون منطلقا لأي عدوان.",
        fact("SAY", "أكد", a="IRQ GOV hussein", r="IRN GOV amirabdollahian", c="أن بغداد لن تكون"),
    ),
    Row(
        "2012-07-12",
        "ندد المجلس الوطني السوري بمجزرة التريمسة، داعيا مجلس الأمن إلى إصدار قرار تحت الفصل السابع.",
        fact("ACCUSE", "ندد", a="SYR OPP"),
        fact("REQUEST", "داعيا", a="SYR OPP", r="UNO -", c="إلى إصدار قرار"),
    ),
    Row(
        "2014-11-23",
        "شدد الرئيس الإيراني حسن روحاني على حق بلاده في التخصيب، مشيرا إلى أن المفاوضات أحرزت تقدما، ومحذرا من تمديد الخلاف.",
        fact("SAY", "شدد", a="IRN GOV rouhani", c="على حق بلاده"),
        fact("SAY", "مشيرا", a="IRN GOV rouhani", c="أن المفاوضات أحرزت تقدما"),
        fact("SAY", "محذرا", a="IRN GOV rouhani", c="تمديد الخلاف"),
    ),
    Row(
        "2018-08-11",
        "هددت تركيا بالبحث عن حلفاء جدد، رافضة الإفراج عن القس أندرو برانسون.",
        fact("THREATEN", "هددت", a="TUR GOV", c="بالبحث عن حلفاء جدد"),
        fact("REJECT yield", "رافضة", a="TUR GOV"),
    ),
    Row(
        "2009-12-14",
        "ناشدت وكالة الأونروا المانحين تقديم مئة مليون دولار للاجئين الفلسطينيين.",
        fact(
            "REQUEST assist",
            "ناشدت",
            a="UNO -",
            c="تقديم مئة مليون دولار",
            known="content does not begin at the true complement",
        ),
    ),
    Row(
        "2022-01-24",
        "حمّلت الحكومة اليمنية مليشيا الحوثي مسؤولية تعثر جهود السلام، متهمة إياها بتجنيد الأطفال.",
        fact("ACCUSE", "حملت|مسؤولية", a="YEM GOV", r="YEM REB"),
        fact(
            "ACCUSE allege",
            "متهمة",
            a="YEM GOV",
            r="YEM REB",
            c="بتجنيد الأطفال",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2006-10-14",
        "طلبت واشنطن من بكين الضغط على كوريا الشمالية، معربة عن أملها في عودة بيونغ يانغ إلى المحادثات.",
        fact("REQUEST", "طلبت", a="USA GOV", r="CHN GOV", c="الضغط على كوريا الشمالية"),
        fact("SAY", "معربة", a="USA GOV"),
    ),
    Row(
        "2020-12-10",
        "وعد الرئيس الأميركي دونالد ترامب المغرب بفتح قنصلية في الداخلة، معترفا بسيادة الرباط على الصحراء الغربية.",
        fact(
            "AGREE",
            "وعد",
            a="USA GOV trump",
            r="MAR GOV",
            c="بفتح قنصلية",
            known="homograph: another reading of the trigger or name wins",
        ),
        fact("SUPPORT", "معترفا", a="USA GOV trump", r="MAR GOV"),
    ),
    Row(
        "2024-05-20",
        "نفت السلطات الأردنية أن تكون قد فتحت مجالها الجوي أمام الطائرات الإسرائيلية.",
        fact("REJECT", "نفت", a="JOR GOV", c="أن تكون قد فتحت مجالها الجوي"),
    ),
    Row(
        "2023-08-30",
        "أقنع رئيس الأركان الجنرالات بالعدول عن العصيان، بينما ألحّ الوسطاء على ضرورة الحوار.",
        fact(
            "SAY",
            "ألح",
            c="ضرورة الحوار",
        ),
    ),
    Row(
        "2015-05-25",
        "أبلغ الرئيس الأميركي باراك أوباما الكونغرس عزمه تمديد حالة الطوارئ الوطنية المتعلقة بليبيا.",
        fact(
            "SAY",
            "أبلغ",
            a="USA GOV obama",
            r="USA LEG",
            c="عزمه تمديد حالة الطوارئ",
            known="content does not begin at the true complement",
        ),
    ),
    Row(
        "2010-05-18",
        "توصلت تركيا والبرازيل وإيران إلى اتفاق لتبادل الوقود النووي، لكن واشنطن شككت في جدواه.",
        fact(
            "AGREE",
            "اتفاق|توصلت",
            a="TUR GOV; BRA GOV; IRN GOV",
        ),
        fact("ACCUSE|SAY", "شككت", a="USA GOV"),
    ),
    Row(
        "2014-05-08",
        "تعهد المرشح الرئاسي المصري عبد الفتاح السيسي بالقضاء على جماعة الإخوان، قائلا إنه لن يكون هناك شيء اسمه الإخوان.",
        fact("SAY", "قائلا", a="EGY ? sisi", c="لن يكون هناك شيء اسمه الإخوان"),
    ),
    Row(
        "2019-01-10",
        "دعا وزير الخارجية الأميركي مايك بومبيو من القاهرة إلى مواجهة إيران، واصفا إياها بالعدو المشترك، ومتعهدا بطرد آخر جندي إيراني من سوريا.",
        fact("REQUEST", "دعا", a="USA GOV pompeo", p="EGY cairo", known="place of the event not found"),
        fact("AGREE|THREATEN", "متعهدا", a="USA GOV pompeo", c="بطرد آخر جندي إيراني"),
    ),
    Row(
        "2008-06-26",
        "أعرب البرادعي عن أسفه لعدم تعاون طهران، وأهاب بها أن تجيب عن أسئلة الوكالة.",
        fact(
            "REQUEST",
            "أهاب",
            a="? - baradei",
            r="IRN GOV",
            c="أن تجيب عن أسئلة الوكالة",
        ),
    ),
    Row(
        "2021-11-15",
        "رهن رئيس حكومة إقليم كردستان مسرور بارزاني المشاركة في الحكومة بضمانات، ولم يستبعد اللجوء إلى المعارضة.",
        fact(
            "SAY",
            "يستبعد",
            a="IRQ ? barzani",
            f="negated",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2016-08-31",
        "اشترطت الحكومة الليبية على الأمم المتحدة رفع حظر السلاح لقاء قبول المراقبين.",
        fact("REQUEST", "اشترطت", a="LBY GOV", r="UNO -"),
    ),
    Row(
        "2023-03-22",
        "حظر البرلمان الأوغندي المثلية، فأوصت المفوضية السامية لحقوق الإنسان الرئيس موسيفيني بعدم التوقيع.",
        fact(
            "REQUEST",
            "أوصت",
            a="UNO -",
            r="UGA GOV museveni",
            c="بعدم التوقيع",
            known="content does not begin at the true complement",
        ),
    ),
    Row(
        "2012-12-12",
        "اعترفت أكثر من مئة دولة، خلال اجتماع مراكش، بالائتلاف السوري المعارض ممثلا شرعيا للشعب السوري.",
        fact("SUPPORT", "اعترفت", r="SYR OPP"),
    ),
    Row(
        "2007-01-10",
        "أمر الرئيس الأميركي جورج بوش بإرسال أكثر من عشرين ألف جندي إضافي إلى العراق.",
        fact("REQUEST|MOBILIZE|SAY", "أمر|إرسال", a="USA GOV bush"),
    ),
    Row(
        "2024-05-20",
        "طلب مدعي عام المحكمة الجنائية الدولية كريم خان إصدار مذكرتي توقيف بحق بنيامين نتنياهو ويوآف غالانت.",
        fact("REQUEST|ACCUSE", "طلب", a="IGO ? khan", c="إصدار مذكرتي توقيف"),
    ),
    Row(
        "2011-03-17",
        "أذن مجلس الأمن باتخاذ كل التدابير اللازمة لحماية المدنيين الليبيين، وامتنعت خمس دول عن التصويت.",
        fact(
            "AGREE|SAY",
            "أذن",
            a="UNO -",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2018-10-16",
        "منحت السعودية واشنطن مئة مليون دولار لدعم الاستقرار في شمال شرق سوريا.",
        fact("AID", "منحت", a="SAU GOV", r="USA GOV"),
    ),
    Row(
        "2022-04-07",
        "نقل الرئيس اليمني عبد ربه منصور هادي صلاحياته إلى مجلس قيادة رئاسي برئاسة رشاد العليمي.",
        fact(
            "RETREAT",
            "نقل",
            a="YEM GOV hadi",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2016-06-27",
        "اعتذر الرئيس التركي رجب طيب أردوغان لنظيره الروسي عن إسقاط الطائرة.",
        fact("CONCEDE", "اعتذر", a="TUR GOV erdogan", r="RUS GOV putin"),
    ),
    Row(
        "2019-07-19",
        "احتجز الحرس الثوري الإيراني ناقلة بريطانية في مضيق هرمز متهما إياها بخرق قواعد الملاحة.",
        fact(
            "COERCE seize",
            "احتجز",
            a="IRN MIL",
            r="GBR ?",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
        fact("ACCUSE allege", "متهما", a="IRN MIL"),
    ),
    Row(
        "2017-01-29",
        "منع الرئيس الأميركي دونالد ترامب مواطني سبع دول مسلمة من دخول الولايات المتحدة.",
        fact("COERCE restrict", "منع", a="USA GOV trump"),
    ),
    Row(
        "2021-12-03",
        "ترحّل بغداد مئات المهاجرين العالقين على حدود بيلاروسيا بعد أن أعادتهم طائرات عراقية.",
        no("ASSAULT"),
    ),
    Row(
        "2008-11-16",
        "وافق مجلس الوزراء العراقي على الاتفاقية الأمنية مع واشنطن، بينما هدد التيار الصدري باستئناف المقاومة.",
        fact("AGREE", "وافق", a="IRQ GOV"),
        fact(
            "THREATEN violence",
            "هدد",
            a="IRQ ? sadr",
            c="باستئناف المقاومة",
            known="mode not taken from the words that give it",
        ),
    ),
    Row(
        "2023-08-06",
        "أمهلت مجموعة إيكواس الانقلابيين في النيجر أسبوعا لإعادة الرئيس، ولوحت باستخدام القوة.",
        fact(
            "THREATEN",
            "لوحت",
            a="IGO -",
            c="باستخدام القوة",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2015-06-03",
        "شكر الأمين العام للأمم المتحدة بان كي مون السلطنة على استضافة المفاوضات اليمنية.",
        fact("SUPPORT", "شكر", a="UNO - ban", r="OMN GOV"),
    ),
    Row(
        "2008-08-12",
        "وقتل ثلاثة مدنيين في غارة جوية روسية على المدينة.",
        fact("ASSAULT aerial", "غارة", a="RUS GOV"),
    ),
    Row(
        "2020-01-03",
        "غارات جوية أمريكية تقتل قياديا في الصومال",
        fact("ASSAULT aerial", "غارات", a="USA GOV"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_complements(row: Row, want: Fact) -> None:
    check(row, want)
