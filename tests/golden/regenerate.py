"""Write the golden files anew: one line a record, so that a person can review a change in a diff.

`make golden`, then `git diff tests/golden`: every changed line must be a change for the better.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from musnad import Article, Coder, Record
from musnad.record import Entity

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "samples/articles.jsonl"


def articles() -> list[Article]:
    """The sample articles."""
    rows = map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines())
    return [Article(**{**row, "date": dt.date.fromisoformat(row["date"])}) for row in rows]


def _who(entity: Entity) -> str:
    return f"{entity.name or entity.text or '?'} [{entity.country or '-'}/{entity.sector or '-'}]"


def line(record: Record) -> str:
    """A record on one line: all that a reader would check, but not confidence or ids."""
    parts = [f"{record.event}{f' ({record.mode})' if record.mode else ''} «{record.trigger.text}»"]
    parts.append(", ".join(map(_who, record.actors)) or "nobody named")
    if record.recipients:
        parts.append("to " + ", ".join(map(_who, record.recipients)))
    if record.initiator is not None:
        parts.append("begun by " + _who(record.initiator))
    if record.speaker is not None:
        parts.append("on the word of " + _who(record.speaker))
    if record.via is not None:
        parts.append("through " + _who(record.via))
    parts.append(record.factuality)
    if record.time is not None:
        parts.append(record.time.value)
    if record.place is not None:
        parts.append(f"in {record.place.name} [{record.place.country}]")
    if record.content is not None:
        parts.append(f"«{record.content.text}»")
    return " | ".join(parts)


def golden(coder: Coder, article: Article) -> str:
    """The golden text of an article: its records by sentence."""
    out = [f"# {article.id} {article.date}"]
    sentence = -1
    for record in coder.code(article):
        if record.sentence != sentence:
            sentence = record.sentence
            out += ["", f"## {sentence}: {' '.join(record.evidence.text.split())}"]
        out.append(line(record))
    return "\n".join(out) + "\n"


def main() -> None:
    """Write every golden file; say which have changed."""
    coder = Coder()
    for article in articles():
        path = HERE / f"{article.id}.txt"
        text = golden(coder, article)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.name}: written\n")


if __name__ == "__main__":
    main()
