"""The Python face: ``musnad.code``, ``Coder``, ``Record.to_dict``, ``to_polars`` and ``to_pandas``."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

import musnad
from musnad.article import Article
from musnad.coder import Coder
from musnad.record import Record

TITLE = "وزير الخارجية المصري يبحث مع نظيره الروسي الأزمة الليبية"
TEXT = (
    "بحث وزير الخارجية المصري سامح شكري، أمس الثلاثاء، في موسكو مع نظيره الروسي سيرغي لافروف الأزمة الليبية.\n\n"
    "وقالت الخارجية المصرية في بيان إن الوزيرين دعوا إلى وقف إطلاق النار."
)
DATE = "2020-01-15"

# What the contract of a record promises (shared record.md): the field names, none renamed.
FIELDS = {
    "id", "article_id", "sentence", "event", "mode", "context", "cameo", "quad", "goldstein", "factuality", "trigger", "actors",
    "recipients", "initiator", "speaker", "via", "chain", "content", "quoted", "time", "date", "place", "evidence", "confidence",
    "rule", "coder",
}  # fmt: skip
ENTITY_FIELDS = {
    "text", "in", "start", "end", "name", "name_ar", "kind", "country", "sector", "other_sectors", "office", "wikidata", "by",
}  # fmt: skip
FACTUALITIES = {"actual", "ongoing", "future", "hypothetical", "negated", "historical"}


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return musnad.code(TEXT, date=DATE, title=TITLE)


def spans(value: Any) -> list[dict[str, Any]]:
    """Every span-like object (has in, start, end, text) in a record's plain value."""
    found: list[dict[str, Any]] = []
    if isinstance(value, dict):
        if {"in", "start", "end", "text"} <= value.keys() and value["start"] is not None:
            found.append(value)
        for inner in value.values():
            found.extend(spans(inner))
    elif isinstance(value, list):
        for inner in value:
            found.extend(spans(inner))
    return found


def test_code_gives_typed_records(records: list[Record]) -> None:
    assert records
    assert all(isinstance(record, musnad.Record) for record in records)
    consult = next(record for record in records if record.event == "CONSULT" and record.trigger.field == "text")
    assert consult.trigger.text == "بحث"
    assert {actor.country for actor in consult.actors} == {"EGY", "RUS"}
    assert consult.time is not None
    assert consult.time.value == "2020-01-14"
    assert consult.date == dt.date(2020, 1, 14)


def test_title_and_text_have_their_own_spans(records: list[Record]) -> None:
    assert {record.trigger.field for record in records} == {"title", "text"}


def test_every_span_is_exact(records: list[Record]) -> None:
    fields = {"title": TITLE, "text": TEXT}
    for record in records:
        plain = record.to_dict()
        assert spans(plain)
        for span in spans(plain):
            assert fields[span["in"]][span["start"] : span["end"]] == span["text"]


def test_date_may_be_a_date_or_iso_text(records: list[Record]) -> None:
    assert musnad.code(TEXT, date=dt.date.fromisoformat(DATE), title=TITLE) == records


def test_wrong_date_is_refused() -> None:
    with pytest.raises(ValueError):
        musnad.code(TEXT, date="15/01/2020")


def test_without_a_date_relative_days_are_not_guessed() -> None:
    coded = musnad.code("قصفت طائرات روسية أمس مدينة حلب.")
    assert coded
    assert all(record.date is None and record.time is None for record in coded)


@pytest.mark.parametrize("text", ["", "   \n", "Hello world.", "!!! ؟؟؟ ،،،", "\ud800"])
def test_nothing_to_code_gives_no_records(text: str) -> None:
    assert musnad.code(text, date=DATE) == []


def test_article_id_and_record_ids(records: list[Record]) -> None:
    assert {record.article_id for record in records} == {"article"}
    assert len({record.id for record in records}) == len(records)
    named = musnad.code(TEXT, date=DATE, title=TITLE, id="a7")
    assert {record.article_id for record in named} == {"a7"}
    assert not {record.id for record in named} & {record.id for record in records}


def test_one_coder_for_many_gives_what_code_gives(records: list[Record]) -> None:
    coder = Coder()
    other = Article(id="other", text="قصفت طائرات مدينة حلب.", date=dt.date(2016, 12, 1))
    article = Article(id="article", text=TEXT, title=TITLE, date=dt.date.fromisoformat(DATE))
    assert coder.code(other)
    assert coder.code(article) == records
    assert coder.code(other) == coder.code(other)


def test_source_does_not_move_evidence(records: list[Record]) -> None:
    sourced = musnad.code(TEXT, date=DATE, title=TITLE, source="aawsat")
    assert [(r.event, r.trigger) for r in sourced] == [(r.event, r.trigger) for r in records]


def test_to_dict_keeps_the_contract(records: list[Record]) -> None:
    for record in records:
        plain = record.to_dict()
        assert plain.keys() >= FIELDS
        assert plain["factuality"] in FACTUALITIES
        assert 0.0 <= plain["confidence"] <= 1.0
        for entity in [*plain["actors"], *plain["recipients"]]:
            assert entity.keys() >= ENTITY_FIELDS
        assert plain["evidence"]["text"]
        assert plain["date"] is None or dt.date.fromisoformat(plain["date"]).isoformat() == plain["date"]


def test_to_dict_is_json(records: list[Record]) -> None:
    for record in records:
        assert json.loads(json.dumps(record.to_dict(), ensure_ascii=False)) == record.to_dict()


def test_speaker_is_the_last_link_of_the_chain(records: list[Record]) -> None:
    told = [record for record in records if record.speaker is not None]
    assert told
    for record in told:
        assert record.speaker is not None
        assert record.chain[-1].who.code == record.speaker.code


def test_to_polars(records: list[Record]) -> None:
    polars = pytest.importorskip("polars")
    frame = musnad.to_polars(records)
    assert isinstance(frame, polars.DataFrame)
    assert frame.height == len(records)
    assert frame["event"].to_list() == [record.event for record in records]
    assert frame["id"].to_list() == [record.id for record in records]
    assert frame["trigger"].to_list() == [record.trigger.text for record in records]
    countries = [row.split("; ") for row in frame["actor_countries"].to_list() if row]
    assert countries == [[a.country or "?" for a in r.actors] for r in records if any(a.country for a in r.actors)]


def test_to_polars_of_nothing_is_an_empty_table_with_columns() -> None:
    polars = pytest.importorskip("polars")
    frame = musnad.to_polars([])
    assert isinstance(frame, polars.DataFrame)
    assert frame.height == 0
    assert {"event", "actors", "date"} <= set(frame.columns)


def test_columns_keep_their_types_when_all_is_null(records: list[Record]) -> None:
    polars = pytest.importorskip("polars")
    some = [record for record in records if record.place is None][:1]
    assert some
    schema = musnad.to_polars(some).schema
    assert schema["lat"] == polars.Float64
    assert schema["date"] == polars.Date


def test_to_pandas(records: list[Record]) -> None:
    pandas = pytest.importorskip("pandas")
    frame = musnad.to_pandas(records)
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["event"]) == [record.event for record in records]
    assert list(frame["evidence"]) == [record.evidence.text for record in records]


@pytest.mark.xfail(reason="musnad.to_pandas gives no columns (writers.flat.COLUMNS)", strict=True)
def test_to_pandas_of_nothing_has_columns() -> None:
    pandas = pytest.importorskip("pandas")
    frame = musnad.to_pandas([])
    assert isinstance(frame, pandas.DataFrame)
    assert frame.empty
    assert "event" in frame.columns


def test_public_names_are_there() -> None:
    for name in musnad.__all__:
        assert getattr(musnad, name) is not None
    assert musnad.Coder is Coder
    assert musnad.Article is Article
    with pytest.raises(AttributeError):
        _ = musnad.nothing_of_the_kind
