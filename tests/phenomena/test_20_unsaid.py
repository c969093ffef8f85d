"""Group 20: who did it where the clause does not say: passives, coordinate event nouns, protests, names called again."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact, no

ROWS = [
    # «تم ضبط», «اعتقل»: whoever arrested before
    Row(
        "2019-03-12",
        "أوقفت الشرطة الجزائرية خمسة متظاهرين في وهران. وتم اعتقال ثلاثة أشخاص آخرين في قسنطينة.",
        fact("COERCE", "أوقفت", a="DZA COP"),
        fact("COERCE", "اعتقال", a="DZA COP"),
    ),
    Row(
        "2008-06-02",
        "داهمت قوات الأمن الباكستانية منزلا في كراتشي. واعتُقل أربعة مسلحين خلال العملية.",
        fact("COERCE", "اعتُقل", a="PAK COP"),
    ),
    # coordinate event nouns have one author
    Row(
        "2014-08-20",
        "قال الجيش الأوكراني إن القصف والهجمات التي شنها الانفصاليون وقعت ليلا.",
        fact("ASSAULT", "القصف", a="UKR REB"),
        fact("ASSAULT", "الهجمات", a="UKR REB"),
    ),
    # who protests unless the text says: those who protested before, else the people of the country
    Row("2013-06-20", "امتدت الاحتجاجات إلى مدن عدة في البرازيل.", fact("PROTEST", "الاحتجاجات", a="BRA CVL")),
    Row(
        "2011-02-09",
        "نظم عمال مصريون مظاهرة في السويس. وقال شهود إن الاحتجاجات اتسعت.",
        fact("PROTEST", "الاحتجاجات", a="EGY LAB"),
    ),
    # one name nobody introduced calls back who spoke before
    Row(
        "2016-05-04",
        "صرح رئيس الوزراء التركي بأن بلاده لن تتراجع. وقال زورلو إن الحدود مغلقة.",
        fact("SAY", "قال", a="TUR GOV"),
    ),
    # the dead that fell are the victims of the act; alone they may be an accident's
    Row(
        "2012-07-18",
        "أدى القصف إلى سقوط عشرات القتلى من المدنيين.",
        fact("ASSAULT", "القصف", r="? CVL"),
    ),
    Row(
        "2009-08-19",
        "أسفر الهجوم عن سقوط ثلاثة قتلى من الجنود.",
        fact("ASSAULT", "الهجوم", r="? MIL"),
    ),
    Row(
        "2013-10-05",
        "سقط قتلى وجرحى من الجيش السوري في قصف على الثكنة.",
        fact("ASSAULT", "قصف", r="SYR MIL"),
    ),
    Row(
        "2007-05-01",
        "قتل شخص وجرح جندي من الجيش العراقي في هجوم.",
        fact("ASSAULT", "هجوم", r="IRQ UNK; IRQ MIL"),
    ),
    Row("2017-04-02", "أعلنت الشرطة سقوط خمسة قتلى في حادث سير.", no("ASSAULT", "سقوط")),
    # a force whose subject the coder cannot read is not somebody else's
    Row(
        "2010-01-12",
        "أوقفت الشرطة المغربية مهربا في طنجة. وسيطرت شيلدا على الموقع.",
        fact("COERCE", "سيطرت", a=""),
    ),
]


@pytest.mark.parametrize(("row", "wanted"), cases(ROWS))
def test_unsaid(row: Row, wanted: Fact) -> None:
    check(row, wanted)
