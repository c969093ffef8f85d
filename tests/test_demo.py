"""The samples: texts and collection agree, and `make demo` has something to show for every kind of text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from musnad import Article, Coder

SAMPLES = Path(__file__).parents[1] / "samples"
ROWS = [json.loads(line) for line in (SAMPLES / "articles.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_text_files_and_collection_agree(row: dict[str, str]) -> None:
    assert (SAMPLES / f"{row['id']}.txt").read_text(encoding="utf-8") == row["text"]


def test_every_sample_is_described() -> None:
    page = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert {path.stem for path in SAMPLES.glob("*.txt")} == {row["id"] for row in ROWS}
    assert [row["id"] for row in ROWS if f"`{row['id']}.txt`" not in page or row["date"] not in page] == []


def code(coder: Coder, name: str, *, dated: bool = True) -> list[dict[str, object]]:
    import datetime as dt

    row = next(r for r in ROWS if r["id"] == name)
    date = dt.date.fromisoformat(row["date"]) if dated else None
    return [r.to_dict() for r in coder.code(Article(id=name, title=row["title"], text=row["text"], date=date))]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("phone-call", "CONSULT"),
        ("attack", "ASSAULT"),
        ("protest", "PROTEST"),
        ("cable", "CONSULT"),
        ("press-review", "SAY"),
        ("daily-brief", "AID"),
        ("verdict", "SANCTION"),
        ("web-page", "CONSULT"),
    ],
)
def test_each_sample_shows_its_kind(coder: Coder, name: str, event: str) -> None:
    assert event in {record["event"] for record in code(coder, name)}


def test_the_date_of_a_saved_page_is_found_in_it(coder: Coder) -> None:
    records = code(coder, "web-page", dated=False)
    assert {record["date"] for record in records if record["event"] == "CONSULT"} >= {"2017-06-06"}


def test_page_residue_is_not_coded(coder: Coder) -> None:
    """The repeated title is coded once, captions, buttons and links to other articles never."""
    evidence = [str(record["evidence"]["text"]) for record in code(coder, "web-page")]  # type: ignore[index]
    assert not [text for text in evidence if "اقرأ" in text or "Getty" in text or text.startswith(("+", "شارك"))]
    titles = {
        record["evidence"]["start"] for record in code(coder, "web-page") if "وساطة خليجية" in str(record["evidence"])
    }  # type: ignore[index]
    assert len(titles) <= 1
