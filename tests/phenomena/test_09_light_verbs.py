"""Group 9: light verbs and their nouns: who called whom, held, launched, addressed, carried out, «was done»."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    Row(
        "2014-07-12",
        "تلقى الرئيس المصري عبد الفتاح السيسي اتصالا هاتفيا من رئيس الوزراء البريطاني ديفيد كاميرون تناول الوضع في غزة.",
        fact(
            "CONSULT phone",
            "اتصالا",
            a="EGY GOV sisi; GBR GOV cameron",
            r="",
            i="GBR GOV cameron",
        ),
        no(None, "تلقى"),
    ),
    Row(
        "2020-08-04",
        "أجرى أمير الكويت الشيخ صباح الأحمد اتصالا بالرئيس اللبناني ميشال عون أعرب خلاله عن تعازيه.",
        fact(
            "CONSULT phone",
            "اتصالا",
            a="KWT GOV sabah; LBN GOV aoun",
            i="KWT GOV sabah",
            known="initiator of a call not given («تلقى اتصالا من», «أجرى اتصالا ب», «اتصال أجراه»)",
        ),
        fact(
            "SUPPORT",
            "تعازيه",
            a="KWT GOV sabah",
            r="LBN GOV aoun",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2008-12-27",
        "شن الطيران الحربي الإسرائيلي سلسلة غارات على مقار الشرطة في قطاع غزة.",
        fact("ASSAULT aerial", "غارات", a="ISR MIL", r="PSE COP", p="PSE gaza"),
        no(None, "شن"),
    ),
    Row(
        "2017-09-12",
        "وجه خادم الحرمين الشريفين الملك سلمان بن عبد العزيز دعوة إلى رئيس الوزراء العراقي لزيارة المملكة.",
        fact(
            "AGREE",
            "دعوة",
            a="SAU GOV salman",
            r="IRQ GOV abadi",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2012-11-14",
        "نفذ سلاح الجو الإسرائيلي عملية اغتيال استهدفت القيادي في كتائب القسام أحمد الجعبري.",
        fact(
            "ASSAULT targeted",
            "اغتيال",
            a="ISR MIL",
            r="PSE REB jabari",
            known="name known to the world not found, or found wrong by a partial match",
        ),
    ),
    Row(
        "2019-04-10",
        "عقد مجلس الأمن الدولي جلسة مغلقة بشأن ليبيا وجه خلالها السفير البريطاني انتقادات لقوات حفتر.",
        fact("CONSULT", "جلسة", a="UNO -"),
        fact("ACCUSE", "انتقادات", a="GBR GOV", r="LBY ?"),
    ),
    Row(
        "2016-12-19",
        "أطلق شرطي تركي النار على السفير الروسي في أنقرة أندريه كارلوف فأرداه قتيلا.",
        fact("ASSAULT firearms", "النار", a="TUR COP", r="RUS GOV", p="TUR ankara"),
    ),
    Row(
        "2011-09-09",
        "ألقت السلطات السورية القبض على الناشط غياث مطر في داريا، ثم سلمت جثته إلى أهله.",
        fact("COERCE arrest", "القبض", a="SYR GOV", r="SYR ?", p="SYR dar"),
    ),
    Row(
        "2021-10-25",
        "قام الجيش السوداني باعتقال رئيس الوزراء عبد الله حمدوك وعدد من الوزراء فجر الاثنين.",
        fact("COERCE arrest", "اعتقال", a="SDN MIL", r="SDN GOV hamdok; SDN GOV", t="2021-10-25TMO"),
        no(None, "قام"),
    ),
    Row(
        "2013-01-16",
        "تم الإفراج عن أربعين رهينة جزائريا في منشأة عين أميناس.",
        fact("RETREAT release", "الإفراج", a="", p="DZA amenas"),
        no(None, "تم"),
    ),
    Row(
        "2018-04-11",
        "جرى توقيف ثلاثة مشتبه فيهم بمدينة وهران على خلفية أعمال شغب.",
        fact("COERCE arrest", "توقيف", p="DZA oran"),
    ),
    Row(
        "2022-09-21",
        "أعربت الجزائر عن استنكارها للتصريحات، ووجهت احتجاجا رسميا إلى السفير الفرنسي.",
        fact("ACCUSE", "استنكارها", a="DZA GOV"),
        fact(
            "ACCUSE",
            "احتجاجا",
            a="DZA GOV",
            r="FRA GOV",
            known="homograph: another reading of the trigger or name wins",
        ),
    ),
    Row(
        "2015-02-16",
        "أقدم تنظيم داعش على ذبح 21 قبطيا مصريا في مدينة سرت الليبية.",
        fact(
            "ASSAULT",
            "ذبح",
            a="IMG REB",
            r="EGY CVL",
            p="LBY sirte",
        ),
    ),
    Row(
        "2010-04-08",
        "أبدت إثيوبيا موافقتها على عقد اجتماع لوزراء مياه حوض النيل، بينما قدمت مصر اعتراضا على مسودة الاتفاقية.",
        fact("AGREE", "موافقتها", a="ETH GOV"),
        fact(
            "REJECT",
            "اعتراضا",
            a="EGY GOV",
        ),
    ),
    Row(
        "2023-11-24",
        "دخلت الهدنة حيز التنفيذ، وأدخلت مصر مئتي شاحنة مساعدات إلى قطاع غزة عبر معبر رفح.",
        fact("RETREAT ceasefire", "الهدنة|دخلت"),
        fact(
            "AID",
            "مساعدات|أدخلت",
            a="EGY GOV",
            r="PSE ?",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2024-12-17",
        "وضع المحتجون حدا لاعتصامهم بعدما تلقوا وعودا من والي صفاقس.",
        fact(
            "AGREE",
            "وعودا",
            a="TUN GOV",
            r="TUN CVL",
        ),
    ),
    Row(
        "2007-03-19",
        "أعطى البرلمان الفلسطيني الثقة لحكومة الوحدة الوطنية برئاسة إسماعيل هنية.",
        fact("SUPPORT", "الثقة", a="PSE LEG", r="PSE GOV"),
    ),
    Row(
        "2025-05-14",
        "عقد الرئيس الأميركي دونالد ترامب لقاء مع الرئيس السوري أحمد الشرع في الرياض بحضور ولي العهد السعودي.",
        fact(
            "CONSULT",
            "لقاء",
            a="USA GOV trump; SYR GOV sharaa",
            p="SAU riyadh",
        ),
        no(None, "حضور"),
    ),
    Row(
        "2018-01-21",
        "أجرى وزير الخارجية الفرنسي جان إيف لودريان مكالمة هاتفية مع نظيره التركي مولود جاويش أوغلو بشأن عفرين.",
        fact(
            "CONSULT phone",
            "مكالمة",
            a="FRA GOV drian; TUR GOV cavusoglu",
            i="FRA GOV drian",
            known="initiator of a call not given («تلقى اتصالا من», «أجرى اتصالا ب», «اتصال أجراه»)",
        ),
    ),
    Row(
        "2022-05-14",
        "تلقى الشيخ محمد بن زايد اتصالا هاتفيا من ملك المغرب محمد السادس قدم خلاله تعازيه في وفاة الشيخ خليفة.",
        fact(
            "CONSULT phone",
            "اتصالا",
            a="ARE GOV zayed; MAR GOV mohammed",
            i="MAR GOV mohammed",
        ),
    ),
    Row(
        "2010-11-17",
        "ألقى نائب وزير الخارجية الإسرائيلي داني أيالون باللوم على الفلسطينيين في تعثر المفاوضات.",
        fact("ACCUSE", "اللوم|باللوم", a="ISR GOV ayalon", r="PSE ?"),
    ),
    Row(
        "2015-05-22",
        "تبنى تنظيم داعش الهجوم على مسجد القديح، وأعلنت الداخلية السعودية فتح تحقيق.",
        fact("ASSAULT", "الهجوم", a="IMG REB", p="SAU qudaih", known="place of the event not found"),
    ),
    Row(
        "2019-07-03",
        "ارتكبت طائرات حفتر مجزرة في مركز احتجاز المهاجرين بتاجوراء راح ضحيتها أكثر من 40 شخصا.",
        fact(
            "ASSAULT",
            "مجزرة",
            a="LBY ?",
            p="LBY tajoura",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2012-08-26",
        "نفذت قوات النظام حملة مداهمات في داريا، وارتكبت إعدامات ميدانية.",
        fact("COERCE", "مداهمات|حملة", a="SYR MIL", p="SYR dar"),
        fact(
            "ASSAULT",
            "إعدامات",
            a="SYR MIL",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2016-09-26",
        "فتح مسلح النار على الكاتب الأردني ناهض حتر أمام قصر العدل في عمان فأرداه.",
        fact("ASSAULT firearms", "النار", a="- UAF", r="JOR ?", p="JOR amman"),
    ),
    Row(
        "2023-05-22",
        "خاض الأسرى الفلسطينيون في سجن عوفر إضرابا مفتوحا عن الطعام.",
        fact(
            "PROTEST hunger",
            "إضرابا",
            a="PSE ?",
        ),
    ),
    Row(
        "2011-06-03",
        "تعرض الرئيس اليمني علي عبد الله صالح لمحاولة اغتيال بقصف مسجد النهدين في القصر الرئاسي بصنعاء.",
        fact("ASSAULT", "اغتيال|قصف", r="YEM GOV saleh", p="YEM sanaa", known="place of the event not found"),
    ),
    Row(
        "2014-03-07",
        "أدرجت السعودية جماعة الإخوان المسلمين على قائمة المنظمات الإرهابية، وفرضت قيودا على التبرعات.",
        fact("SANCTION", "أدرجت", a="SAU GOV", r="? ? brotherhood"),
    ),
    Row(
        "2025-08-27",
        "تقدمت الحكومة السورية بشكوى إلى مجلس الأمن ضد إسرائيل.",
        fact("ACCUSE", "شكوى", a="SYR GOV", r="ISR GOV"),
    ),
    Row(
        "2019-12-10",
        "دخل المعلمون الأردنيون في إضراب عن العمل للأسبوع الثاني.",
        fact(
            "PROTEST strike",
            "إضراب",
            a="JOR ?",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
    ),
    Row(
        "2012-04-17",
        "بدأ نحو 1600 أسير فلسطيني إضرابا عن الطعام في السجون الإسرائيلية.",
        fact("PROTEST hunger", "إضرابا", a="PSE ?"),
    ),
    Row(
        "2016-11-23",
        "أعلنت القاهرة حالة الاستنفار القصوى، ونشر الجيش المصري تعزيزات على الحدود مع ليبيا.",
        fact("MOBILIZE", "نشر|تعزيزات", a="EGY MIL"),
    ),
    Row(
        "2021-02-09",
        "فرقت الشرطة السودانية بالغاز المسيل للدموع متظاهرين في الأبيض.",
        fact(
            "ASSAULT crowd-control",
            "فرقت",
            a="SDN COP",
            r="SDN CVL",
        ),
    ),
    Row(
        "2018-03-15",
        "أجلت السلطات السورية دفعة من المدنيين من الغوطة الشرقية، وأدخل الهلال الأحمر قافلة إغاثة.",
        fact(
            "AID",
            "أدخل|قافلة|إغاثة",
            a="SYR ?",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2010-11-16",
        "سلمت السلطات اليمنية ألمانيا مواطنا مطلوبا في قضايا إرهاب.",
        fact(
            "COOPERATE",
            "سلمت",
            a="YEM GOV; DEU GOV",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2020-03-29",
        "أودعت النيابة العامة في الجزائر الصحافي خالد درارني الحبس المؤقت.",
        fact(
            "COERCE arrest",
            "أودعت|الحبس",
            a="DZA JUD",
            r="DZA JRN",
        ),
    ),
    Row(
        "2014-06-23",
        "قضت محكمة مصرية بسجن ثلاثة من صحافيي قناة الجزيرة بين سبع وعشر سنوات.",
        fact("SANCTION convict", "قضت|سجن", a="EGY JUD", r="? JRN"),
    ),
    Row(
        "2013-01-11",
        "أطلق الجيش الفرنسي عملية عسكرية في مالي لوقف زحف المتشددين نحو العاصمة.",
        fact("ASSAULT|MOBILIZE", "عملية", a="FRA MIL", p="MLI"),
    ),
    Row(
        "2007-05-20",
        "خاض الجيش اللبناني معارك ضارية مع مسلحي فتح الإسلام في مخيم نهر البارد.",
        fact("ASSAULT", "معارك", a="LBN MIL; ? REB", p="LBN bared"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_light_verbs(row: Row, want: Fact) -> None:
    check(row, want)
