"""Factuality: actual, ongoing, future, hypothetical, negated (codebook section 5; "historical" needs the date and is
settled by the coder)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event
from musnad.lexicon.grammar import grammar

if TYPE_CHECKING:
    from musnad.frames.nounroles import NounArguments

_CONDITIONAL = grammar().conditional
_SCHEDULED = grammar().scheduled
_ONGOING_VERBS = grammar().ongoing_verbs
_CEASING_VERBS = grammar().ceasing_verbs
_ONGOING_NOUNS = grammar().ongoing_nouns
_FUTURE_VERBS = grammar().intending


class Factuality:
    """Reads factuality from particles, tense and governing words."""

    def of_verb(self, event: Event, row: Row, tree: Tree, clause: Clause) -> str:
        """Factuality of a verbal trigger."""
        if event.frame.factuality:
            return event.frame.factuality
        analysis = event.analysis
        assert analysis is not None
        negated = self.negated(row, event.element)
        if negated:
            return "negated"
        if self.conditional(tree, clause, followed=event.event not in _SPEECH):
            return "hypothetical"
        particle = self.particle(row, event.element, clause)
        if particle == "scheduled":
            return "future"
        if particle == "modal":
            return "hypothetical"
        if analysis.future or particle == "future":
            return "future"
        if (
            analysis.tense == "present"
            and clause.kind == "that"
            and clause.word in ("ان",)
            and self.infinitival(row, clause, event.element)
        ):
            return self.of_governor(row, tree, clause)
        for k in clause.auxiliaries:
            aux = row.elements[k].analysis
            if aux is not None and aux.entry is not None:
                if aux.future:
                    return "future"
                if aux.entry.lemma in _ONGOING_VERBS:
                    return "ongoing"
        if (
            analysis.tense == "present"
            and event.event not in _SPEECH
            and row.sentence.field == "text"
            and analysis.pos == "verb"
        ):
            if clause.auxiliaries:
                return "actual"
            return "ongoing"
        return "actual"

    def of_noun(self, event: Event, row: Row, tree: Tree, clause: Clause, args: NounArguments) -> str:
        """Factuality of an event noun: that of the verb that governs it, where it is carried; words beside it."""
        if event.frame.factuality:
            return event.frame.factuality
        if (args.governing >= 0 and (args.governed_as in ("object", "subject") or args.achieved)) or args.carrier:
            verb = (
                args.relative
                if args.relative >= 0 and args.carrier
                else args.governing
                if args.governing >= 0
                else args.relative
            )
            if verb >= 0:
                analysis = row.elements[verb].analysis
                if self.negated(row, verb):
                    return "negated"
                heads = tree.clauses[row.elements[verb].clause]
                for c in tree.clauses:
                    if c.verb == verb:
                        heads = c
                if self.conditional(tree, heads):
                    return "hypothetical"
                particle = self.particle(row, verb, heads)
                if particle == "modal":
                    return "hypothetical"
                if particle in ("scheduled", "future"):
                    return "future"
                if analysis is not None:
                    lemma = analysis.entry.lemma if analysis.entry is not None else ""
                    if analysis.future:
                        return "future"
                    if lemma in _ONGOING_VERBS:
                        return "ongoing"
                    if lemma in _FUTURE_VERBS and args.governed_as != "subject":
                        return "future"
                    if analysis.tense == "present" and heads.kind == "that" and self.infinitival(row, heads, verb):
                        return self.of_governor(row, tree, heads)
                    if (
                        analysis.tense == "present"
                        and args.carrier
                        and row.sentence.field == "text"
                        and analysis.pos == "verb"
                    ):
                        return "ongoing"
        before = row.sentence.tokens[event.start - 1].norm if event.start else ""
        if before.removeprefix("ب").removeprefix("ال") in _ONGOING_NOUNS:
            return "ongoing"
        return "actual"

    @staticmethod
    def negated(row: Row, verb: int) -> bool:
        """A negation stands before the verb; «لا تزال الاشتباكات مستمرة» "fighting still goes on" negates nothing."""
        analysis = row.elements[verb].analysis
        if analysis is not None and analysis.entry is not None and analysis.entry.lemma in _CEASING_VERBS:
            return False
        for k in range(verb - 1, max(-1, verb - 3), -1):
            element = row.elements[k]
            if element.tag is Tag.PARTICLE and element.prep == "negation":
                return True
            if element.tag not in (Tag.PARTICLE, Tag.OPEN):
                return False
        return False

    @staticmethod
    def conditional(tree: Tree, clause: Clause, *, followed: bool = True) -> bool:
        """The clause depends on a condition before it or, where ``followed``, after it: what is asked or threatened
        «... if» is asked and threatened all the same."""
        if any(c.kind == "when" and c.word in _CONDITIONAL for c in tree.ancestors(clause.index)[:2]):
            return True
        # «أن يجتمع الوزيران إذا استمر التوتر»: what depends on a condition that follows, unless it is past
        return followed and any(
            c.parent == clause.index and c.kind == "when" and c.word in _CONDITIONAL for c in tree.clauses
        )

    @staticmethod
    def particle(row: Row, verb: int, clause: Clause) -> str:
        for k in range(verb - 1, max(clause.start - 4, -1), -1):
            element = row.elements[k]
            if element.tag is Tag.PARTICLE:
                if element.prep == "future":
                    return "future"
                if element.prep == "modal":
                    return "scheduled" if element.word in _SCHEDULED else "modal"
                if element.prep == "aspect" and element.word == "قد":
                    analysis = row.elements[verb].analysis
                    if analysis is not None and analysis.tense == "present":
                        return "modal"
            elif element.tag in (Tag.COMMA, Tag.VERB, Tag.RELATIVE, Tag.WHEN) and k < clause.start:
                break
        return ""

    @staticmethod
    def infinitival(row: Row, clause: Clause, verb: int) -> bool:
        """«أن يزور»: the present verb stands right after أن."""
        return all(e.tag is Tag.PARTICLE or e.tag is Tag.THAT for e in row.elements[clause.start : verb])

    @staticmethod
    def of_governor(row: Row, tree: Tree, clause: Clause) -> str:
        if clause.governor >= 0:
            analysis = row.elements[clause.governor].analysis
            if (
                analysis is not None
                and analysis.entry is not None
                and analysis.entry.lemma in ("قرر", "اعلن", "توقع", "انتظر")
            ):
                return "future"
        return "hypothetical"


_SPEECH = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "CONCEDE", "SUPPORT"))
