"""Plain press sentences of two decades, each with one construction that was once read wrong."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2023-10-08",
        "أعلنت حركة حماس أنها أطلقت أكثر من خمسة آلاف صاروخ على إسرائيل.",
        fact("ASSAULT", "أطلقت", a="PSE REB", r="ISR GOV"),
    ),
    Row(
        "2024-04-14",
        "أطلقت إيران صواريخ ردا على قصف قنصليتها في دمشق.",
        fact("ASSAULT", "قصف", r="IRN GOV", p="SYR"),
    ),
    Row(
        "2020-09-15",
        "وقعت إسرائيل في البيت الأبيض اتفاقيتي سلام مع الإمارات والبحرين.",
        fact("SUPPORT", "وقعت", a="ISR GOV; ARE GOV; BHR GOV"),
    ),
    Row(
        "2008-12-28",
        "شنت الطائرات الإسرائيلية غارات على غزة أوقعت أكثر من 280 قتيلا.",
        fact("ASSAULT", "غارات", r="PSE UNK"),
    ),
    Row("2018-08-10", "خلفت الغارات 20 قتيلا في صعدة.", fact("ASSAULT", "الغارات", r="YEM UNK")),
    Row("2016-07-04", "ارتفعت حصيلة الهجوم في بغداد إلى 130 قتيلا.", fact("ASSAULT", "الهجوم", r="IRQ UNK")),
    Row("2014-03-02", "قضى عشرة أشخاص في غارة على حلب.", fact("ASSAULT", "غارة", r="SYR UNK")),
    Row("2019-09-01", "شن التحالف غارات على صنعاء.", fact("ASSAULT", "غارات", r="")),
    Row(
        "2010-05-31",
        "هاجمت قوات كوماندوس إسرائيلية سفينة مرمرة وقتلت تسعة ناشطين أتراك.",
        fact("ASSAULT", "قتلت", a="ISR MIL", r="TUR SOC"),
        fact("ASSAULT", "هاجمت", a="ISR MIL"),
    ),
    Row(
        "2021-08-24",
        "قطعت الجزائر علاقاتها مع المغرب متهمة الرباط بارتكاب أعمال عدائية.",
        fact("ACCUSE", "متهمة", a="DZA GOV", r="MAR GOV"),
    ),
    Row(
        "2023-02-08",
        "أرسلت الجزائر فرق إنقاذ ومساعدات طبية إلى سوريا.",
        fact("AID", "مساعدات", a="DZA GOV", r="SYR GOV"),
    ),
    Row(
        "2023-06-02",
        "دعت واشنطن طرفي الصراع في السودان إلى وقف القتال.",
        fact("REQUEST", "دعت", a="USA GOV", r="? ?"),
    ),
    # women's titles, families in ة
    Row(
        "2022-05-11",
        "استشهاد الصحفية شيرين أبو عاقلة برصاص الاحتلال في جنين.",
        fact("ASSAULT", "استشهاد", r="PSE JRN abu akleh"),
    ),
    Row("2013-12-10", "اختطاف الناشطة رزان زيتونة في دوما السورية.", fact("ASSAULT", "اختطاف", r="SYR SOC")),
    Row("2018-06-13", "اعتقلت السلطات الإيرانية المحامية نسرين ستوده.", fact("COERCE", "اعتقلت", r="IRN JUD")),
    Row(
        "2023-05-15",
        "وقررت محكمة تونسية سجن رئيس حركة النهضة راشد الغنوشي سنة.",
        fact("SANCTION", "قررت", a="TUN JUD", r="TUN PTY"),
    ),
    Row(
        "2017-02-02",
        "بحسب مصادر أمنية تحدثت لرويترز، فإن مسلحين هاجموا نقطة تفتيش في بغداد.",
        fact("SAY", "تحدثت", a="IRQ COP", r="GBR JRN"),
    ),
    Row(
        "2020-01-03",
        "توعد المرشد الإيراني علي خامنئي بالانتقام لمقتل قاسم سليماني.",
        fact("ASSAULT", "مقتل", r="IRN ?"),
    ),
    Row("2011-10-18", "تم إطلاق سراح الأسرى الفلسطينيين.", fact("RETREAT", "إطلاق سراح", a="", r="PSE ?")),
    # bases, and al-Qaeda; the side taken
    Row("2020-01-08", "هاجم مسلحون قاعدة أمريكية في العراق.", fact("ASSAULT", "هاجم", r="USA MIL")),
    Row("2009-05-02", "قتل عناصر القاعدة ثلاثة جنود في مأرب.", fact("ASSAULT", "قتل", a="IMG REB", r="YEM MIL")),
    Row(
        "2014-02-27",
        "سيطر مسلحون موالون لروسيا على مبنى البرلمان في القرم.",
        fact("COERCE", "سيطر", a="UKR REB", r="UKR LEG"),
    ),
    Row(
        "2021-07-25",
        "أقال الرئيس التونسي رئيس الحكومة هشام المشيشي.",
        fact("SANCTION", "أقال", a="TUN GOV saied", r="TUN GOV mechichi"),
    ),
    Row("2010-11-28", "نشر موقع ويكيليكس آلاف البرقيات.", fact("SAY", "نشر"), no("MOBILIZE", "نشر")),
    Row(
        "2017-08-03",
        "قتل 40 شخصا في هجمات لحركة الشباب في الصومال وكينيا.",
        fact("ASSAULT", "هجمات", r="- UNK"),
    ),
    Row(
        "2014-06-20",
        "قال بن رودس نائب مستشار الأمن القومي الأمريكي إن الخيار العسكري مطروح.",
        fact("SAY", "قال", a="USA GOV rhodes", r=""),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_battery(row: Row, want: Fact) -> None:
    check(row, want)
