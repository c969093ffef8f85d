"""Group 6: «his country», «his government», «the latter», «the spokesman», «the statement», «the sources», «the ministry»."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2014-03-05",
        "قال وزير الخارجية البحريني الشيخ خالد بن أحمد آل خليفة إن بلاده تدين تفجير الدية. وأضاف أن حكومته ستلاحق المتورطين.",
        fact("ACCUSE", "تدين", a="BHR GOV", s="BHR GOV khalid"),
        fact("SAY", "أضاف", a="BHR GOV khalid"),
    ),
    Row(
        "2012-11-19",
        "أعلنت وزارة الصحة في غزة سقوط شهداء جدد. وقالت الوزارة إن القصف استهدف منزلا في حي الزيتون.",
        fact("SAY", "قالت", a="PSE GOV"),
    ),
    Row(
        "2016-10-09",
        "كشفت مصادر أمنية عراقية عن توقيف خلية إرهابية في بغداد. وأوضحت المصادر أن الخلية خططت لتفجيرات.",
        fact("SAY", "أوضحت", a="IRQ COP"),
    ),
    Row(
        "2018-11-30",
        "أصدرت الخارجية التونسية بيانا بشأن الوضع في ليبيا. ودعا البيان الأطراف الليبية إلى تغليب الحوار.",
        fact(
            "REQUEST meet",
            "دعا",
            a="TUN GOV",
            r="LBY ?",
        ),
    ),
    Row(
        "2021-04-14",
        "قال المتحدث باسم وزارة الري السودانية إن الخرطوم ترفض الملء الثاني. وأشار المتحدث إلى أن بلاده تحتفظ بحق اللجوء إلى مجلس الأمن.",
        fact("REJECT", "ترفض", a="SDN GOV", s="SDN GOV"),
        fact("SAY", "أشار", a="SDN GOV"),
    ),
    Row(
        "2009-06-24",
        "التقى وزير الخارجية الليبي موسى كوسا المبعوث البريطاني سايمون فريزر، وسلمه رسالة. وأكد الأخير متانة العلاقات.",
        fact(
            "SAY",
            "أكد",
            a="GBR GOV",
        ),
    ),
    Row(
        "2023-02-14",
        "قال وزير الخارجية السوري فيصل المقداد إن دمشق وافقت على فتح معبرين. واتهم المقداد الغرب بتسييس المساعدات، مؤكدا أن بلاده تتعاون مع الأمم المتحدة.",
        fact("ACCUSE", "اتهم", a="SYR GOV mekdad"),
        fact(
            "COOPERATE",
            "تتعاون",
            a="SYR GOV; UNO -",
            s="SYR GOV mekdad",
        ),
    ),
    Row(
        "2015-10-07",
        "بثت وكالة أعماق بيانا لتنظيم الدولة الإسلامية، وأعلن التنظيم مسؤوليته عن تفجير عدن.",
        fact("SAY", "أعلن|مسؤوليته", a="IMG REB"),
    ),
    Row(
        "2017-04-04",
        "أفاد المرصد السوري لحقوق الإنسان بمقتل العشرات في خان شيخون. ورجح المرصد أن تكون الطائرات تابعة للنظام.",
        fact("SAY", "رجح", a="? SOC"),
    ),
    Row(
        "2010-05-31",
        "هاجمت البحرية الإسرائيلية أسطول الحرية فجر الاثنين. وقالت أنقرة إن سفيرها في تل أبيب سيعود، وأضافت الحكومة التركية أنها ألغت ثلاث مناورات.",
        fact("ASSAULT", "هاجمت", a="ISR MIL", t="2010-05-31TMO"),
        fact(
            "REJECT",
            "ألغت",
            a="TUR GOV",
            s="TUR GOV",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2019-06-04",
        "طالب تجمع المهنيين السودانيين المجلس العسكري بتسليم السلطة. وحمّل التجمع المجلس مسؤولية فض الاعتصام.",
        fact("REQUEST yield", "طالب", a="SDN ? professionals", r="SDN MIL"),
        fact(
            "ACCUSE",
            "حمل|مسؤولية",
            a="SDN ? professionals",
            r="SDN MIL",
            known="light verb not joined with its noun, or its roles (subject, «من», «على») not carried over to the noun",
        ),
    ),
    Row(
        "2022-12-21",
        "عين العاهل المغربي الملك محمد السادس مبعوثا خاصا. وأثنى المبعوث على جهود المملكة.",
        fact(
            "SUPPORT",
            "أثنى",
            r="MAR GOV",
        ),
    ),
    Row(
        "2013-08-19",
        "أعلن رئيس الوزراء المصري حازم الببلاوي في مؤتمر صحافي أن حكومته لن تتصالح مع من تلطخت أيديهم بالدماء.",
        fact("SAY", "أعلن", a="EGY GOV beblawi", c="حكومته لن تتصالح"),
    ),
    Row(
        "2024-08-01",
        "نعت حركة حماس رئيس مكتبها السياسي الذي اغتيل في طهران. وتوعدت الحركة إسرائيل برد قاس.",
        fact("THREATEN", "توعدت", a="PSE REB", r="ISR GOV"),
    ),
    Row(
        "2011-03-23",
        "وصف المعارض اليمني حميد الأحمر الرئيس علي عبد الله صالح بالمستبد، وطالبه بالرحيل فورا.",
        fact(
            "REQUEST",
            "طالبه",
            a="YEM ? ahmar",
            r="YEM GOV saleh",
        ),
    ),
    Row(
        "2011-06-29",
        "قال وزير خارجية تونس مولدي الكافي إن تونس لا تعترف بالمجلس. وشدد على أن حكومة بلاده محايدة.",
        fact("SAY", "شدد", a="TUN GOV kefi", c="حكومة بلاده محايدة"),
    ),
    Row(
        "2017-12-10",
        "انتقد وزير الخارجية اللبناني جبران باسيل القرار الأميركي. ودعا الوزير اللبناني إلى فرض عقوبات على واشنطن.",
        fact(
            "REQUEST",
            "دعا",
            a="LBN GOV bassil",
            known="definite back reference (الأخير، البيان، المبعوث، بلاده، الطرفان، القادة الثلاثة) finds nobody",
        ),
    ),
    Row(
        "2020-08-13",
        "أعلنت الإمارات وإسرائيل اتفاقا برعاية أميركية. وقالت أبو ظبي إن الاتفاق يوقف الضم، ووصفته حركة فتح بالخيانة.",
        fact("SAY|ACCUSE", "وصفته", a="PSE GOV fatah"),
    ),
    Row(
        "2014-09-25",
        "قتلت غارة للتحالف الدولي عناصر من جبهة النصرة في إدلب. وتوعدت الجبهة دول التحالف بالرد.",
        fact("THREATEN", "توعدت", a="IMG REB"),
    ),
    Row(
        "2022-09-14",
        "استدعت تونس سفيرها في الرباط بعد استقبال زعيم البوليساريو، وردت الرباط بالمثل، إذ استدعت بدورها سفيرها لدى تونس للتشاور.",
        fact(
            "SANCTION withdraw",
            "استدعت",
            a="MAR GOV",
            known="dropped subject: the verb takes its object, or an infixed mention, for its subject instead of the last subject",
        ),
    ),
    Row(
        "2009-07-12",
        "طرح الوسيط الأممي خطة جديدة على المجلس. ورحبت الدول الأعضاء بها، لكن السودان رفضها.",
        fact("REJECT", "رفضها", a="SDN GOV"),
    ),
    Row(
        "2016-03-08",
        "أفادت الهيئة العليا للمفاوضات بأنها ستشارك في جنيف. وقال المتحدث باسمها رياض نعسان آغا إن القرار اتخذ بالإجماع.",
        fact(
            "SAY", "قال", a="SYR OPP agha", known="name known to the world not found, or found wrong by a partial match"
        ),
        fact(
            "AGREE",
            "ستشارك",
            a="SYR OPP",
            f="future",
            s="SYR OPP",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_back_references(row: Row, want: Fact) -> None:
    check(row, want)
