"""Group 7: capitals and palaces for governments, «the Russian Foreign (Ministry)»; but «in Moscow» is a place."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2013-09-10",
        "رحبت موسكو بموافقة دمشق على وضع أسلحتها الكيميائية تحت رقابة دولية.",
        fact("SUPPORT", "رحبت", a="RUS GOV"),
        fact("AGREE", "موافقة", a="SYR GOV"),
    ),
    Row("2018-12-19", "أعلن البيت الأبيض بدء سحب القوات الأميركية من سورية.", fact("SAY", "أعلن", a="USA GOV")),
    Row(
        "2010-09-01",
        "التقى محمود عباس وبنيامين نتنياهو في واشنطن.",
        fact("CONSULT", "التقى", a="PSE GOV abbas; ISR GOV netanyahu", p="USA washington"),
    ),
    Row(
        "2020-07-22",
        "اتهمت بكين واشنطن بالتحريض على الصين بعد إغلاق قنصليتها في هيوستن.",
        fact("ACCUSE", "اتهمت", a="CHN GOV", r="USA GOV"),
    ),
    Row("2016-07-18", "نفى الكرملين علمه بالموعد.", fact("REJECT", "نفى", a="RUS GOV")),
    Row(
        "2012-02-04",
        "أسفت الخارجية الفرنسية لاستخدام موسكو وبكين حق النقض في مجلس الأمن.",
        fact(
            "REJECT",
            "النقض",
            a="RUS GOV; CHN GOV",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2019-10-28",
        "نفى قصر بعبدا أن يكون الرئيس ميشال عون قد هدد المتظاهرين.",
        fact("REJECT", "نفى", a="LBN GOV"),
        no(None, "قصر"),
    ),
    Row(
        "2021-03-25",
        "انتقدت الرباط موقف مدريد من استضافة زعيم البوليساريو إبراهيم غالي.",
        fact("ACCUSE", "انتقدت", a="MAR GOV", r="ESP GOV"),
    ),
    Row(
        "2007-12-05",
        "دعت باريس، على لسان وزير خارجيتها برنار كوشنير، اللبنانيين إلى انتخاب رئيس.",
        fact(
            "REQUEST",
            "دعت",
            a="FRA GOV",
            r="LBN ?",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    Row(
        "2022-02-24",
        "أدانت لندن وبرلين وباريس الغزو الروسي لأوكرانيا.",
        fact(
            "ACCUSE",
            "أدانت",
            a="GBR GOV; DEU GOV; FRA GOV",
            r="RUS GOV",
        ),
        fact("ASSAULT|COERCE", "الغزو", a="RUS GOV", r="UKR GOV", s="-"),
    ),
    Row(
        "2014-08-31",
        "قال الإليزيه إن الرئيس فرنسوا هولاند سيستقبل نظيره المصري في نوفمبر.",
        fact("SAY", "قال", a="FRA GOV"),
        fact("AGREE", "سيستقبل", a="EGY GOV sisi", r="FRA GOV hollande", f="future", s="FRA GOV"),
    ),
    Row(
        "2023-03-10",
        "أعلنت الرياض وطهران استئناف العلاقات الدبلوماسية بعد محادثات في بكين.",
        fact("SAY", "أعلنت", a="SAU GOV; IRN GOV"),
        fact("CONSULT", "محادثات", a="SAU GOV; IRN GOV", p="CHN beijing"),
    ),
    Row(
        "2011-08-18",
        "فرضت بروكسل عقوبات جديدة على النظام السوري.",
        fact(
            "SANCTION",
            "عقوبات",
            a="EUR -",
            r="SYR GOV",
            known="code (country or sector) of a found mention is wrong or null",
        ),
    ),
    Row(
        "2017-10-02",
        "هددت بغداد إقليم كردستان بإغلاق المنافذ، ولوحت أنقرة بوقف تصدير النفط.",
        fact(
            "THREATEN",
            "هددت",
            a="IRQ GOV",
            r="IRQ ?",
        ),
        fact("THREATEN", "لوحت", a="TUR GOV"),
    ),
    Row(
        "2008-04-21",
        "تظاهر آلاف الأقباط في القاهرة احتجاجا على مقتل ثلاثة منهم.",
        fact("PROTEST demo", "تظاهر", p="EGY cairo"),
    ),
    Row(
        "2025-01-15",
        "أكدت الدوحة والقاهرة وواشنطن التوصل إلى اتفاق لوقف النار في غزة.",
        fact("SAY", "أكدت", a="QAT GOV; EGY GOV; USA GOV"),
        fact("AGREE", "اتفاق|التوصل", s="- GOV"),
    ),
    Row(
        "2011-01-31",
        "حضت واشنطن القاهرة على البدء بمرحلة انتقالية منظمة.",
        fact("REQUEST", "حضت", a="USA GOV", r="EGY GOV"),
    ),
    Row(
        "2016-09-19",
        "وصل إلى القاهرة وفد من حماس، فيما غادر الوفد الفلسطيني الآخر القاهرة إلى عمان.",
        no("SAY"),
        no("REQUEST"),
    ),
    Row(
        "2019-06-22",
        "قال البنتاغون إن طهران أسقطت الطائرة في الأجواء الدولية.",
        fact("SAY", "قال", a="USA ?"),
        fact("ASSAULT", "أسقطت", a="IRN GOV", s="USA ?"),
    ),
    Row(
        "2008-08-13",
        "اتهمت تبليسي موسكو بانتهاك الهدنة، ونفت الأخيرة ذلك.",
        fact("ACCUSE", "اتهمت", a="GEO GOV", r="RUS GOV"),
        fact("REJECT", "نفت", a="RUS GOV"),
    ),
    Row(
        "2022-06-29",
        "رفعت أنقرة الفيتو عن انضمام ستوكهولم وهلسنكي إلى الحلف الأطلسي بعد لقاء في مدريد.",
        fact("CONSULT", "لقاء", p="ESP madrid"),
    ),
    Row(
        "2014-11-19",
        "داهمت الشرطة منازل في بروكسل وباريس وأوقفت ثلاثة أشخاص.",
        fact("COERCE seize", "داهمت", p="BEL brussels"),
    ),
    Row(
        "2025-02-05",
        "رفضت عمّان والقاهرة خطة ترمب لتهجير سكان غزة، وتمسكت رام الله بإقامة الدولة.",
        fact("REJECT", "رفضت", a="JOR GOV; EGY GOV", known="seen at the end of the session, cause not yet looked into"),
    ),
    Row(
        "2017-05-29",
        "استقبل قصر فرساي قمة فرنسية روسية، وقال الإليزيه إن ماكرون انتقد أمام بوتين وسائل الإعلام الروسية.",
        fact("SAY", "قال", a="FRA GOV"),
        fact("ACCUSE", "انتقد", a="FRA GOV macron", r="RUS JRN", s="FRA GOV"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_metonyms(row: Row, want: Fact) -> None:
    check(row, want)
