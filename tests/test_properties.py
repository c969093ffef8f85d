"""What holds for any text whatever: spans are exact, coding is deterministic, and articles do not touch each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.article import Article
from musnad.coder import Coder
from musnad.record import Record
from musnad.text import find_residue, sentences, tokenise
from musnad.writers.encode import json_bytes

DATE = dt.date(2016, 12, 14)
EXAMPLES = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))

# Pieces of news from which odd articles are put together; all of our own making.
PIECES = [
    "قال وزير الخارجية الروسي سيرغي لافروف إن",
    "دعا الولايات المتحدة إلى وقف إطلاق النار",
    "أجرى اتصالا هاتفيا مع نظيره الإيراني",
    "وأضافت الوزارة في بيان أن",
    "قتل خمسة جنود في هجوم على حلب",
    "مساء أمس",
    "يوم 14 كانون الأول 2016",
    "بحسب مصادر في الرئاسة التركية",
    "لم يلتق الوزيران",
    "نظيريه السوري والتركي",
    "وبلاده",
    "شن الطيران غارات على مواقع المسلحين",
    "\n\n",
    "القاهرة - رويترز: ",
    "«",
    "»",
    '"',
    "(",
    ":",
    "،",
    ".",
    "…",
    "وَقَالَتْ",
    "الـــرئيس",
    "أكّد",
]
ODD = [
    "\u200f",
    "\u202b",
    "\u202c",
    "\u2066",
    "\u2069",
    "\u200c",
    "\ufeff",
    "\ud800",
    "\udfff",
    "\u0640",
    "\u064e",
    "\u0651",
    "\u0301",
    "\ufef5",
    "ﷺ",
    "ﺍﻟﺮﺋﻴﺲ",
    "\x00",
    "\r",
    "\u2028",
    "\u0085",
    "٢٠١٦",
    "𝟚",
    "😀",
    "½",
    "²",
    "İ",
    "ß",
    "a",
    "1",
    "/",
    "-",
    "–",
]
anything = st.text(st.characters(exclude_categories=()), max_size=60)  # every code point, lone surrogates too
arabic = st.text(st.sampled_from('ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة ًٌٍَُِّْـ،.:«»"\n0٣'), max_size=60)
piece = st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from(ODD), anything, arabic)
texts = st.lists(piece, max_size=14).flatmap(
    lambda parts: st.sampled_from([" ", "", "\u200f "]).map(lambda glue: glue.join(parts))
)


@cache
def coder() -> Coder:
    return Coder()


def code(text: str, title: str = "", name: str = "a") -> list[Record]:
    return coder().code(Article(id=name, text=text, title=title, date=DATE))


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span and placed entity inside a record."""
    if isinstance(value, dict):
        if value.get("start") is not None:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def faults(text: str, title: str, records: list[Record]) -> list[str]:
    """What is wrong with the spans of ``records``; nothing, one hopes."""
    fields = {"text": text, "title": title}
    out = []
    for record in records:
        value = record.to_dict()
        for span in spans(value):
            if not 0 <= span["start"] < span["end"] <= len(fields[span["in"]]):
                out.append(f"out of bounds: {span}")
            elif fields[span["in"]][span["start"] : span["end"]] != span["text"]:
                out.append(f"not its text: {span}")
        trigger, evidence = value["trigger"], value["evidence"]
        if not (evidence["start"] <= trigger["start"] < trigger["end"] <= evidence["end"]):
            out.append(f"trigger outside its evidence: {value}")
        if not evidence["text"].strip():
            out.append("a record without evidence")
        if not 0 <= value["confidence"] <= 1:
            out.append("confidence out of bounds")
    return out


@given(texts, st.one_of(st.just(""), texts))
@EXAMPLES
def test_spans_are_exact_on_any_text(text: str, title: str) -> None:
    records = code(text, title)
    assert faults(text, title, records) == []
    for record in records:
        assert json_bytes(record)  # and it can be written


def test_the_check_of_spans_can_fail() -> None:
    records = code(PIECES[4] + ".")
    assert records
    assert faults(" " + PIECES[4] + ".", "", records)


@given(texts)
@EXAMPLES
def test_tokens_cover_every_letter_in_order(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert not any(c.isalnum() for c in text[end : token.start]), "a letter or digit is in no token"
        end = token.end
    assert not any(c.isalnum() for c in text[end:])


@given(texts, st.one_of(st.just(""), texts))
@EXAMPLES
def test_sentences_and_residue_stand_in_order(text: str, title: str) -> None:
    residue = find_residue(text, title)
    assert all(0 <= r.start < r.end <= len(text) for r in residue)
    assert all(a.end <= b.start for a, b in pairwise(residue))
    end = 0
    for sentence in sentences("text", text, [(r.start, r.end) for r in residue]):
        assert sentence.start >= end
        end = sentence.end
        assert not any(r.start <= t.start < r.end for r in residue for t in sentence.tokens)


@given(texts)
@EXAMPLES
def test_coding_twice_gives_the_same(text: str) -> None:
    assert [r.to_dict() for r in code(text)] == [r.to_dict() for r in code(text)]


@given(texts, st.lists(texts, min_size=1, max_size=3))
@settings(EXAMPLES, max_examples=60)
def test_an_article_is_coded_the_same_whatever_stands_beside_it(text: str, others: list[str]) -> None:
    alone = [r.to_dict() for r in code(text, name="mine")]
    for number, other in enumerate(others):
        code(other, name=f"other{number}")
    assert [r.to_dict() for r in code(text, name="mine")] == alone


def test_a_fresh_coder_gives_what_a_busy_one_gives() -> None:
    """State that only a first use would set shows here: a new coder and one that has coded everything else agree."""
    article = Article(id="a", text=". ".join(PIECES[:12]) + ".", date=DATE)
    for text in PIECES:
        code(text)
    assert [r.to_dict() for r in coder().code(article)] == [r.to_dict() for r in Coder().code(article)]


def test_ids_are_stable_and_distinct() -> None:
    text = "قتل خمسة جنود في هجوم على حلب. قال الوزير إن الحوار مستمر. وأضاف الوزير أن الهدنة صامدة."
    ids = [r.id for r in code(text)]
    assert len(set(ids)) == len(ids)
    assert ids == [r.id for r in code(text)]
    assert not set(ids) & {r.id for r in code(text, name="b")}, "another article's records have other ids"
