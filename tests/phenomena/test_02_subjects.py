"""Group 2: dropped subjects, and subjects far from their verb (behind adverbs and parentheses)."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2012-09-03",
        "انتقد الرئيس المصري محمد مرسي النظام السوري بشدة، ودعا بشار الأسد إلى التنحي.",
        fact("ACCUSE", "انتقد", a="EGY GOV morsi", r="SYR GOV"),
        fact(
            "REQUEST",
            "دعا",
            a="EGY GOV morsi",
            r="SYR GOV assad",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
    ),
    Row(
        "2014-12-10",
        "دانت فرنسا استشهاد الوزير الفلسطيني زياد أبو عين، بينما طالبت بفتح تحقيق مستقل في الحادث.",
        fact("ACCUSE", "دانت", a="FRA GOV"),
        fact("REQUEST", "طالبت", a="FRA GOV", c="بفتح تحقيق"),
    ),
    Row(
        "2016-06-20",
        "طالب، في ختام زيارة استمرت ثلاثة أيام إلى نواكشوط، وزير الخارجية السنغالي مانكور ندياي بتسريع فتح الحدود.",
        fact("REQUEST", "طالب", a="SEN GOV"),
    ),
    Row(
        "2019-11-02",
        "رفض المتظاهرون في بيروت وطرابلس وصيدا، رغم المطر والبرد والوعود التي قطعتها السلطة، إخلاء الساحات.",
        fact("REJECT", "رفض", a="LBN CVL"),
    ),
    Row(
        "2018-03-01",
        "التقى أمس في مقر الرئاسة بقصر الاتحادية الرئيس عبد الفتاح السيسي رئيس الوزراء السوداني بكري حسن صالح.",
        fact("CONSULT", "التقى", a="EGY GOV sisi; SDN GOV", t="2018-02-28"),
    ),
    Row(
        "2008-05-09",
        "اتهم رئيس الحكومة اللبنانية فؤاد السنيورة حزب الله بتنفيذ انقلاب مسلح. وأكد أن الجيش مدعو إلى حماية المواطنين.",
        fact("ACCUSE", "اتهم", a="LBN GOV siniora", r="LBN PRM"),
        fact("SAY", "أكد", a="LBN GOV siniora"),
    ),
    Row(
        "2021-07-26",
        "أقال الرئيس التونسي قيس سعيد رئيس الحكومة هشام المشيشي، وجمد عمل البرلمان، ورفع الحصانة عن النواب.",
        fact("SANCTION expel", "أقال", a="TUN GOV saied", r="TUN GOV mechichi"),
        fact(
            "COERCE",
            "جمد",
            a="TUN GOV saied",
            r="TUN LEG",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2010-02-16",
        "وصلت وزيرة الخارجية الأميركية هيلاري كلينتون إلى جدة، حيث التقت نظيرها السعودي الأمير سعود الفيصل، ثم غادرت إلى الرياض.",
        fact(
            "CONSULT",
            "التقت",
            a="USA GOV clinton; SAU GOV saud",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2015-03-18",
        "أعلنت وزارة الداخلية التونسية أن مسلحين اثنين قتلا. وأوضحت أنهما كانا يحملان أسلحة رشاشة.",
        fact("SAY", "أوضحت", a="TUN GOV"),
    ),
    Row(
        "2017-06-23",
        "سلمت الدول الأربع قطر قائمة مطالب، وأمهلتها عشرة أيام للرد، وهددت بإجراءات جديدة.",
        fact("THREATEN", "هددت", a="? GOV"),
    ),
    Row(
        "2023-10-18",
        "حمّل العاهل الأردني إسرائيل مسؤولية قصف المستشفى المعمداني، وألغى قمة عمان مع الرئيس الأميركي.",
        fact(
            "ACCUSE",
            "حمل|مسؤولية",
            a="JOR GOV abdullah",
            r="ISR GOV",
        ),
        fact(
            "REJECT",
            "ألغى",
            a="JOR GOV abdullah",
        ),
    ),
    Row(
        "2013-02-06",
        "اغتال مجهولون المعارض شكري بلعيد أمام منزله، ثم فروا على متن دراجة نارية.",
        fact("ASSAULT", "اغتال", a="- UAF", r="TUN ? belaid"),
    ),
    Row(
        "2020-08-06",
        "زار الرئيس الفرنسي إيمانويل ماكرون مرفأ بيروت المنكوب، وتعهد تنظيم مؤتمر دولي لدعم لبنان، وحض القادة اللبنانيين على الإصلاح.",
        fact("AGREE", "تعهد", a="FRA GOV macron"),
        fact(
            "REQUEST change",
            "حض",
            a="FRA GOV macron",
            r="LBN GOV",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
    ),
    Row(
        "2007-11-29",
        "عاد الرئيس الفلسطيني محمود عباس من أنابوليس إلى عمان حيث أطلع الملك عبد الله الثاني على نتائج المؤتمر.",
        fact(
            "SAY",
            "أطلع",
            a="PSE GOV abbas",
            r="JOR GOV abdullah",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2016-10-31",
        "ناقش البرلمان اللبناني خطة الحكومة، ثم رفع الجلسة وطالب الوزراء بالاستقالة.",
        fact(
            "REQUEST",
            "طالب",
            a="LBN LEG",
            r="LBN GOV",
        ),
    ),
    Row(
        "2018-02-05",
        "اتهمت القاهرة حركة حسم بتنفيذ الهجوم، وطلبت من أنقرة تسليم قادتها.",
        fact("ACCUSE", "اتهمت", a="EGY GOV"),
        fact(
            "REQUEST",
            "طلبت",
            a="EGY GOV",
            r="TUR GOV",
        ),
    ),
    Row(
        "2021-12-20",
        "التقى رئيس الحكومة اللبنانية نجيب ميقاتي الأمين العام للأمم المتحدة، وأطلعه على الأوضاع، وشكره على دعم الجيش.",
        fact(
            "SAY",
            "أطلعه",
            a="LBN GOV mikati",
            r="UNO - guterres",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
        fact("SUPPORT", "شكره", a="LBN GOV mikati", r="UNO - guterres"),
    ),
    Row(
        "2010-07-14",
        "نفى، بعد صمت دام أسبوعا، المتحدث باسم الحكومة العراقية علي الدباغ وجود سجون سرية.",
        fact("REJECT", "نفى", a="IRQ GOV dabbagh"),
    ),
    Row(
        "2023-12-19",
        "أعلنت واشنطن تشكيل قوة بحرية في البحر الأحمر، فيما حذرت الحوثيين من مغبة استهداف السفن.",
        fact(
            "THREATEN",
            "حذرت",
            a="USA GOV",
            r="YEM REB",
        ),
    ),
    Row(
        "2014-01-25",
        "حمل الناطق باسم الرئاسة التونسية المتشددين المسؤولية، وتوعدهم بالملاحقة.",
        fact("THREATEN", "توعدهم", a="TUN GOV"),
    ),
    Row(
        "2014-02-11",
        "زار وزير الخارجية الجزائري رمطان لعمامرة باماكو. وأكد استمرار دعم بلاده للحكومة المالية.",
        fact("SAY", "أكد", a="DZA GOV lamamra"),
    ),
    Row(
        "2020-08-19",
        "أدانت فرنسا الانقلاب في مالي، وحثت العسكريين على إطلاق سراح الرئيس.",
        fact("REQUEST", "حثت", a="FRA GOV"),
    ),
    Row(
        "2008-02-29",
        "ارتكبت القوات الإسرائيلية مجزرة في غزة بعدما أمطرت حي الزيتون بالقذائف.",
        fact("ASSAULT", "أمطرت", a="ISR MIL"),
    ),
    Row(
        "2019-09-22",
        "قال الرئيس الإيراني حسن روحاني إن بلاده لن تتراجع، وطالب قوات التحالف بالابتعاد عن الخليج.",
        fact("REQUEST", "طالب", a="IRN GOV rouhani"),
    ),
    # the pronoun on «أن» is the subject
    Row(
        "2018-10-12",
        "أعلنت بريطانيا أنها جمدت أموال رجل الأعمال الروسي.",
        fact("COERCE", "جمدت", a="GBR GOV"),
    ),
    Row(
        "2011-03-20",
        "أكد القادة أنهم رفضوا المقترح.",
        fact("REJECT", "رفضوا", a="? ?"),
    ),
    Row(
        "2022-05-06",
        "أكدت الخارجية الأردنية أنها لن تألو جهدا في إعادة المواطنين.",
        fact("AGREE", "تألو|لن تألو", a="JOR GOV", f="actual"),
    ),
    Row(
        "2018-12-20",
        "قالت الوزارة إن موسكو سوف تواصل اتصالاتها مع أنقرة.",
        no("CONSULT", "تواصل"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_subjects(row: Row, want: Fact) -> None:
    check(row, want)
