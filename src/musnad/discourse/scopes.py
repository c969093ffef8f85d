"""On whose word: the stretches of a sentence that stand on a speaker's word, and the chain they make when nested."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.frames.clauses import Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event

# Acts whose content is told on the actor's word. What somebody asks for or refuses is not asserted by anybody.
_ASSERTING = frozenset(("SAY", "ACCUSE", "THREATEN", "AGREE", "REJECT"))


@dataclass(slots=True)
class Scope:
    """Tokens [start, end) told on the word of ``owner``'s actors. ``backward``: «..., بحسب X» closes what went before."""

    start: int
    end: int
    owner: Event
    backward: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


def scopes(row: Row, tree: Tree, events: list[Event]) -> list[Scope]:
    """Every scope of a sentence, widest first."""
    out: list[Scope] = []
    n = len(row.sentence.tokens)
    for event in events:
        if "report" in event.notes:
            out.append(_report(row, event, n))
            continue
        clause = tree.clauses[event.clause]
        if event.event == "SAY" and _as_clause(tree, event) is not None:
            out.append(Scope(0, _as_clause(tree, event) or 0, event, backward=True))
        elif event.scope is not None and event.event in _ASSERTING:
            start, end = event.scope
            if event.start < start or event.nominal or clause.kind == "quote":
                out.append(Scope(start, end, event))
    out = [s for s in out if s.end > s.start]
    out.sort(key=lambda s: (-s.size, s.backward is False))
    return out


def _as_clause(tree: Tree, event: Event) -> int | None:
    """The token where «حسبما», «وفق ما» begins, if the event is the verb of such a clause."""
    clause = tree.clauses[event.clause]
    if clause.kind == "when" and clause.word == "as":
        return event.row.elements[clause.start].start
    return None


def _report(row: Row, event: Event, n: int) -> Scope:
    """«وبحسب X، فإن ...» looks forward; «..., بحسب X» back over the sentence."""
    first = next((e for e in row.elements if e.tag not in (Tag.OPEN, Tag.DASH, Tag.COMMA)), None)
    if first is not None and first.start >= event.start:
        elements = row.elements
        k = event.element + 1
        while k < len(elements) and elements[k].tag is not Tag.COMMA and elements[k].tag is not Tag.THAT and elements[k].tag is not Tag.VERB:
            k += 1
        start = elements[k].start if k < len(elements) else n
        return Scope(start, n, event)
    return Scope(0, event.start, event, backward=True)


def enclosing(all_scopes: list[Scope], event: Event) -> list[Scope]:
    """The scopes an event stands in, outermost first."""
    return [s for s in all_scopes if s.start <= event.start < s.end and s.owner is not event]
