"""How the coder came to its records: what each room made of each sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from musnad.article import Article
from musnad.coder import Coder
from musnad.discourse.scopes import Scope, scopes
from musnad.frames.clauses import Tree, clauses
from musnad.frames.elements import Row
from musnad.frames.event import Event
from musnad.frames.keep import settle
from musnad.lexicon.frames import Entry
from musnad.record import Record

IRREALIS = ("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE")


@dataclass(slots=True)
class Step:
    """One sentence: its elements (``row``), clauses, the events some frame accepted, those that were kept, the
    stretches told on somebody's word, the records, and the triggers no frame of which holds."""

    index: int
    row: Row
    tree: Tree
    candidates: list[Event]
    kept: list[Event]
    scopes: list[Scope]
    records: list[Record]
    unmet: list[tuple[int, Entry]]  # (token, entry)

    def is_kept(self, event: Event) -> bool:
        """Whether a record was made of this candidate."""
        return any(other is event for other in self.kept)


class Tracer(Coder):
    """A coder that remembers its steps. Records are those of the coder itself; only the steps between are looked at
    again, after the fact, by the same functions."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.steps: list[Step] = []

    def trace(self, article: Article) -> list[Step]:
        """The steps of one article, one a sentence (title first)."""
        self.steps = []
        self.code(article)
        return self.steps

    def sentence(self, row: Row, index: int, *context: Any, **more: Any) -> list[Record]:
        """Code the sentence as ever, then keep what was seen on the way."""
        records = super().sentence(row, index, *context, **more)
        tree = clauses(row, self.words)
        candidates = self.builder.events(row, tree)
        kept = settle(row, tree, candidates, self.words.unreal_heads)
        found = scopes(row, tree, kept)
        self.steps.append(Step(index, row, tree, candidates, kept, found, records, _unmet(row, candidates)))
        return records


def _unmet(row: Row, candidates: list[Event]) -> list[tuple[int, Entry]]:
    """Triggers with frames of which none holds here."""
    made = {t for event in candidates for t in range(event.start, event.end)}
    heads = {event.element for event in candidates if not event.nominal}
    out: dict[int, Entry] = {}
    for k, element in enumerate(row.elements):
        analysis = element.analysis
        if analysis and analysis.entry and analysis.entry.frames and k not in heads and element.start not in made:
            out[element.start] = analysis.entry
        for token, reading in element.events:
            if reading.entry and reading.entry.frames and token not in made:
                out[token] = reading.entry
    return sorted(out.items())


def circumstances(event: Event) -> list[str]:
    """What about a candidate the keeping rules look at: the facts, in words."""
    out = []
    if not event.fillers("actor"):
        out.append("no actor")
    if event.factuality != "actual":
        out.append(event.factuality)
    if event.carried:
        out.append(f"carried by «{event.carried}»")
    governor = event.governor
    if governor is not None:
        word = governor.row.sentence.tokens[governor.start].text
        what = "asked, promised or refused" if governor.event in IRREALIS else "told"
        out.append(f"inside what {governor.event} «{word}» has {what}")
    prep = event.row.elements[event.element].prep
    if event.nominal and prep:
        out.append(f"after «{prep}»")
    out += [note.replace(":", " ") for note in event.notes if not note.startswith("carrier:")]
    return out
