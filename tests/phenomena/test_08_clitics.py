"""Group 8: clitics inside words («ولافروف», «لكيري», «بالأميركيين», «وأكدا», «سيزور», «فأعلنت»)."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2014-04-17",
        "اجتمع كيري ولافروف وآشتون في جنيف لبحث الأزمة الأوكرانية.",
        fact("CONSULT", "اجتمع", a="USA GOV kerry; RUS GOV lavrov; EUR - ashton", p="CHE geneva"),
    ),
    Row(
        "2009-03-03",
        "أكدت كلينتون لليفني التزام واشنطن بأمن إسرائيل.",
        fact(
            "SAY",
            "أكدت",
            a="USA GOV clinton",
            r="ISR ? livni",
            known="name known to the world not found, or found wrong by a partial match",
        ),
    ),
    Row(
        "2018-09-07",
        "سيزور وزير الخارجية المصري سامح شكري الخرطوم غدا، فيما ستستضيف القاهرة اجتماعا للرباعية.",
        fact("AGREE", "سيزور", a="EGY GOV shoukry", r="SDN GOV", f="future", t="2018-09-08"),
    ),
    Row(
        "2016-05-20",
        "عثرت البحرية على حطام الطائرة، فأعلنت شركة مصر للطيران أسماء الضحايا.",
        fact("SAY", "أعلنت", a="EGY ?"),
    ),
    Row(
        "2012-01-18",
        "وصل الأمين العام لجامعة الدول العربية نبيل العربي إلى مقره أمس. والتقى العربي بالبرادعي، وناقشا الأزمة السورية.",
        fact("CONSULT", "التقى", a="IGO - araby; EGY ? baradei"),
        fact("CONSULT", "ناقشا", a="IGO - araby; EGY ? baradei"),
    ),
    Row(
        "2020-06-23",
        "اتصل الصفدي بظريف وبجاويش أوغلو، وبحث معهما القضية الفلسطينية.",
        fact(
            "CONSULT phone",
            "اتصل",
            a="JOR GOV safadi; IRN GOV zarif; TUR GOV cavusoglu",
            i="JOR GOV safadi",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2011-02-18",
        "استخدم الأمن البحريني الرصاص لتفريق المتظاهرين، فقتلهم وهم نيام.",
        fact(
            "ASSAULT",
            "قتلهم",
            a="BHR COP",
            r="BHR CVL",
        ),
    ),
    Row(
        "2023-08-09",
        "زار الوفد نيامي فلم يستقبله الجنرال تياني، ولم يسمحوا له بلقاء بازوم.",
        fact("CONSULT", "يستقبله", f="negated"),
    ),
    Row(
        "2006-08-15",
        "شكر الأسد لنصرالله صموده، وهنأه بما سماه النصر.",
        fact(
            "SUPPORT",
            "هنأه",
            a="SYR GOV assad",
            r="LBN PRM nasrallah",
        ),
    ),
    Row(
        "2015-12-28",
        "سيطر الجيش العراقي على المجمع الحكومي بالرمادي، وسيواصل تقدمه.",
        fact("COERCE seize", "سيطر", a="IRQ MIL", p="IRQ ramadi"),
    ),
    Row(
        "2013-07-04",
        "عزله الجيش المصري واحتجزه في مكان مجهول، ثم أدى عدلي منصور اليمين.",
        fact("SANCTION expel", "عزله", a="EGY MIL"),
        fact("COERCE arrest", "احتجزه", a="EGY MIL"),
    ),
    Row(
        "2019-04-05",
        "أبلغ غوتيريش حفتر بقلقه، ودعاه للتراجع.",
        fact(
            "SAY",
            "أبلغ",
            a="UNO - guterres",
            r="LBY ? haftar",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
        fact(
            "REQUEST yield",
            "دعاه",
            a="UNO - guterres",
            r="LBY ? haftar",
            known="one mention swallows the next: subject and object side by side, with no preposition between, become one name or the object is lost",
        ),
    ),
    Row(
        "2017-11-22",
        "استقبله ماكرون بالإليزيه، ثم غادر الحريري لبيروت عبر القاهرة حيث التقى بالسيسي.",
        fact("CONSULT", "التقى", a="LBN GOV hariri; EGY GOV sisi"),
    ),
    Row(
        "2024-01-12",
        "قصفت الطائرات الأميركية والبريطانية صنعاء والحديدة، فتوعدهما الحوثيون بالرد.",
        fact(
            "ASSAULT aerial",
            "قصفت",
            a="USA MIL; GBR MIL",
        ),
        fact(
            "THREATEN",
            "توعدهما",
            a="YEM REB",
            r="USA GOV; GBR GOV",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
    ),
    Row(
        "2010-09-02",
        "سيلتقيان مجددا في شرم الشيخ، وسيناقشان الحدود، كما قال ميتشل للصحافيين عن عباس ونتنياهو.",
        fact("AGREE", "سيلتقيان", f="future", s="USA GOV mitchell"),
    ),
    Row(
        "2021-11-04",
        "فاستدعت الرياض سفيرها للتشاور، وأمهلت السفير اللبناني 48 ساعة، ولحقتها المنامة والكويت.",
        fact("SANCTION withdraw", "استدعت", a="SAU GOV"),
    ),
    Row(
        "2016-06-29",
        "وكأردوغان، اعتذر نتنياهو عن الحادث، فاتفقا على تبادل السفراء.",
        fact("CONCEDE", "اعتذر", a="ISR GOV netanyahu"),
    ),
    Row(
        "2014-08-08",
        "وللسيسي دعوة إلى نتنياهو وللفصائل بالتزام الهدنة.",
        fact(
            "REQUEST yield",
            "دعوة",
            a="EGY GOV sisi",
            r="ISR GOV netanyahu; PSE ?",
            known="light verb not joined with its noun, or its roles (subject, «من», «على») not carried over to the noun",
        ),
    ),
    Row(
        "2018-10-26",
        "وبالتزامن، أكدت مسقط استقبالها لنتنياهو، وأبلغتها رام الله ببالغ استيائها.",
        fact("CONSULT visit", "استقبال", a="ISR GOV netanyahu", r="OMN GOV"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_clitics(row: Row, want: Fact) -> None:
    check(row, want)
