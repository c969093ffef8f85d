"""Conditions of frames (``when:``) and the modes of events, judged on the words of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from musnad.frames.clauses import Clause, Tree
from musnad.frames.contents import Contents, Places
from musnad.frames.elements import Element, Row
from musnad.frames.event import Event
from musnad.frames.words import FunctionWords
from musnad.lexicon.frames import When
from musnad.mentions.actors import Mention

# Contacts and agreements that a verb tells of need no named side: «تركزت المباحثات على», «تم التوصل إلى اتفاق».
_TOLD = frozenset(("CONSULT", "AGREE", "PROTEST", "CONCEDE"))
# Acts that a verb says were done need no named sufferer: «تمكنت القوات من تطويق الأماكن», «قامت الشرطة بتفتيش المنازل».
_DONE = frozenset(("COERCE", "MOBILIZE", "RETREAT"))
Modes = dict[str, list[tuple[str, tuple[str, ...]]]]  # event -> (mode, its words), in the order of preference


class Conditions:
    """Judges the candidate events of one row."""

    def __init__(self, row: Row, tree: Tree, words: FunctionWords, modes: Modes, contents: Contents) -> None:
        self.row = row
        self.tree = tree
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.words = words
        self.modes = modes
        self.contents = contents
        self.forms: dict[tuple[int, int], tuple[set[str], str]] = {}  # what `forms_in` has answered

    def accept(
        self, when: When, event: Event, found: dict[str, list[int]], form: str, k: int, clause: Clause, places: Places
    ) -> bool:
        if when.form and not self.form_fits(when.form, form, event):
            return False
        told = event.nominal and (
            (event.event in _TOLD and (bool(event.carried) or "subject" in event.notes or "relative" in event.notes))
            or (event.event in _DONE and "done" in event.notes)
        )
        for name in when.has:
            if not self.filled(name, event, found, places) and not (
                told and name in ("actor", "partner", "recipient", "بين")
            ):
                return False
        if any(self.filled(name, event, found, places) for name in when.lacks):
            return False
        if when.object and not self.head_among(places("object"), when.object):
            return False
        if when.subject and not self.head_among(places("subject"), when.subject):
            return False
        if when.content and not self.content_has(event, when.content):
            return False
        if when.object_kind and not self.kind_fits(
            places("object") or found.get("recipient", []), when.object_kind, event, "object"
        ):
            return False
        if (
            when.subject_kind
            and not (places("subject") == [] and not event.passive and any(f.implied for f in event.fillers("actor")))
            and not self.kind_fits(places("subject"), when.subject_kind, event, "subject")
        ):
            return False
        return not (when.words and not self.clause_has(clause, when.words))

    @staticmethod
    def form_fits(wanted: Iterable[str], form: str, event: Event) -> bool:
        for w in wanted:
            if w == form or (w == "passive" and event.passive) or (w == "light" and event.carried):
                return True
            if (w == "noun" and form == "masdar") or (w == "subject" and "subject" in event.notes):
                return True
        return False

    def filled(self, name: str, event: Event, found: dict[str, list[int]], places: Places) -> bool:
        if name == "content":
            return event.content is not None
        if name == "clause":
            return bool(event.content) or any(
                c.kind in ("that", "quote") and c.governor == event.element for c in self.tree.clauses
            )
        if name in event.frame.roles:
            return bool(event.roles.get(name)) or bool(found.get(name))
        if name in ("actor", "recipient", "partner"):
            return bool(event.roles.get(name))
        if places(name):
            return True
        return (
            any(c.kind == "that" and c.governor == event.element and c.word.startswith(name) for c in self.tree.clauses)
            if len(name) <= 3
            else False
        )

    def head_among(self, group: Sequence[int], wanted: Sequence[str]) -> bool:
        for k in group:
            e = self.elements[k]
            if e.word in wanted:
                return True
            for _, a in e.events[:2]:
                if a.entry is not None and a.entry.lemma in wanted:
                    return True
            for t in range(e.head, min(e.end, e.head + 3)):
                if not self.words.shapes(self.tokens[t]).isdisjoint(wanted):
                    return True
        return False

    def content_has(self, event: Event, wanted: Sequence[str]) -> bool:
        if event.content is None:
            return False
        start, end = event.content
        return self.words_in(start, min(end, start + 8), wanted)

    def words_in(self, start: int, end: int, wanted: Sequence[str]) -> bool:
        """Whether any of the words or phrases stands in tokens [start, end), with or without article and clitics."""
        singles, joined = self.forms_in(max(start, 0), min(end, len(self.tokens)))
        return any(w in joined if " " in w else w in singles for w in wanted)

    def forms_in(self, start: int, end: int) -> tuple[set[str], str]:
        """The words of tokens [start, end) in all their forms, and for phrases the words in a row: bare, then as they
        stand («حالة الطوارئ»). The modes of an event ask for the same tokens again and again, so the answers are kept."""
        if (known := self.forms.get((start, end))) is not None:
            return known
        singles: set[str] = set()
        tokens = self.tokens[start:end]
        for token in tokens:
            singles |= self.words.shapes(token)
        joined = " ".join([self.words.bare(t.norm) for t in tokens] + ["|"] + [t.norm for t in tokens])
        self.forms[start, end] = singles, joined
        return singles, joined

    def clause_has(self, clause: Clause, wanted: Sequence[str]) -> bool:
        return self.words_in(
            self.elements[clause.start].start if clause.start < len(self.elements) else 0,
            self.contents.token_end(clause.end),
            wanted,
        )

    def kind_fits(self, group: Sequence[int], kinds: Sequence[str], event: Event, place: str) -> bool:
        if not group:
            if place == "object" and event.analysis is not None and event.analysis.clitic:
                return any(k in ("actor", "person") for k in kinds)
            return False
        for k in group:
            e = self.elements[k]
            if "place" in kinds and self.place_in(e):
                return True
            if any(self.mention_kind(m, kind) for m in e.actors for kind in kinds):
                return True
        return False

    @staticmethod
    def mention_kind(m: Mention, kind: str) -> bool:
        if kind == "actor":
            return True
        if kind == "state":
            return m.ref in ("state", "metonym")
        if kind == "person":
            return m.entity.kind == "person" or m.ref in ("office", "counterpart", "name")
        if kind == "people":
            return m.ref in ("people", "group")
        if kind == "armed":
            return m.entity.sector in ("MIL", "REB", "UAF", "PRM", "COP", "SPY")
        return False

    def place_in(self, e: Element) -> bool:
        return any(p.start < e.end and e.start < p.end for p in self.row.places)

    # modes ------------------------------------------------------------------------------------------------------

    def mode(self, event: Event, clause: Clause) -> str | None:
        """PLOVER mode from the frame's own words, else from the shared table."""
        for mode, words in event.frame.modes.items():
            if self.near_words(event, clause, words):
                return mode
        for mode, shared in self.modes.get(event.event, ()):
            if self.near_words(event, clause, shared):
                return mode
        return None

    def near_words(self, event: Event, clause: Clause, words: Sequence[str]) -> bool:
        if event.content is not None and event.event not in ("ASSAULT", "COERCE", "CONSULT", "PROTEST", "MOBILIZE"):
            start, end = event.content
            return self.words_in(start, min(end, start + 6), words)
        e = self.elements[event.element]
        lo, hi = min(event.start, e.start), max(e.end, event.end)
        hi = (
            min(len(self.tokens), hi + 6) if event.nominal else min(self.contents.token_end(clause.end), event.end + 12)
        )
        return self.words_in(lo, hi, words)
