"""Group 19: participles as predicates, acts that a verb says were done, acts named by a compound preposition."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # «عبر ... عن» "expressed" is a verb wherever it heads a clause; elsewhere it is "through"
    Row(
        "2013-06-18",
        "من جانبه عبر وزير الخارجية الألماني عن أسفه للحادث.",
        fact("SAY", "عبر", a="DEU GOV"),
        fact("CONCEDE", "أسفه", a="DEU GOV"),
    ),
    # a statement whose issuer is nobody known is not a later phrase's
    Row("2023-05-20", "دعا بيان صادر عن القمة إلى انسحاب القوات الأجنبية من سوريا.", fact("REQUEST", "دعا", a="")),
    Row("2009-01-20", "وصلت المساعدات إلى القطاع عبر مصر.", no("SAY", "عبر")),
    # a participle that says what its subject is ready, bound or unwilling to do
    Row(
        "2022-03-12",
        "قال وزير الخارجية الأوكراني إن بلاده مستعدة للتفاوض مع موسكو.",
        fact("AGREE", "مستعدة", a="UKR GOV", f="actual"),
    ),
    Row(
        "2014-05-04",
        "أكد الرئيس المصري أن القاهرة ملتزمة باتفاقية السلام.",
        fact("AGREE", "ملتزمة", a="EGY GOV"),
    ),
    Row(
        "2011-03-20",
        "أكد الوزير أن الجزائر رافضة لأي تدخل عسكري في ليبيا.",
        fact("REJECT", "رافضة", a="DZA GOV"),
    ),
    Row(
        "2019-02-11",
        "كانت المدينة الملتزمة بالهدنة هادئة.",
        no("AGREE", "الملتزمة"),
    ),
    # what a verb says was done needs no named sufferer; what is only announced does
    Row(
        "2017-03-16",
        "تمكنت القوات العراقية من تطويق المدينة القديمة.",
        fact("COERCE", "تطويق", a="IRQ MIL"),
    ),
    Row(
        "2016-05-02",
        "أعلنت وزارة الطاقة تحرير أسعار الوقود.",
        no("COERCE", "تحرير"),
    ),
    # the saying beside the act it announces
    Row(
        "2019-04-22",
        "أعلن الرئيس السريلانكي حالة الطوارئ بعد التفجيرات.",
        fact("SAY", "أعلن", a="LKA GOV"),
        fact("COERCE", "الطوارئ", a="LKA GOV"),
    ),
    # compound prepositions
    Row(
        "2013-01-12",
        "أرسلت فرنسا قوات إلى مالي بناء على طلب الرئيس المالي.",
        fact("MOBILIZE", "أرسلت", a="FRA GOV"),
        fact("REQUEST", "طلب", a="MLI GOV"),
    ),
    Row(
        "2018-04-10",
        "عقد مجلس الأمن جلسة طارئة بطلب من روسيا.",
        fact("REQUEST", "بطلب", a="RUS GOV"),
    ),
    Row(
        "2015-07-17",
        "استعادت القوات الحكومية البلدة بدعم من قوات الاتحاد الأفريقي.",
        fact("AID", "بدعم", a="IGO MIL"),
    ),
    # a root that begins with و; a past that spells like a present
    Row(
        "2012-09-04",
        "وعد رئيس الحكومة بإجراء انتخابات مبكرة.",
        fact("AGREE", "وعد", a="? GOV"),
    ),
    Row(
        "2010-12-25",
        "تعرض موكب رئيس الوزراء لإطلاق نار.",
        fact("ASSAULT", "إطلاق"),
        no("SAY", "تعرض"),
    ),
    # indefinite nouns that begin with ب of their own
    Row(
        "2006-10-09",
        "اختبرت كوريا الشمالية صاروخا باليستيا.",
        fact("MOBILIZE", "اختبرت", a="PRK GOV"),
    ),
    # a cancelled or postponed visit is no visit
    Row(
        "2020-03-05",
        "تم تأجيل زيارة وزير الخارجية الإيراني إلى أنقرة.",
        fact("REJECT", "تأجيل"),
        no("CONSULT", "زيارة"),
    ),
    # manner is one adjective: the object stands behind it
    Row(
        "2016-03-02",
        "قصف المتمردون بشكل متعمد أحياء سكنية في مدينة تعز.",
        fact("ASSAULT", "قصف", a="YEM REB"),
    ),
    # a phrase of direction before the verb is no subject
    Row(
        "2014-08-03",
        "وفي سنجار، شمال غربي مدينة الموصل، هاجم مسلحو تنظيم الدولة مواقع للبيشمركة.",
        fact("ASSAULT", "هاجم", a="IMG REB"),
    ),
    # sources tell of deeds, they do not do them
    Row(
        "2012-10-11",
        "وأفادت مصادر محلية بخرق المتمردين الحوثيين الهدنة في صعدة.",
        fact("ASSAULT", "خرق", a="YEM REB"),
    ),
    # who stands by whom
    Row(
        "2022-01-18",
        "أكد الوزير وقوف سلطنة عمان الثابت إلى جانب الكويت.",
        fact("SUPPORT", "وقوف", a="OMN GOV", r="KWT GOV"),
    ),
    # the organisation is the one spoken of by that word
    Row(
        "2019-05-07",
        "أدانت منظمة العفو الدولية قصف الحوثيين أحياء سكنية. وطالبت المنظمة بتحقيق مستقل.",
        fact("REQUEST", "طالبت", a="NGO SOC"),
    ),
    # blessings and courtesies between a ruler and what he does
    Row(
        "2016-05-02",
        "تلقى الملك سلمان بن عبدالعزيز، حفظه الله، رسالة من أخيه الشيخ تميم بن حمد أمير دولة قطر.",
        fact("CONSULT", "رسالة", a="QAT GOV", r="SAU GOV"),
    ),
    # who claims an attack has made it
    Row(
        "2014-01-12",
        "تبنى تنظيم القاعدة الهجوم الذي استهدف مركزا للشرطة في البصرة.",
        fact("ASSAULT", "الهجوم", a="IMG REB"),
    ),
    # «الصحة العراقية» is the ministry
    Row(
        "2020-04-11",
        "الصحة العراقية : مقتل ثلاثة متظاهرين في الناصرية",
        fact("SAY", ":", a="IRQ GOV"),
    ),
    # «سموه» is masculine, and the prince rather than the president he hears from
    Row(
        "2019-04-24",
        "تلقى ولي عهد أبوظبي الشيخ محمد بن زايد اتصالا من الرئيس الفرنسي. وبعث سموه ببرقية تعزية إلى الرئيس السريلانكي.",
        fact("CONSULT", "برقية", a="ARE GOV", r="LKA GOV"),
    ),
    Row(
        "2013-12-16",
        "بعث أمير قطر برقية تهنئة لأخيه الملك حمد بن عيسى آل خليفة ملك مملكة البحرين.",
        fact("SUPPORT", "تهنئة", a="QAT GOV", r="BHR GOV"),
    ),
    # a claim with the masdar of an attack on a thing
    Row(
        "2019-06-12",
        "أعلنت جماعة الحوثي مسؤوليتها عن استهداف مطار أبها بصاروخ.",
        fact("ASSAULT", "استهداف", a="YEM REB"),
    ),
    Row(
        "2006-11-05",
        "ذكرت الشرطة العراقية أن تسعة أشخاص سقطوا بين قتيل وجريح في بعقوبة.",
        fact("ASSAULT", "سقطوا", r="IRQ UNK"),
    ),
    # a plural of people after a body is whom it addresses, no adjective of it
    Row(
        "2018-12-26",
        "اتهمت الحكومة اليمنية الحوثيين بعرقلة تنفيذ الاتفاق.",
        fact("ACCUSE", "اتهمت", a="YEM GOV", r="YEM REB"),
    ),
    Row(
        "2024-10-03",
        "حذر الجيش الإسرائيلي اللبنانيين من العودة إلى قراهم.",
        fact("SAY", "حذر", a="ISR MIL", r="LBN CVL"),
    ),
    # whom a militia freed is no part of its name
    Row(
        "2016-06-12",
        "وأفرجت المليشيات الحوثية عن عشرات الأسرى في تعز.",
        fact("RETREAT", "أفرجت", a="YEM REB"),
    ),
    # «القوات الموالية ل» are not the forces last spoken of
    Row(
        "2015-08-05",
        "سيطرت قوات الحوثيين على العند. وبدأت القوات الموالية لهادي هجوما على القاعدة.",
        fact("ASSAULT", "هجوما", a="YEM MIL"),
    ),
    # two states side by side: the second is no adjective of the first
    Row(
        "2016-01-04",
        "اتهمت إيران السعودية بتأجيج التوتر في المنطقة.",
        fact("ACCUSE", "اتهمت", a="IRN GOV", r="SAU GOV"),
    ),
    # «د.» before a name ends no phrase
    Row(
        "2013-05-20",
        "شدد د. عبداللطيف الزياني على أن دول المجلس متمسكة بمواقفها.",
        fact("SAY", "شدد", a="IGO -"),
    ),
]


@pytest.mark.parametrize(("row", "wanted"), cases(ROWS))
def test_predicates(row: Row, wanted: Fact) -> None:
    check(row, wanted)
