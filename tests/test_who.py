"""Who is meant: our own table of mentions, written from knowledge of the world and not from the data files."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from pathlib import Path

import pytest

from musnad.resolve.who import Knowledge

TABLE = Path(__file__).parent / "data" / "who.tsv"
ROWS = [
    (number, *line.split("\t"))
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def kb() -> Knowledge:
    return Knowledge.load()


def _plain(name: str) -> list[str]:
    text = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", text)


def same_name(want: str, got: str | None) -> bool:
    """Equal but for romanisation: same last word, or nearly the same letters."""
    if want == "*":
        return True
    if got is None:
        return want == "-"
    a, b = _plain(want), _plain(got)
    return bool(set(a) & set(b)) and (
        a[-1:] == b[-1:] or difflib.SequenceMatcher(None, "".join(a), "".join(b)).ratio() > 0.6
    )


def _code(want: str, got: str | None) -> bool:
    return want == "*" or (None if want == "-" else want) == got


def test_who_table(kb: Knowledge) -> None:
    misses = []
    for number, mention, date, name, country, sector in ROWS:
        entity = kb.who(mention, dt.date.fromisoformat(date))
        if entity is None:
            misses.append(f"{number} {mention} {date}: nothing")
        elif not (same_name(name, entity.name) and _code(country, entity.country) and _code(sector, entity.sector)):
            misses.append(
                f"{number} {mention} {date}: want {name} {country}/{sector}, "
                f"got {entity.name} {entity.country}/{entity.sector}"
            )
    share = 1 - len(misses) / len(ROWS)
    print(f"\nwho: {len(ROWS)} lines, {share:.3f} right", *misses, sep="\n  ")  # noqa: T201
    assert len(ROWS) >= 420
    assert share >= 0.95, misses
