"""Group 15: calendars: month names of every region, Hijri, Arabic-Indic digits, weekdays, day parts, offsets."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2016-12-14",
        "قصفت الطائرات الروسية مدينة الباب في 12 كانون الأول/ديسمبر الجاري.",
        fact("ASSAULT", "قصفت", t="2016-12-12"),
    ),
    Row(
        "2012-12-20",
        "اعتقلت الشرطة المغربية ناشطين يوم 14 دجنبر 2012.",
        fact("COERCE arrest", "اعتقلت", t="2012-12-14"),
    ),
    Row(
        "2019-08-10",
        "التقى رئيس الدولة الجزائري عبد القادر بن صالح هيئة الحوار في 25 جويلية الماضي.",
        fact("CONSULT", "التقى", t="2019-07-25"),
    ),
    Row(
        "2013-08-20",
        "فضت قوات الأمن المصرية اعتصام رابعة العدوية يوم الأربعاء ١٤ أغسطس ٢٠١٣.",
        fact("ASSAULT", "فضت", a="EGY COP", t="2013-08-14"),
    ),
    Row(
        "2014-01-15",
        "أعلن وزير الخارجية التونسي أن الحوار يبدأ يوم 3 جانفي، وهدد الاتحاد العام التونسي للشغل بإضراب عام قبل يومين.",
        fact(
            "THREATEN",
            "هدد",
            a="TUN LAB",
            t="2014-01-13",
            known="time expression of the clause not found, or one of another clause taken",
        ),
    ),
    Row(
        "2017-06-05",
        "استقبل خادم الحرمين الشريفين الملك سلمان في قصره بجدة يوم 10 رمضان 1438هـ رئيس الوزراء الماليزي نجيب عبد الرزاق.",
        fact(
            "CONSULT visit",
            "استقبل",
            t="2017-06-05",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    Row(
        "2021-05-18",
        "شنت إسرائيل ليل الاثنين الثلاثاء عشرات الغارات على غزة.",
        fact("ASSAULT aerial", "الغارات", t="2021-05-17TNI"),
    ),
    Row(
        "2010-04-22",
        "وصل نائب الرئيس العراقي طارق الهاشمي إلى الدوحة مساء أول أمس في زيارة رسمية.",
        fact(
            "CONSULT visit",
            "وصل",
            t="2010-04-20TEV",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2015-03-30",
        "سيلتقي الرئيس الموريتاني محمد ولد عبد العزيز نظيره المالي الخميس المقبل.",
        fact("AGREE", "سيلتقي", f="future", t="2015-04-02"),
    ),
    Row(
        "2011-06-07",
        "هاجم مسلحون مجهولون مركزا أمنيا في جسر الشغور فجر أمس الاثنين.",
        fact(
            "ASSAULT",
            "هاجم",
            t="2011-06-06TMO",
            known="time expression of the clause not found, or one of another clause taken",
        ),
    ),
    Row("2018-02-12", "أسقطت الدفاعات السورية مقاتلة إسرائيلية أول من أمس.", fact("ASSAULT", "أسقطت", t="2018-02-10")),
    Row(
        "2022-09-30",
        "تظاهر المئات في بغداد مطلع الشهر الجاري احتجاجا على ترشيح السوداني.",
        fact("PROTEST demo", "تظاهر", t="2022-09"),
    ),
    Row(
        "2008-03-10",
        "اغتيل القيادي في حزب الله عماد مغنية في دمشق في 12 شباط الماضي.",
        fact("ASSAULT", "اغتيل", t="2008-02-12", p="SYR damascus"),
    ),
    Row(
        "2024-11-27",
        "دخل اتفاق وقف إطلاق النار بين لبنان وإسرائيل حيز التنفيذ في الرابعة من فجر اليوم.",
        fact("RETREAT ceasefire", "وقف إطلاق النار|دخل", t="2024-11-27TMO"),
    ),
    Row(
        "2023-09-05",
        "انقلب الجيش الغابوني على الرئيس علي بونغو في 30 غشت المنصرم.",
        fact("COERCE|ASSAULT", "انقلب", t="2023-08-30"),
    ),
    Row(
        "2020-10-01",
        "هاجمت أذربيجان مواقع أرمنية في إقليم ناغورني قره باغ صباح الأحد الماضي.",
        fact("ASSAULT", "هاجمت", a="AZE ?", t="2020-09-27TMO"),
    ),
    Row(
        "2009-07-28",
        "زار المبعوث الأميركي جورج ميتشل دمشق خلال الفترة من 25 إلى 27 تموز.",
        fact("CONSULT visit", "زار", t="2009-07-25/2009-07-27"),
    ),
    Row(
        "2025-06-13",
        "شنت إسرائيل فجر اليوم الجمعة هجوما واسعا على منشآت نووية إيرانية.",
        fact("ASSAULT", "هجوما", a="ISR GOV", t="2025-06-13TMO"),
    ),
    Row(
        "2012-07-19",
        "قتل وزير الدفاع السوري داوود راجحة في تفجير استهدف أمس الأربعاء مبنى الأمن القومي.",
        fact("ASSAULT explosives", "تفجير", t="2012-07-18"),
    ),
    Row(
        "2013-11-25",
        "توصلت إيران ومجموعة 5+1 إلى اتفاق مرحلي في جنيف في وقت مبكر من صباح الأحد.",
        fact(
            "AGREE",
            "اتفاق|توصلت",
            t="2013-11-24TMO",
            p="CHE geneva",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2006-08-14",
        "قتلت إسرائيل سبعة مدنيين في بلدة بريتال يوم الأحد الموافق للثالث عشر من آب.",
        fact("ASSAULT", "قتلت", t="2006-08-13"),
    ),
    Row(
        "2016-01-05",
        "فرضت وزارة الداخلية حظر التجول في المنامة نهاية الأسبوع الماضي.",
        fact("COERCE curfew", "حظر التجول", p="BHR manama"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_calendars(row: Row, want: Fact) -> None:
    check(row, want)
