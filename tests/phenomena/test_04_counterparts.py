"""Group 4: counterparts («his Iranian counterpart»), one and two, with and without a name."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2013-12-16",
        "التقى وزير الخارجية المصري نبيل فهمي أمس في موسكو نظيره الروسي سيرجي لافروف.",
        fact("CONSULT", "التقى", a="EGY GOV fahmy; RUS GOV lavrov", t="2013-12-15", p="RUS moscow"),
    ),
    Row(
        "2018-07-03",
        "هاتف وزير الخارجية الأردني أيمن الصفدي نظيره السوري وليد المعلم لبحث أوضاع النازحين في درعا.",
        fact("CONSULT phone", "هاتف", a="JOR GOV safadi; SYR GOV walid"),
    ),
    Row(
        "2022-03-22",
        "استقبل الرئيس الجزائري عبد المجيد تبون نظيره الموريتاني محمد ولد الشيخ الغزواني في قصر المرادية.",
        fact("CONSULT visit", "استقبل", a="MRT GOV ghazouani", r="DZA GOV tebboune"),
    ),
    Row(
        "2009-11-20",
        "أجرى الرئيس السوري بشار الأسد محادثات مع نظيره الإيراني في دمشق.",
        fact("CONSULT", "محادثات", a="SYR GOV assad; IRN GOV ahmadinejad", p="SYR damascus"),
    ),
    Row(
        "2015-08-03",
        "بحث وزير الخارجية الأميركي جون كيري مع نظيريه السعودي عادل الجبير والروسي سيرغي لافروف في الدوحة الأزمة السورية.",
        fact(
            "CONSULT",
            "بحث",
            a="USA GOV kerry; SAU GOV jubeir; RUS GOV lavrov",
            p="QAT doha",
        ),
    ),
    Row(
        "2012-06-06",
        "دعا وزير الخارجية التركي أحمد داود أوغلو، عقب لقائه نظيريه البريطاني والألماني، إلى زيادة الضغط على دمشق.",
        fact(
            "CONSULT",
            "لقائه",
            a="TUR GOV davutoglu; GBR GOV hague; DEU GOV westerwelle",
            known="counterpart: dual, feminine, coordinated or followed by a name, is lost or left without its holder",
        ),
        fact("REQUEST", "دعا", a="TUR GOV davutoglu"),
    ),
    Row(
        "2017-12-19",
        "بحثت وزيرة الدفاع الفرنسية فلورانس بارلي مع نظيرها العراقي مكافحة الإرهاب.",
        fact("CONSULT", "بحثت", a="FRA GOV parly; IRQ GOV"),
    ),
    Row(
        "2024-10-05",
        "أبلغ وزير الخارجية المصري بدر عبد العاطي نظيره الإيراني عباس عراقجي قلق القاهرة من التصعيد.",
        fact("SAY", "أبلغ", a="EGY GOV abdelatty", r="IRN GOV araghchi"),
    ),
    Row(
        "2021-06-20",
        "وقال رئيس الوزراء العراقي مصطفى الكاظمي إنه اتفق مع نظيره اللبناني على تزويد بيروت بالنفط.",
        fact(
            "AGREE",
            "اتفق",
            a="IRQ GOV kadhimi; LBN GOV diab",
            s="IRQ GOV kadhimi",
        ),
    ),
    Row(
        "2016-01-20",
        "تسلم وزير الخارجية المغربي صلاح الدين مزوار رسالة من نظيره السنغالي.",
        fact("CONSULT", "رسالة", a="SEN GOV", r="MAR GOV mezouar"),
    ),
    Row(
        "2011-04-26",
        "رفض وزير الدفاع الأميركي روبرت غيتس ونظيره البريطاني ليام فوكس الحديث عن جمود في ليبيا.",
        fact("REJECT", "رفض", a="USA GOV gates; GBR GOV fox"),
    ),
    Row(
        "2014-06-25",
        "استعرض وزير الخارجية العماني يوسف بن علوي مع نظيرته الإيطالية فيديريكا موغيريني العلاقات الثنائية.",
        fact(
            "CONSULT",
            "استعرض",
            a="OMN GOV alawi; ITA GOV mogherini",
        ),
    ),
    Row(
        "2020-02-20",
        "حضّ الرئيس الفرنسي والمستشارة الألمانية نظيرهما الروسي على وقف الهجوم في إدلب.",
        fact(
            "REQUEST yield",
            "حض",
            a="FRA GOV macron; DEU GOV merkel",
            r="RUS GOV putin",
            known="counterpart: dual, feminine, coordinated or followed by a name, is lost or left without its holder",
        ),
    ),
    Row(
        "2019-09-17",
        "نقل وزير الخارجية الكويتي الشيخ صباح الخالد إلى نظيره الإماراتي الشيخ عبد الله بن زايد تحيات القيادة الكويتية، فيما أكد الأخير عمق العلاقات.",
        fact(
            "SAY",
            "أكد",
            a="ARE GOV zayed",
        ),
    ),
    Row(
        "2023-07-25",
        "بحث وزيرا الخارجية التركي هاكان فيدان ونظيره الليبي نجلاء المنقوش إعادة فتح القنصلية.",
        fact("CONSULT", "بحث", a="TUR GOV fidan; LBY GOV mangoush"),
    ),
    Row(
        "2017-04-12",
        "التقى وزير الخارجية الأميركي ريكس تيلرسون نظيره الروسي وأكدا أهمية خفض التوتر.",
        fact("CONSULT", "التقى", a="USA GOV tillerson; RUS GOV lavrov"),
    ),
    Row(
        "2015-11-14",
        "عقد وزير الخارجية السعودي عادل الجبير ونظيراه القطري خالد العطية والإماراتي عبد الله بن زايد اجتماعا في فيينا.",
        fact(
            "CONSULT",
            "اجتماعا",
            a="SAU GOV jubeir; QAT GOV attiyah; ARE GOV zayed",
            p="AUT vienna",
        ),
    ),
    Row(
        "2012-10-20",
        "اتصل رئيس الوزراء العراقي نوري المالكي بنظيره الكويتي جابر المبارك الصباح.",
        fact("CONSULT phone", "اتصل", a="IRQ GOV maliki; KWT GOV", i="IRQ GOV maliki"),
    ),
    Row(
        "2008-04-14",
        "استقبل وزير الخارجية السوري وليد المعلم نظيره النرويجي يوناس ستوره.",
        fact("CONSULT visit", "استقبل", a="NOR GOV", r="SYR GOV"),
    ),
    Row(
        "2024-04-18",
        "هنأ وزير الخارجية الجزائري أحمد عطاف نظيرته الليبيرية بمناسبة تعيينها.",
        fact(
            "SUPPORT",
            "هنأ",
            a="DZA GOV attaf",
            r="LBR GOV",
        ),
    ),
    Row(
        "2019-11-24",
        "دعا وزراء خارجية مصر والسودان ونظيرهم الإثيوبي إلى استئناف المفاوضات.",
        fact(
            "REQUEST meet",
            "دعا",
            a="EGY GOV shoukry; SDN GOV; ETH GOV",
        ),
    ),
    Row(
        "2011-09-15",
        "وصل رئيس الوزراء البريطاني ديفيد كاميرون برفقة نظيره الفرنسي فرانسوا فيون إلى طرابلس في زيارة مفاجئة.",
        fact(
            "CONSULT visit",
            "وصل|زيارة",
            a="GBR GOV cameron; FRA GOV fillon",
            r="LBY ?",
        ),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_counterparts(row: Row, want: Fact) -> None:
    check(row, want)
