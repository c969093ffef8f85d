"""Habits of the press of Egypt, the Maghreb, Sudan and Somalia: verdicts, orders of arrest, statements «of» a body, things
that say, names in بو, and the family of those in the news."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # what a court rules is one verdict, and whom it strikes is its recipient
    Row(
        "2021-09-08",
        "قضت المحكمة الابتدائية بتونس بسجن الناشط عاما.",
        fact("SANCTION", "قضت", a="TUN JUD", r="TUN SOC"),
        no("SANCTION", "سجن"),
    ),
    # a court without the word for court
    Row("2013-09-08", "جنايات الجيزة تقضي بالسجن المؤبد على 12 متهما.", fact("SANCTION", "تقضي", a="EGY JUD")),
    # custody and impounding
    Row("2014-01-30", "تم التحفظ على السائق في مصر.", fact("COERCE", "التحفظ"), no("REJECT", "التحفظ")),
    Row(
        "2016-02-11", "قررت اللجنة المصرية التحفظ على أموال 20 شركة.", fact("COERCE", "التحفظ"), no("REJECT", "التحفظ")
    ),
    # a statement of a body: who issued it speaks, and hears nothing
    Row(
        "2024-06-12",
        "أوقفت الشرطة ثلاثة أشخاص في وهران، حسب بيان لوزارة الدفاع الجزائرية.",
        fact("COERCE", "أوقفت", s="DZA GOV"),
        fact("SAY", "حسب", a="DZA GOV"),
    ),
    Row("2019-11-06", "أوضح بيان للحكومة السودانية أن المفاوضات ستستأنف.", fact("SAY", "أوضح", a="SDN GOV", r="")),
    # fighting that still goes on is not denied
    Row("2019-12-05", "لا تزال الاشتباكات مستمرة جنوب طرابلس.", fact("ASSAULT", "الاشتباكات", f="ongoing")),
    # logic, figures and slogans say nothing
    Row("2012-05-01", "المنطق يقول إن الانتخابات ستؤجل.", no("SAY", "يقول")),
    Row("2008-03-01", "وتقول الأرقام إن البطالة ارتفعت.", no("SAY", "تقول")),
    # a price is not praise, a search is no talk
    Row("2006-08-14", "دفع لبنان ثمنا باهظا.", no("SUPPORT", "ثمنا")),
    Row("2010-02-01", "قال المتحدث إن السلطات تواصل البحث عن المفقودين مع الصيادين.", no("CONSULT", "البحث")),
    # the accused try nobody
    Row("2016-06-06", "ويحاكم في القضية 40 متهما في مصر.", fact("ACCUSE", "يحاكم", a="", r="EGY CRM")),
    # two holders of one office, the second named as the counterpart of the first
    Row(
        "2018-11-06",
        "بحث الرئيسان المصري عبد الفتاح السيسي ونظيره السوداني عمر البشير أزمة السد.",
        fact("CONSULT", "بحث", a="EGY GOV; SDN GOV"),
    ),
    # families and lawyers of those in the news
    Row("2023-02-14", "وقالت محاميته إن الحكم ظالم.", fact("SAY", "قالت")),
    # a headline of militants put out of action
    Row("2015-06-12", "الجزائر: القضاء على ثلاثة إرهابيين", fact("ASSAULT", "القضاء")),
    # a contact told before makes no record
    Row(
        "2024-10-08",
        "أكد الوزير خلال اللقاء رفض مصر لأي محاولات لتهجير السكان.",
        fact("REJECT", "رفض", a="EGY GOV"),
        no("CONSULT", "اللقاء"),
    ),
    # the subject after «إن» in the accusative is no circumstantial participle
    Row(
        "2021-12-19",
        "قالت لجنة الأطباء السودانية إن متظاهرا قتل برصاص قوات الأمن السودانية في أم درمان.",
        fact("ASSAULT", "قتل", a="SDN COP", r="SDN CVL"),
    ),
    # what an act does is the act itself
    Row("2019-09-24", "ليبيا: قصف يستهدف مطار معيتيقة", fact("ASSAULT", "قصف"), no("ASSAULT", "يستهدف")),
    # a thing after a verb of considering is what is considered
    Row(
        "2006-09-01",
        "رفض الرئيس السوداني الخطة، واعتبر القرار انتهاكا لسيادة بلاده.",
        fact("ACCUSE|SAY", "اعتبر", a="SDN GOV"),
    ),
    # ودان "and condemned", not the town in Libya
    Row("2019-09-24", "ودان المبعوث الأممي غسان سلامة الهجوم.", fact("ACCUSE", "دان", a="UNO - salam")),
    # names of the Maghreb in بو
    Row("2020-06-01", "قال الوزير الجزائري محمد بوشناق إن القانون جاهز.", fact("SAY", "قال", a="DZA GOV", c="القانون")),
    # a notice «of» a body, and whom the police drove off
    Row("2018-05-10", "ذكر بلاغ لوزارة الداخلية المغربية أن الوضع هادئ.", fact("SAY", "ذكر", a="MAR GOV", r="")),
    Row(
        "2019-12-12",
        "استعملت الشرطة الجزائرية الهراوات لتفريق المتظاهرين في العاصمة.",
        fact("ASSAULT", "استعملت", a="DZA COP", r="DZA CVL"),
    ),
    # people named after «بين», not what somebody was doing
    Row("2011-02-02", "اندلعت اشتباكات بين مؤيدين للرئيس ومحتجين يطالبون برحيله في القاهرة.", no("ACCUSE", "محتجين")),
    # an election authority is not the Palestinian Authority
    Row(
        "2019-12-12",
        "قال رئيس السلطة الوطنية المستقلة للانتخابات محمد شرفي إن التصويت بدأ.",
        fact("SAY", "قال", a="DZA GOV"),
    ),
    # «ودعت جميع الأطراف»: whom the speaker before it called on
    Row(
        "2022-06-11",
        "أعربت السفارة الأمريكية عن قلقها ودعت جميع الأطراف إلى ضبط النفس.",
        fact("REQUEST", "دعت", a="USA GOV"),
    ),
]


@pytest.mark.parametrize(("row", "wanted"), cases(ROWS))
def test_maghreb(row: Row, wanted: Fact) -> None:
    check(row, wanted)
