"""Who is condemned, praised or refused when what stands there is an act: its author («أدانت لندن الغزو الروسي»).

The codebook gives every ACCUSE, SUPPORT and REJECT its recipient where the text names one. A verb of stance takes an
act as often as a person; then the recipient is who did the act, never whom it befell («ندد باعتقال الناشطين»).
"""

from __future__ import annotations

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.frames.verbs import Arguer, Arguments
from musnad.frames.words import FunctionWords

_STANCES = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_SHARED = frozenset(("AGREE", "CONSULT", "COOPERATE"))  # acts of all sides: to praise a treaty is to praise nobody
_NEAR = 4  # elements that may stand between an act and the relative clause on it


def befalls(act: Event, people: list[Filler]) -> bool:
    """All these people are recipients of the act."""
    mine = {id(f.mention) for f in act.fillers("recipient") if f.mention is not None}
    return bool(mine) and all(f.mention is not None and id(f.mention) in mine for f in people)


class Stances:
    """The verbs and nouns of stance among the events of one row."""

    def __init__(self, row: Row, tree: Tree, arguer: Arguer, words: FunctionWords, events: list[Event]) -> None:
        self.row = row
        self.tree = tree
        self.arguer = arguer
        self.words = words
        self.events = events

    def judge(self) -> None:
        """Give each its recipient."""
        for stance in self.events:
            if stance.event not in _STANCES:
                continue
            target = self.target(stance)
            if target < 0:
                continue
            act = self.act(stance, target)
            got = stance.fillers("recipient")
            if act is not None and act.event not in _SHARED and got and befalls(act, got):
                del stance.roles["recipient"]
                if "controlled" in act.notes:
                    act.roles.pop("actor", None)
                got = []
            author = [] if got else self.author(stance, act, target)
            if author:
                stance.roles["recipient"] = author

    def target(self, stance: Event) -> int:
        """The element of what is condemned, praised or refused, or -1."""
        if stance.target:
            return stance.target[0]
        if stance.content is None:
            return -1
        for k, element in enumerate(self.row.elements):
            if element.tag is Tag.PHRASE and element.start <= stance.content[0] < element.end:
                return k
        return -1

    def act(self, stance: Event, target: int) -> Event | None:
        """The act that stands there; of several nouns of one phrase the first that has an author or a victim."""
        acts = [
            e
            for e in self.events
            if e.nominal and e.element == target and (e.element != stance.element or e.start > stance.start)
        ]
        return next((e for e in acts if e.fillers("actor") or e.fillers("recipient")), acts[0] if acts else None)

    def author(self, stance: Event, act: Event | None, target: int) -> list[Filler]:
        """Who did it: the actor of the act, the subject of a relative clause on it, or an adjective of nationality."""
        if act is not None and act.event in _SHARED:
            return []
        if act is not None and "controlled" not in act.notes and (done_by := act.fillers("actor")):
            return list(done_by)
        return self.told_author(stance, target) or self.nationality(target)

    def told_author(self, stance: Event, target: int) -> list[Filler]:
        """«الأعمال التي قام بها مسلحون», «ما أعلنه الوزير»: the subject of the relative clause on the act, which a
        pronoun takes up."""
        for clause in self.tree.clauses:
            if clause.kind != "relative" or clause.verb < 0 or clause.verb == stance.element:
                continue
            if clause.governor != target and clause.word != "ما":
                continue
            if not target <= clause.governor <= target + _NEAR:
                continue
            if any(e.element == clause.verb and e.passive for e in self.events):
                continue  # «الهجوم الذي قتل خلاله جندي»: whom the act befell
            arguments = self.arguer.arguments(clause, clause.verb)
            if arguments.antecedent_role != "subject" and self.resumed(clause, arguments):
                return fillers(self.row, arguments.subject)
        return []

    def resumed(self, clause: Clause, arguments: Arguments) -> bool:
        analysis = self.row.elements[clause.verb].analysis
        return (analysis is not None and bool(analysis.clitic)) or any(
            self.row.elements[j].word in ("ه", "ها", "هم") for _, group in arguments.prepositions for j in group
        )

    def nationality(self, target: int) -> list[Filler]:
        """«انتقدت طهران السياسة الأميركية»."""
        element = self.row.elements[target]
        if element.mention is not None or not element.definite:
            return []
        for t in range(element.head + 1, element.end):
            norm = self.row.sentence.tokens[t].norm
            country = self.words.nationality(norm)
            if country and norm.startswith("ال"):
                return [Filler(implied="country", country=country, element=target, clitic=str(t))]
        return []
