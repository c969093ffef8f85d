"""Triggers of the press of many countries: which events a sentence gives, and that descriptions give none."""

from __future__ import annotations

from pathlib import Path

from musnad.article import Article
from musnad.coder import Coder

TABLE = Path(__file__).parent / "data" / "triggers.tsv"
SHARE = 0.97


def test_events_of_sentences() -> None:
    """At least ``SHARE`` of the lines give exactly their events; the misses are named."""
    coder = Coder()
    rows = [
        line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    misses = []
    for wanted, text in rows:
        found = ",".join(sorted(r.event for r in coder.code(Article(id="t", text=text)))) or "-"
        if found != wanted:
            misses.append(f"{text}: wanted {wanted}, found {found}")
    assert len(rows) > 200
    assert len(misses) <= len(rows) * (1 - SHARE), "\n".join(misses)
