"""Group 1: verb-first and subject-first clauses; headlines (subject-first, present for past, no verb at all)."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2013-11-24",
        "استدعت وزارة الخارجية المصرية صباح السبت السفير التركي في القاهرة حسين عوني وأبلغته أنه شخص غير مرغوب فيه.",
        fact(
            "ACCUSE",
            "استدعت",
            a="EGY GOV",
            r="TUR GOV",
            f="actual",
            t="2013-11-23TMO",
        ),
    ),
    Row(
        "2021-08-24",
        "أوضح الوزير دوافع القرار.",
        fact("SANCTION", "تقطع", a="DZA GOV", r="MAR GOV", f="actual"),
        title="الجزائر تقطع علاقاتها الدبلوماسية مع المغرب",
    ),
    Row(
        "2016-03-03",
        "أدان مجلس التعاون لدول الخليج العربية ممارسات حزب الله في دول المجلس.",
        fact("ACCUSE", "أدان", a="IGO -", r="LBN PRM"),
    ),
    Row(
        "2017-09-26",
        "رفض رئيس الوزراء العراقي حيدر العبادي نتائج الاستفتاء الذي أجراه إقليم كردستان.",
        fact("REJECT", "رفض", a="IRQ GOV abadi", f="actual"),
    ),
    Row(
        "2019-05-06",
        "قتل سبعة فلسطينيين وأصيب العشرات في غارات شنتها طائرات الاحتلال الإسرائيلي على قطاع غزة مساء الأحد.",
        fact("ASSAULT aerial", "غارات", a="ISR MIL", f="actual", t="2019-05-05TEV", p="PSE"),
    ),
    Row(
        "2009-01-15",
        "تصاعد الدخان من المقر طوال ساعات.",
        fact("ASSAULT", "يقصف", a="ISR ?", f="actual"),
        fact(
            "ACCUSE",
            "غضبه",
            a="UNO - ban",
            f="actual",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        title="الاحتلال يقصف مقر وكالة الأونروا في غزة وبان كي مون يعرب عن غضبه",
    ),
    Row(
        "2014-05-20",
        "وشوهدت أعمدة الدخان في سماء المدينة.",
        fact("ASSAULT", "تقصف", a="LBY ?", f="actual", p="LBY benghazi"),
        title="قوات تابعة للواء المتقاعد خليفة حفتر تقصف معسكرا في بنغازي",
    ),
    Row(
        "2012-10-20",
        "شيع لبنان ضحايا انفجار الأشرفية.",
        fact("ASSAULT explosives", "انفجار", p="LBN"),
        title="مقتل رئيس فرع المعلومات وسام الحسن في انفجار بيروت",
    ),
    Row(
        "2015-06-27",
        "مقتل 38 سائحا في هجوم مسلح على فندق في سوسة",
        fact("ASSAULT", "هجوم", f="actual", p="TUN sousse"),
        no("ASSAULT", "مقتل"),
    ),
    Row(
        "2007-06-14",
        "بدأت فرق الدفاع المدني انتشال الجثث.",
        fact("ASSAULT", "اغتيال", a="", r="LBN LEG", f="actual"),
        title="اغتيال النائب اللبناني وليد عيدو في بيروت",
    ),
    Row(
        "2018-05-14",
        "نقلت الولايات المتحدة سفارتها إلى القدس.",
        fact("REJECT", "ترفض", a="PSE GOV", f="actual"),
        title="السلطة الفلسطينية ترفض نقل السفارة الأمريكية إلى القدس",
    ),
    Row(
        "2023-04-16",
        "تتواصل المعارك في العاصمة السودانية.",
        fact("ASSAULT", "اشتباكات", a="SDN MIL; SDN REB", f="actual", p="SDN khartoum"),
        title="اشتباكات عنيفة بين الجيش والدعم السريع في الخرطوم",
    ),
    Row(
        "2020-01-09",
        "إلى بغداد وصل وزير الخارجية التركي مولود جاويش أوغلو صباح الخميس للقاء المسؤولين العراقيين.",
        fact("CONSULT visit", "وصل", a="TUR GOV cavusoglu", r="IRQ GOV", f="actual", t="2020-01-09TMO"),
    ),
    Row(
        "2011-10-21",
        "المجلس الوطني الانتقالي الليبي يعلن اليوم تحرير كامل البلاد.",
        fact("SAY", "يعلن", a="LBY ?", f="actual"),
    ),
    Row(
        "2022-08-08",
        "اتفاق على وقف إطلاق النار بين إسرائيل والجهاد الإسلامي بوساطة مصرية",
        fact(
            "AGREE",
            "اتفاق",
            a="ISR GOV; PSE REB",
            f="actual",
        ),
    ),
    Row(
        "2024-09-28",
        "حزب الله يؤكد استشهاد أمينه العام حسن نصر الله",
        fact("SAY", "يؤكد", a="LBN PRM", f="actual"),
        fact("ASSAULT", "استشهاد", r="LBN PRM nasrallah", s="LBN PRM"),
    ),
    Row(
        "2010-06-01",
        "تركيا: سفيرنا لن يعود إلى تل أبيب قبل اعتذار إسرائيل",
        fact(
            "SAY",
            ":",
            a="TUR GOV",
            c="سفيرنا لن يعود إلى تل أبيب",
            known="seen at the end of the session, cause not yet looked into",
        ),
    ),
    Row(
        "2006-07-13",
        "عاد الملك إلى عمان مساء.",
        fact(
            "CONSULT",
            "يبحثان",
            a="EGY GOV mubarak; JOR GOV abdullah",
            r="",
            f="actual",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
        title="مبارك والملك عبد الله الثاني يبحثان التصعيد الإسرائيلي في لبنان",
    ),
    Row(
        "2022-03-29",
        "هاجم مسلح المارة في الشارع الرئيسي.",
        fact("ASSAULT", "هجوم", f="actual", p="ISR brak"),
        title="5 قتلى إسرائيليين في هجوم مسلح قرب بني براك",
    ),
    Row(
        "2014-12-30",
        "سقط مشروع القرار بفارق صوت واحد.",
        fact("REJECT", "يرفض", a="UNO -", f="actual"),
        title="مجلس الأمن يرفض مشروع القرار الفلسطيني لإنهاء الاحتلال",
    ),
    Row(
        "2019-12-12",
        "توجه الناخبون إلى الصناديق في ظل مقاطعة واسعة.",
        fact(
            "PROTEST",
            "مظاهرات",
            a="DZA CVL",
            p="DZA",
            known="dateline read as syntax: «عمّان:» is a speaker, «(رويترز) -» is a subject",
        ),
        title="الجزائر: مظاهرات حاشدة رفضا للانتخابات الرئاسية",
    ),
    Row(
        "2017-05-24",
        "نفت الدوحة صحة التصريحات.",
        fact("COERCE censor", "تحجب", a="ARE GOV; SAU GOV", f="actual"),
        title="الإمارات والسعودية تحجبان مواقع إعلامية قطرية",
    ),
    Row(
        "2008-03-07",
        "أسفرت العملية عن سقوط ثمانية طلاب.",
        fact(
            "ASSAULT",
            "عملية|قتلى",
            p="ISR",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        title="ثمانية قتلى في عملية بالقدس الغربية",
    ),
    Row(
        "2011-05-01",
        "انتشرت قوات الأمن في محيط المسجد العمري.",
        fact(
            "COERCE arrest",
            "حملة",
            a="SYR ?",
            p="SYR daraa",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        title="حملة اعتقالات واسعة في درعا",
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_clause_order(row: Row, want: Fact) -> None:
    check(row, want)
