"""Group 14: spelling: variants of names, hamza, ة/ه, ى/ي, tatweel, diacritics, Persian letters, presentation forms, bidi marks."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2016-05-17",
        "التقى وزير الخارجية الأمريكي جون كيرى نظيره الروسى سيرجى لافروف فى فيينا.",
        fact("CONSULT", "التقى", a="USA GOV kerry; RUS GOV lavrov", p="AUT vienna"),
    ),
    Row(
        "2018-08-13",
        "إتهم الرئيس التركي رجب طيب اردوغان الولايات المتحده بطعن بلاده في الظهر.",
        fact("ACCUSE", "إتهم", a="TUR GOV erdogan", r="USA GOV"),
    ),
    Row(
        "2011-08-23",
        "استقبل الملك عبدالله بن عبدالعزيز آل سعود في جدّة رئيسَ الوزراء اللبنانيَّ نجيبَ ميقاتي.",
        fact(
            "CONSULT visit",
            "استقبل",
            a="LBN GOV mikati",
            r="SAU GOV abdullah",
            p="SAU jeddah",
        ),
    ),
    Row(
        "2013-03-02",
        "أدانت سورية تصريحات وزير الخارجية البريطاني ويليام هيغ.",
        fact(
            "ACCUSE",
            "أدانت",
            a="SYR GOV",
            r="GBR GOV hague",
        ),
    ),
    Row(
        "2014-10-02",
        "وافـق البرلمـان التركـي علـى مذكـرة تفـوض الحكومـة إرسـال قـوات.",
        fact("AGREE", "وافـق", a="TUR LEG"),
    ),
    Row(
        "2012-02-29",
        "دعت بثينة شعبان الأمم المتحدة الى احترام السيادة السوريه، بعد ان رفضت دمشق دخول فاليري آموس.",
        fact("REQUEST", "دعت", a="SYR GOV shaaban", r="UNO -"),
        fact("REJECT", "رفضت", a="SYR GOV"),
    ),
    Row(
        "2019-12-30",
        "استهدفت الطائرات الأمیرکیة مقرات کتائب حزب الله فی العراق.",
        fact("ASSAULT aerial", "استهدفت", a="USA MIL", r="IRQ PRM kataib"),
    ),
    Row(
        "2015-06-09",
        "ﺃﻋﻠﻦ ﺍﻟﺠﻴﺶ ﺍﻟﻤﺼﺮﻱ ﻣﻘﺘﻞ ﻋﺸﺮﺓ ﺇﺭﻫﺎﺑﻴﻴﻦ ﻓﻲ ﺳﻴﻨﺎﺀ.",
        fact("SAY", "ﺃﻋﻠﻦ", a="EGY MIL"),
        fact("ASSAULT", "ﻣﻘﺘﻞ", s="EGY MIL", p="EGY sinai"),
    ),
    Row(
        "2017-05-21",
        "\u200fألقى الرئيس الأميركي دونالد ترمب \u202bخطابا في الرياض\u202c اتهم فيه إيران \u200fبتمويل الإرهاب.",
        fact("ACCUSE", "اتهم", a="USA GOV trump", r="IRN GOV"),
    ),
    Row(
        "2021-07-07",
        "أكد رئيس الوزراء الاسرائيلي نفتالي بينيت ان اسرائيل لن تسمح لايران بامتلاك قنبلة نووية.",
        fact("SAY", "أكد", a="ISR GOV bennett", c="اسرائيل لن تسمح"),
    ),
    Row(
        "2009-02-18",
        "التقت تسيبي ليفني مع الامين العام للامم المتحدة بان كى مون.",
        fact("CONSULT", "التقت", a="ISR GOV livni; UNO - ban"),
    ),
    Row("2010-11-08", "أعلنت جبهة البوليزاريو سقوط قتلى في مخيم اگديم إيزيك.", fact("SAY", "أعلنت", a="ESH ?")),
    Row(
        "2023-07-21",
        "قالت مسئولة الإتصال بالخارجيه السودانيه إن بلادها ترفض دخول قوات افريقيه.",
        fact("REJECT", "ترفض", a="SDN GOV", s="SDN GOV", known="speaker or via lost or wrong"),
    ),
    Row(
        "2006-04-25",
        "زارت كوندوليزا رايس أنقره للقاء عبدالله غل وطيّب إردوغان.",
        fact("CONSULT visit", "زارت", a="USA GOV rice", r="TUR GOV"),
        fact(
            "CONSULT",
            "لقاء",
            a="USA GOV rice; TUR GOV gul; TUR GOV erdogan",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2022-06-15",
        "هاجمت القوات الروسية مدينة سيفيرودونيتسك، فيما دعا الرئيس الأوكراني فولوديمير زيلينسكى الى تسليم بلاده اسلحه ثقيله.",
        fact("ASSAULT", "هاجمت", a="RUS MIL"),
        fact("REQUEST assist", "دعا", a="UKR GOV zelensk", known="mode not taken from the words that give it"),
    ),
    Row(
        "2012-11-16",
        "دعا الرئيس المصرى محمد مرسى، فى كلمه القاها بمسجد، إسرائيل الى وقف العدوان على غزه.",
        fact("REQUEST yield", "دعا", a="EGY GOV morsi", r="ISR GOV"),
    ),
    Row(
        "2017-06-21",
        "عيّن العاهل السعودي الملك سلمان نجله الأمير محمد بن سلمان وليّاً للعهد، وأُعفيَ الأمير محمد بن نايف من مناصبه.",
        fact("SANCTION expel", "أعفي", r="SAU GOV nayef"),
    ),
    Row(
        "2009-06-04",
        "قال باراك اوباما فى خطاب بجامعة القاهره ان اميركا لن تكون فى حرب مع الاسلام.",
        fact("SAY", "قال", a="USA GOV obama", c="اميركا لن تكون"),
    ),
    Row(
        "2011-10-20",
        "قتل العقيد معمر القذّافي في سِرْت، وأكّد رئيس المكتب التنفيذي محمود جبريل النبأ.",
        fact("ASSAULT", "قتل", r="LBY ? gaddafi", p="LBY sirte"),
        fact("SAY", "أكد", a="LBY GOV jibril"),
    ),
    Row(
        "2018-06-28",
        "إستقبل رئيس الجمهورية العماد ميشال عون في قصر بعبدا الرئيس المكلّف سعد الحريري.",
        fact("CONSULT visit", "إستقبل", a="LBN GOV hariri", r="LBN GOV aoun", p="LBN baabda"),
    ),
    Row(
        "2015-10-30",
        "شارك وزراء خارجيّة أمريكا وروسيا وإيران والسعوديّة في مباحثات ڤيينا.",
        fact("CONSULT", "مباحثات", a="USA GOV; RUS GOV; IRN GOV; SAU GOV", p="AUT vienna"),
    ),
    Row(
        "2010-03-26",
        "صرّح الأمين العام لجامعة الدول العربيّة عَمرو موسى بأنّ القدسَ خطٌّ أحمر.",
        fact("SAY", "صرح", a="IGO - moussa", c="القدس خط أحمر"),
    ),
    Row(
        "2019-05-27",
        "استقبل أمير الكويت الشيخ صباح الاحمد الجابر الصباح مساعد وزير الخارجية الايرانى عباس عراقچى.",
        fact("CONSULT visit", "استقبل", a="IRN GOV araghchi", r="KWT GOV sabah"),
    ),
    Row(
        "2024-07-13",
        "قصفت طائرات الإحتلال «الإسرائيلي» مواصي خانيونس، ما أدّى الى إستشهاد العشرات.",
        fact("ASSAULT aerial", "قصفت", a="ISR MIL", p="PSE"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_spelling(row: Row, want: Fact) -> None:
    check(row, want)
