"""Content spans: the words that say what was said, asked, alleged, refused or promised."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.verbs import Arguer, Arguments
from musnad.lexicon.grammar import grammar

_OCCASION = grammar().occasion_prepositions
_OCCASIONS = grammar().occasions

Places = Callable[[str], list[int]]  # name of a place («object», «على») -> the elements that stand there


class Contents:
    """Finds the content of the triggers of a row. Spans are of tokens."""

    def __init__(self, row: Row, tree: Tree, arguer: Arguer) -> None:
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.tree = tree
        self.arguer = arguer
        self.quoting = _quoting(row)

    def of_verb(
        self, k: int, clause: Clause, args: Arguments, wanted: Sequence[str], places: Places
    ) -> tuple[int, int] | None:
        for place in wanted:
            if place == "clause":
                if args.clauses:
                    first, last = args.clauses[0], args.clauses[-1]
                    start = self.elements[first.start].start
                    if first.word in (":",):
                        start = self.elements[first.start].end
                    return self.trim(start, self.token_end(last.end))
                continue
            group = places(place)
            if group:
                return self.trim(self.elements[group[0]].start, self.token_end(self.content_end(k, clause, group[-1])))
            bare = self.prepositional_clause(k, clause, place)
            if bare is not None:
                return bare
            for j in range(k + 1, min(len(self.elements) - 1, k + 6)):  # «واعدا ب"القضاء على ..."»
                if (
                    self.elements[j].tag is Tag.PARTICLE
                    and self.elements[j].word == place
                    and self.elements[j + 1].tag is Tag.OPEN
                ):
                    return self.trim(self.elements[j + 1].start, self.token_end(clause.end))
        return None

    def prepositional_clause(self, k: int, clause: Clause, place: str) -> tuple[int, int] | None:
        """«دعا إلى أن ...», «حذر من أن ...»: a preposition before a complement clause."""
        for child in self.arguer.children.get(clause.index, []):
            if child.kind == "that" and child.start > k and child.governor == k:
                before = self.elements[child.start - 1]
                if (before.tag is Tag.PARTICLE and before.word == place) or child.word.startswith(place):
                    return self.trim(self.elements[child.start].start, self.token_end(child.end))
        return None

    def content_end(self, k: int, clause: Clause, last: int) -> int:
        """Content runs to the end of the clause, nested clauses included, but not into coordinate or participle clauses."""
        end = clause.end
        for child in self.arguer.children.get(clause.index, []):
            apart = child.kind in ("beside", "participle", "when")
            if child.start > last and (apart or self.remark(child)):
                end = min(end, child.start)
        for j in range(last + 1, end):
            if self.elements[j].tag is Tag.REPORT or self.occasion(j):
                return j
        return end

    def occasion(self, k: int) -> bool:
        """«جدد تحذيره من الاتفاق، بعد زيارة كيري»: after a comma, the occasion of the words is no part of them."""
        element = self.elements[k]
        return element.prep in _OCCASION and element.word in _OCCASIONS and self.elements[k - 1].tag is Tag.COMMA

    def remark(self, clause: Clause) -> bool:
        """«..., ما أدى إلى أزمة» "which led to a crisis": on all that was told, no part of what was said."""
        return clause.word in ("ما", "مما") and clause.start > 0 and self.elements[clause.start - 1].tag is Tag.COMMA

    def quotation_open(self, k: int, at: int) -> bool:
        """Whether a quotation that opens after element ``k`` is still open at element ``at`` and closes later."""
        return at < len(self.quoting) and self.quoting[at] > k

    def token_end(self, element: int) -> int:
        if element >= len(self.elements):
            return len(self.tokens)
        return self.elements[element].start

    def trim(self, start: int, end: int) -> tuple[int, int] | None:
        """Leave out closing punctuation and a conjunction's comma at the end."""
        while end > start and self.tokens[end - 1].text in ("،", ",", ".", ":", "؛", "!", "؟", "-", "..", "…"):
            end -= 1
        return (start, end) if end > start else None

    def said_object(self, k: int, token: int) -> bool:
        """A noun of saying has an object if another noun stands after its sayer: «إعلان الحكومة تحرير المدينة»."""
        element = self.elements[k]
        if element.events and element.events[-1][0] > token:
            return True
        after = self.elements[k + 1] if k + 1 < len(self.elements) else None
        return (
            after is not None and after.tag is Tag.PHRASE and not after.prep and not after.conj and bool(after.events)
        )

    def of_noun(
        self, k: int, token: int, preposition: Places, wanted: Sequence[str], event_is_say: bool
    ) -> tuple[int, int] | None:
        element = self.elements[k]
        for place in wanted:
            if place == "clause":
                after = k + 1
                while after < len(self.elements) and self.elements[after].tag in (Tag.TIME, Tag.COLON):
                    after += 1
                for clause in self.tree.clauses:
                    if clause.kind in ("that", "quote") and (clause.governor == k or clause.start in (k + 1, after)):
                        return self.trim(self.elements[clause.start].start, self.token_end(clause.end))
                if event_is_say and after < len(self.elements) and self.elements[after].tag is Tag.OPEN:
                    close = next(
                        (j for j in range(after + 1, len(self.elements)) if self.elements[j].tag is Tag.CLOSE),
                        len(self.elements),
                    )
                    return self.trim(self.elements[after].start, self.token_end(close))
            elif place in ("object", "genitive"):
                if event_is_say and not self.said_object(k, token):
                    continue
                if token + 1 < element.end:
                    return self.trim(
                        token + 1, self.token_end(self.content_end(k, self.tree.clauses[element.clause], k))
                    )
            else:
                group = preposition(place)
                if group:
                    last = group[-1]
                    return self.trim(
                        self.elements[group[0]].start,
                        self.token_end(self.content_end(k, self.tree.clauses[element.clause], last)),
                    )
        return None


def _quoting(row: Row) -> list[int]:
    """For each element, where the innermost quotation around it opens; -1 outside, and in quotations that never close."""
    closed: dict[int, int] = {}
    opened: list[int] = []
    for k, element in enumerate(row.elements):
        if element.tag is Tag.OPEN:
            opened.append(k)
        elif element.tag is Tag.CLOSE and opened:
            closed[opened.pop()] = k
    out: list[int] = []
    around: list[int] = []
    for k in range(len(row.elements)):
        if around and closed[around[-1]] < k:
            around.pop()
        out.append(around[-1] if around else -1)
        if k in closed:
            around.append(k)
    return out
