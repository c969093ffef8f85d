"""Where sentences end: quotation marks, full stops inside them, marks that nothing closes."""

from __future__ import annotations

import pytest

from musnad.text import Kind, sentences


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("قال: «لن نقبل. سنرد». وغادر القاعة.", ["قال: «لن نقبل. سنرد».", "وغادر القاعة."]),
        ('قال: "لن نقبل. سنرد". وغادر القاعة.', ['قال: "لن نقبل. سنرد".', "وغادر القاعة."]),
        ("قال: «لن نقبل. وأعلنت الشرطة اعتقال «محمد».", ["قال: «لن نقبل.", "وأعلنت الشرطة اعتقال «محمد»."]),
        ('قال إن "الجيش تقدم. وزار الوزير بلدة "عرسال" أمس.', ['قال إن "الجيش تقدم.', 'وزار الوزير بلدة "عرسال" أمس.']),
        ("وصل د. أحمد إلى مقر أ.ف.ب في باريس.", ["وصل د. أحمد إلى مقر أ.ف.ب في باريس."]),
    ],
    ids=["guillemets", "straight marks", "unclosed guillemet", "unclosed straight mark", "abbreviations"],
)
def test_where_sentences_end(text: str, want: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences("text", text)] == want


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ('قال "نعم" ثم "لا"', "OCOC"),
        ('منظمة "يوجد قانون" وبلدة "شانور" وقال "لن نرحل', "OCOCO"),
        ('دعا لـ"شانور" وحدها', "OC"),
    ],
)
def test_side_of_straight_quotation_marks(text: str, sides: str) -> None:
    marks = [t for s in sentences("text", text) for t in s.tokens if t.text == '"']
    assert "".join("O" if t.kind is Kind.OPEN else "C" for t in marks) == sides
