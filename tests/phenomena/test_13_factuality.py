"""Group 13: factuality: future, negated, hypothetical, ongoing, historical."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # Nobody claimed it, but it happened.
    Row(
        "2018-05-05",
        "ولم تعلن أي جهة مسؤوليتها عن تفجير السوق في مقديشو.",
        fact("SAY", "تعلن", f="negated"),
        fact("ASSAULT", "تفجير", a="", f="actual"),
    ),
    # An accusation that is refused, a request that is met: they were made.
    Row(
        "2016-04-04",
        "رفضت الحكومة الكينية اتهامات المعارضة لها بتزوير النتائج.",
        fact("ACCUSE", "اتهامات", a="KEN OPP"),
    ),
    # Who announces violence of his own, or makes it hang on a condition, threatens.
    Row(
        "2020-05-05",
        "قال وزير الدفاع التشادي: إننا سنضرب مواقع الجماعة في الجبال.",
        fact("THREATEN", "سنضرب", a="TCD GOV"),
        no("ASSAULT", "سنضرب"),
    ),
    Row(
        "2020-05-05",
        "إذا عبر المهربون الحدود فإن الجيش الكيني سيقصف قوافلهم.",
        fact("THREATEN", "سيقصف"),
        no("ASSAULT", "سيقصف"),
    ),
    Row(
        "2020-05-05",
        "توقع خبير نيجيري أن التنظيم سيهاجم المدينة.",
        fact("ASSAULT", "سيهاجم", f="future"),
        no("THREATEN", "سيهاجم"),
    ),
    # A demand stands whatever condition follows it; a duty laid down by a deal is nobody's demand.
    Row(
        "2019-02-11",
        "قال الوزير الكوري إنه يجب على بيونغ يانغ وقف التجارب إذا أرادت رفع العقوبات.",
        fact("REQUEST", "يجب", r="PRK GOV", f="actual"),
    ),
    Row(
        "2019-02-11",
        "بموجب الاتفاق يتعين على السودان سحب قواته من المنطقة خلال شهر.",
        no("REQUEST", "يتعين"),
    ),
    Row(
        "2009-05-29",
        "لن تقبل إسرائيل تجميد الاستيطان في القدس الشرقية.",
        fact("AGREE|REJECT", "تقبل", a="ISR GOV", f="negated|actual"),
    ),
    Row(
        "2012-09-26",
        "لم يلتق الرئيس المصري محمد مرسي نظيره الأميركي باراك أوباما على هامش الجمعية العامة.",
        fact("CONSULT", "يلتق", a="EGY GOV morsi; USA GOV obama", f="negated"),
    ),
    Row(
        "2018-03-14",
        "سوف يزور ولي العهد السعودي واشنطن الأسبوع المقبل.",
        fact("AGREE", "يزور", a="SAU GOV salman", r="USA GOV", f="future", t="2018-03-19/2018-03-25"),
    ),
    Row(
        "2016-08-25",
        "لا تزال قوات سوريا الديمقراطية تحاصر مدينة منبج.",
        fact("COERCE", "تحاصر", a="SYR REB", f="ongoing", p="SYR manbij"),
    ),
    Row(
        "2023-12-01",
        "واصلت المدفعية الإسرائيلية قصف الأحياء الشرقية لمدينة غزة.",
        fact(
            "ASSAULT heavy-weapons", "قصف", a="ISR MIL", f="ongoing", known="mode not taken from the words that give it"
        ),
    ),
    Row(
        "2013-08-28",
        "قد تشن الولايات المتحدة ضربات محدودة على أهداف للنظام السوري.",
        fact(
            "ASSAULT",
            "ضربات",
            a="USA GOV",
            r="SYR ?",
            f="hypothetical",
        ),
    ),
    Row(
        "2021-08-19",
        "من المتوقع أن يجتمع وزيرا خارجية الجزائر والمغرب إذا استمر التوتر.",
        fact("CONSULT|AGREE", "يجتمع", f="hypothetical", known="factuality wrong or the hypothetical event not coded"),
    ),
    Row(
        "2014-06-29",
        "كانت القوات الأميركية قد غزت العراق عام 2003 بحجة أسلحة الدمار الشامل.",
        fact("ASSAULT|COERCE", "غزت", a="USA MIL", r="IRQ ?", f="historical", t="2003"),
    ),
    Row("2020-01-08", "لو كانت طهران تريد الحرب لقصفت القواعد الأميركية كلها.", no("ASSAULT", "قصفت")),
    Row(
        "2022-05-06",
        "ينوي الاتحاد الأوروبي حظر استيراد النفط الروسي نهاية العام.",
        fact(
            "SANCTION",
            "حظر",
            a="EUR -",
            r="RUS ?",
            f="future|hypothetical",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2007-07-10",
        "تجري حركة حماس حاليا حوارا مع الفصائل في القاهرة.",
        fact(
            "CONSULT", "حوارا", f="ongoing", p="EGY cairo", known="factuality wrong or the hypothetical event not coded"
        ),
    ),
    Row(
        "2011-04-29",
        "لم تعلن أي جهة مسؤوليتها عن تفجير مقهى أركانة بمراكش.",
        fact("SAY", "تعلن|مسؤوليتها", f="negated"),
        fact(
            "ASSAULT explosives",
            "تفجير",
            f="actual",
            p="MAR marrak",
        ),
    ),
    Row("2019-10-13", "ليس لدى تونس نية لطرد السفير، بل استدعته للتشاور.", no("SANCTION", "طرد")),
    Row(
        "2017-10-20",
        "ما زال الحوثيون يحتجزون عشرات الصحافيين في صنعاء.",
        fact(
            "COERCE arrest",
            "يحتجزون",
            a="YEM REB",
            r="YEM JRN",
            f="ongoing",
            p="YEM sanaa",
            known="code (country or sector) of a found mention is wrong or null",
        ),
    ),
    Row(
        "2025-03-18",
        "يمكن أن تستأنف القاهرة وساطتها إذا قبلت إسرائيل الانسحاب من محور فيلادلفيا.",
        fact("CONSULT", "وساطتها", f="hypothetical"),
        fact(
            "AGREE", "قبلت", a="ISR GOV", f="hypothetical", known="factuality wrong or the hypothetical event not coded"
        ),
    ),
    Row(
        "2015-09-10",
        "ربما توافق أنقرة على فتح قاعدة إنجرليك أمام طائرات التحالف.",
        fact(
            "AGREE",
            "توافق",
            a="TUR GOV",
            f="hypothetical",
            known="factuality wrong or the hypothetical event not coded",
        ),
    ),
    Row(
        "2024-08-15",
        "كان الاحتلال قد اغتال القيادي صالح العاروري في الضاحية الجنوبية لبيروت مطلع يناير الماضي.",
        fact("ASSAULT targeted", "اغتال", a="ISR ?", r="PSE REB arouri", f="historical", p="LBN"),
    ),
    Row(
        "2010-12-20",
        "امتنعت السلطات التونسية عن التعليق على الاحتجاجات التي اندلعت في سيدي بوزيد.",
        fact(
            "PROTEST",
            "الاحتجاجات",
            f="actual",
            p="TUN bouzid",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2006-08-11",
        "ما اعترفت دمشق يوما بإرسال صواريخ إلى حزب الله.",
        fact("SAY", "اعترفت", a="SYR GOV", f="negated"),
    ),
    Row("2019-03-11", "لن يترشح الرئيس الجزائري عبد العزيز بوتفليقة لولاية خامسة، وأرجئت الانتخابات.", no("PROTEST")),
    Row(
        "2012-03-02",
        "لم يسمح النظام السوري بدخول قافلة الصليب الأحمر إلى بابا عمرو.",
        fact("RETREAT access", "يسمح", a="SYR GOV", f="negated"),
    ),
    Row(
        "2018-05-08",
        "من المقرر أن يصل وزير الخارجية الصيني وانغ يي إلى الرباط الخميس المقبل للقاء نظيره المغربي.",
        fact("AGREE", "يصل", a="CHN GOV wang", r="MAR GOV", f="future", t="2018-05-10"),
    ),
    Row(
        "2021-05-16",
        "واصل الطيران الحربي الإسرائيلي غاراته على غزة لليوم السابع.",
        fact("ASSAULT aerial", "غاراته", a="ISR MIL", f="ongoing"),
    ),
    Row(
        "2010-08-31",
        "يبدأ الفلسطينيون والإسرائيليون بعد غد الخميس مفاوضات مباشرة في واشنطن.",
        fact(
            "AGREE",
            "مفاوضات",
            a="PSE GOV; ISR GOV",
            f="future",
            t="2010-09-02",
            p="USA washington",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2014-07-18",
        "لم تستبعد إسرائيل توسيع الهجوم البري على غزة.",
        fact(
            "SAY|THREATEN",
            "تستبعد",
            a="ISR GOV",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2016-11-17",
        "كانت السلطات المصرية قد اعتقلت الباحث في مطار القاهرة قبل ثلاث سنوات.",
        fact("COERCE arrest", "اعتقلت", a="EGY GOV", f="historical", p="EGY cairo"),
    ),
    Row(
        "2022-10-24",
        "لا تعترف الجزائر باتفاق مدريد، ولم تقم بأي اتصال مع الحكومة الإسبانية.",
        fact(
            "CONSULT",
            "اتصال",
            a="DZA GOV; ESP GOV",
            f="negated",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2008-12-18",
        "من غير المستبعد أن تجتاح إسرائيل القطاع.",
        fact(
            "ASSAULT|COERCE",
            "تجتاح",
            a="ISR GOV",
            f="hypothetical",
            known="factuality wrong or the hypothetical event not coded",
        ),
    ),
    Row(
        "2020-04-09",
        "أعلن التحالف العربي وقفا لإطلاق النار في اليمن يبدأ اليوم الخميس، غير أن الحوثيين لم يلتزموا به.",
        fact(
            "SAY",
            "أعلن",
            a="IGO MIL",
        ),
        fact("CONCEDE|RETREAT", "وقفا", a="IGO MIL"),
    ),
    Row("2023-09-22", "ما كان للرياض أن توقع اتفاقا مع إسرائيل من دون حل القضية الفلسطينية.", no("SUPPORT", "توقع")),
    Row(
        "2006-08-02",
        "تعتزم الأمم المتحدة نشر قوة دولية في جنوب لبنان فور وقف القتال.",
        fact("MOBILIZE|AGREE|AID|SAY", "نشر|تعتزم", a="UNO -", f="future"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_factuality(row: Row, want: Fact) -> None:
    check(row, want)
