"""Group 3: titles and appositions, with and without commas."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2014-02-21",
        "أعلن وزير الخارجية القطري، خالد بن محمد العطية، أن بلاده تدعم الحل السياسي.",
        fact("SAY", "أعلن", a="QAT GOV attiyah", by="name"),
    ),
    Row(
        "2009-09-15",
        "شدد رئيس مجلس النواب اللبناني نبيه بري على ضرورة الإسراع في تشكيل الحكومة.",
        fact("SAY", "شدد", a="LBN LEG berri"),
    ),
    Row(
        "2017-08-03",
        "بحث رئيس الوزراء الإثيوبي هايلي ماريام ديسالين مع الرئيس السوداني عمر حسن أحمد البشير أمن الحدود.",
        fact("CONSULT", "بحث", a="ETH GOV hailemariam; SDN GOV bashir"),
    ),
    Row(
        "2008-09-02",
        "قال سيف الإسلام القذافي، نجل الزعيم الليبي معمر القذافي، إن ملف لوكربي طوي نهائيا.",
        fact("SAY", "قال", a="LBY ? saif"),
    ),
    Row(
        "2022-11-15",
        "أكد أمين عام جامعة الدول العربية أحمد أبو الغيط دعم الجامعة للصومال.",
        fact("SAY", "أكد", a="IGO - gheit"),
        fact(
            "SUPPORT",
            "دعم",
            a="IGO -",
            r="SOM GOV",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2013-05-25",
        "قال الأمين العام لحزب الله السيد حسن نصر الله إن الحزب لن يترك سوريا تسقط.",
        fact("SAY", "قال", a="LBN PRM nasrallah"),
    ),
    Row(
        "2016-04-07",
        "حذر المبعوث الأممي الخاص إلى اليمن، إسماعيل ولد الشيخ أحمد، من انهيار الهدنة.",
        fact("SAY", "حذر", a="UNO - ould", c="انهيار الهدنة"),
    ),
    Row(
        "2020-09-15",
        "وقع وزير الخارجية والتعاون الدولي الإماراتي الشيخ عبد الله بن زايد آل نهيان ورئيس الوزراء الإسرائيلي بنيامين نتنياهو معاهدة السلام في البيت الأبيض.",
        fact("SUPPORT", "وقع", a="ARE GOV zayed; ISR GOV netanyahu", p="USA"),
    ),
    Row(
        "2011-12-07",
        "أشاد رئيس حركة النهضة الشيخ راشد الغنوشي بالتجربة التركية.",
        fact("SUPPORT", "أشاد", a="TUN PTY ghannouchi"),
    ),
    Row(
        "2015-09-17",
        "قال الناطق باسم القوات المسلحة الأردنية، العميد الركن محمد العيفان، إن حرس الحدود أحبط محاولة تسلل.",
        fact("SAY", "قال", a="JOR MIL"),
    ),
    Row(
        "2018-10-20",
        "رحب ولي العهد السعودي الأمير محمد بن سلمان بن عبد العزيز، نائب رئيس مجلس الوزراء وزير الدفاع، بتعيين المبعوث الجديد.",
        fact("SUPPORT", "رحب", a="SAU GOV salman"),
    ),
    Row(
        "2019-02-14",
        "صرح مستشار الرئيس الإيراني السابق، حسام الدين آشنا، بأن المفاوضات لم تفشل.",
        fact(
            "SAY",
            "صرح",
            a="IRN ELI",
            by="name",
            known="name known to the world not found, or found wrong by a partial match",
        ),
    ),
    Row(
        "2024-02-11",
        "قال رئيس المكتب السياسي لحركة حماس إسماعيل هنية إن الحركة لن تتنازل عن شروطها.",
        fact("SAY", "قال", a="PSE REB haniyeh"),
    ),
    Row(
        "2010-10-12",
        "التقى جلالة الملك محمد السادس، نصره الله، بالقصر الملكي بالرباط، رئيس بوركينا فاسو بليز كومباوري.",
        fact(
            "CONSULT",
            "التقى",
            a="MAR GOV mohammed; BFA GOV compaore",
            p="MAR rabat",
        ),
    ),
    Row(
        "2025-03-04",
        "طالب الرئيس اللبناني العماد جوزاف عون، خلال القمة العربية الطارئة في القاهرة، بانسحاب إسرائيل من النقاط الخمس.",
        fact("REQUEST yield", "طالب", a="LBN GOV aoun"),
    ),
    Row(
        "2006-11-22",
        "دان النائب سعد الحريري، رئيس كتلة تيار المستقبل النيابية، اغتيال وزير الصناعة بيار الجميل.",
        fact("ACCUSE", "دان", a="LBN LEG hariri"),
        fact(
            "ASSAULT",
            "اغتيال",
            a="",
            r="LBN GOV gemayel",
            s="-",
        ),
    ),
    Row(
        "2016-10-05",
        "انتقد مندوب سورية الدائم لدى الأمم المتحدة الدكتور بشار الجعفري تصريحات نظيره الفرنسي.",
        fact(
            "ACCUSE",
            "انتقد",
            a="SYR GOV jaafari",
            r="FRA GOV",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2012-01-31",
        "اجتمع رئيس اللجنة الوزارية العربية، رئيس مجلس الوزراء القطري الشيخ حمد بن جاسم آل ثاني، بالأمين العام للأمم المتحدة في نيويورك.",
        fact(
            "CONSULT",
            "اجتمع",
            a="QAT GOV hamad; UNO - ban",
            p="USA new york",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    Row(
        "2021-09-30",
        "نفى الوزير الأول الجزائري أيمن بن عبد الرحمن وجود أزمة سيولة، فيما استقبل رئيس أركان الجيش الفريق أول السعيد شنقريحة وفدا روسيا.",
        fact("REJECT", "نفى", a="DZA GOV benabderrahmane"),
        fact("CONSULT visit", "استقبل", a="RUS ?", r="DZA MIL chengriha"),
    ),
    Row(
        "2007-09-19",
        "نعى البطريرك الماروني نصر الله بطرس صفير النائب أنطوان غانم، ودعا إلى انتخاب رئيس في موعده.",
        fact("REQUEST|SAY", "دعا", a="LBN REL sfeir"),
    ),
    Row(
        "2013-11-08",
        "التقت مسؤولة السياسة الخارجية في الاتحاد الأوروبي كاثرين آشتون، ممثلة مجموعة 5+1، الوفد الإيراني المفاوض.",
        fact(
            "CONSULT",
            "التقت",
            a="EUR - ashton; IRN GOV",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2019-04-26",
        "أكد الفريق أول ركن عبد الفتاح البرهان عبد الرحمن، رئيس المجلس العسكري الانتقالي في السودان، أن المجلس سيسلم السلطة.",
        fact(
            "SAY",
            "أكد",
            a="SDN MIL burhan",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2010-12-08",
        "قال نائب رئيس الوزراء وزير خارجية الكويت الشيخ الدكتور محمد صباح السالم الصباح إن القمة الخليجية ناجحة.",
        fact("SAY", "قال", a="KWT GOV mohammad"),
    ),
    Row(
        "2023-04-22",
        "أعلن قائد قوات الدعم السريع الفريق محمد حمدان دقلو (حميدتي) استعداده لفتح المطارات جزئيا.",
        fact("SAY", "أعلن", a="SDN REB dagalo"),
        fact(
            "AGREE",
            "استعداده",
            a="SDN REB dagalo",
        ),
    ),
    Row(
        "2010-02-10",
        "أوضح وزير الموارد المائية والري المصري أن بلاده تتمسك بحصتها من مياه النيل.",
        fact("SAY", "أوضح", a="EGY GOV"),
    ),
    Row("2018-05-06", "وقال نائب مندوب روسيا لدى الأمم المتحدة إن المجلس سيجتمع غدا.", fact("SAY", "قال", a="RUS GOV")),
    Row("2019-03-11", "كشفت مصادر مطلعة داخل الحكومة الجزائرية أن المشاورات متعثرة.", fact("SAY", "كشفت", a="DZA GOV")),
    Row(
        "2014-09-03",
        "وقال سفين دزيي، المتحدث الرسمي باسم حكومة إقليم كردستان، إن الأوضاع مستقرة.",
        fact("SAY", "قال", a="IRQ GOV"),
    ),
    Row(
        "2013-06-12",
        "استقبل رئيس إقليم كردستان مسعود بارزاني وزير الخارجية التركي.",
        fact("CONSULT visit", "استقبل", a="TUR GOV", r="IRQ GOV"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_titles(row: Row, want: Fact) -> None:
    check(row, want)
