"""Where: the place phrase that locates an event, and the country that surroundings suggest for a mention."""

from __future__ import annotations

from itertools import pairwise

from musnad.discourse.scene import LOCATIVE
from musnad.frames.clauses import Tree
from musnad.frames.elements import Row
from musnad.frames.event import Event
from musnad.lexicon.grammar import grammar
from musnad.mentions.places import PlaceMention, PlaceReference, find_references
from musnad.resolve.where import Gazetteer

_SPEECH = frozenset(("SAY", "REQUEST", "REJECT", "ACCUSE", "THREATEN"))
_TARGETS = grammar().target_prepositions
_LANDS = grammar().land_nouns  # «الأراضي السورية» is a place; «سوريا» may act
_OCCASIONS = grammar().occasion_prepositions
_GOING = frozenset(("CONSULT", "AGREE", "AID"))
_FAR = 60
_NEAR = 4  # tokens between an attack and «على» with its target


class Places:
    """The places of one sentence by clause."""

    def __init__(self, row: Row, tree: Tree, gazetteer: Gazetteer) -> None:
        self.row = row
        self.shared = self.between_states()
        self.gazetteer = gazetteer
        self._back: list[PlaceReference] | None = None
        self.tree = tree
        self.clause_of: dict[int, int] = {}  # place start -> clause
        self.persons: dict[int, bool] = {}
        self.mention_tokens: dict[int, int] = {}  # token -> start of the actor mention it stands in
        if not row.places:
            return
        ends = [(e.start, e.end, e.clause) for e in row.elements]
        k = 0
        for place in row.places:
            while k + 1 < len(ends) and ends[k][1] <= place.start:
                k += 1
            self.clause_of[place.start] = ends[k][2] if ends else 0
        self.persons = {m.start: m.entity.kind == "person" and m.ref in ("name", "office") for m in row.mentions}
        for mention in row.mentions:
            for t in range(mention.start, mention.end):
                self.mention_tokens[t] = mention.start

    def of_event(self, event: Event) -> PlaceMention | None:
        """The place of an event: in its clause after «في», what it strikes, then in the clauses around it."""
        row = self.row
        if not row.places:
            return None
        around = [c.index for c in self.tree.ancestors(event.clause)]
        inside = self.inside(event)
        actors = {
            f.mention.start for role in ("actor", "partner") for f in event.fillers(role) if f.mention is not None
        }
        content = (
            event.content
            if event.event in ("SAY", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE")
            else None
        )
        best: tuple[int, PlaceMention] | None = None
        for place in row.places:
            if content is not None and content[0] <= place.start < content[1]:
                continue
            clause = self.clause_of.get(place.start, 0)
            if clause == event.clause or clause in inside:
                tier = 0
            elif clause in around:
                tier = 1 + around.index(clause)
            else:
                tier = 3
            if event.event in _SPEECH and not self.spoken_at(event, place, tier):
                continue
            score = self.score(event, place, actors)
            if score is None:
                continue
            score += tier * 14 - (8 if clause in inside else 0)
            if best is None or score < best[0]:
                best = (score, place)
        return best[1] if best is not None and best[0] < _FAR else None

    def spoken_at(self, event: Event, place: PlaceMention, tier: int) -> bool:
        """Whether a place says where words were spoken («قال في مؤتمر في برلين»), not where their speaker sits («مصادر في
        دمشق») or what they tell of."""
        analysis = event.analysis
        if place.start < event.end or analysis is None or analysis.pos != "verb":
            return False
        if tier:  # «في مؤتمر صحافي عقده في برلين», not «المرصد الذي يتابع العنف في سوريا»
            clause = self.tree.clauses[self.clause_of.get(place.start, 0)]
            if clause.kind != "relative" or clause.parent != event.clause:
                return False
            if clause.governor >= 0 and self.row.elements[clause.governor].mention is not None:
                return False
        elif not place.specific and not self.occasion(event, place):
            return False  # «رئيس اللجنة في روسيا»
        speakers = [f.mention for f in event.fillers("actor") if f.mention is not None]
        return not any(
            m.start <= place.start <= m.end + 1 and m.ref not in ("name", "office", "counterpart") for m in speakers
        )

    def occasion(self, event: Event, place: PlaceMention) -> bool:
        """Whether «في مؤتمر», «خلال لقاء» stands between the verb of saying and the place."""
        return any(
            e.prep in _OCCASIONS and e.mention is None and event.end <= e.start and e.end <= place.start
            for e in self.row.elements
        )

    def inside(self, event: Event) -> set[int]:
        """Relative clauses that hang on the event's own phrase: «هجوم وقع في سوق»."""
        return {c.index for c in self.tree.clauses if c.kind == "relative" and c.governor == event.element}

    def score(self, event: Event, place: PlaceMention, actors: set[int]) -> int | None:
        """How far a place is from locating the event; None if it cannot."""
        prep = place.prep
        holder = self.mention_tokens.get(place.start)
        if holder is not None and holder in actors and prep not in LOCATIVE:
            return None
        distance = place.start - event.end if place.start >= event.end else 6 + event.start - place.end
        if holder is not None and self.persons.get(holder) and prep != "في":
            return None  # «باراك» is no town
        if prep in LOCATIVE:
            return distance
        tokens = self.row.sentence.tokens
        land = place.end - place.start > 1 and (
            tokens[place.start].norm in _LANDS or any(t.norm == "في" for t in tokens[place.start : place.end])
        )
        if not place.specific and not land:  # a country without «في» is an actor, but the goal of a visit is its place
            if self.struck(event, place, distance):
                return distance + 4
            visit = event.event in _GOING and prep in (None, "الي", "ل") and place.start >= event.end
            return distance + 4 if visit and distance < 12 else None
        if prep == "ل" and event.event in _GOING and place.start >= event.end and distance < _NEAR:
            return distance + 4  # «زيارة للقاهرة»
        if prep is None or prep in _TARGETS:
            if event.event in _SPEECH:  # «قال من القاهرة»
                spoken = prep == "من" and place.start > event.end and holder in (None, place.start)
                return distance + 8 if spoken and distance < 10 else None
            if place.start < event.start and holder is not None:
                return None
            return distance + (4 if prep is None else 8 if prep != "من" else 12)
        return None

    @staticmethod
    def struck(event: Event, place: PlaceMention, distance: int) -> bool:
        """A country as the target: «غارات على اليمن», «تحرير الكويت»."""
        if place.start < event.end:
            return False
        if place.prep == "علي":
            return event.event == "ASSAULT" and distance <= _NEAR
        return place.prep is None and event.event == "COERCE" and event.mode == "seize" and not distance

    def back(self, event: Event) -> PlaceReference | None:
        """A phrase in the event's clause that points back to a place: «المدينة», «شمال البلاد»."""
        if self._back is None:
            self._back = find_references(self.row.sentence, self.gazetteer, self.row.places)
        if not self._back:
            return None
        spans = [(e.start, e.end) for e in self.row.elements if e.clause == event.clause]
        best: tuple[int, PlaceReference] | None = None
        for reference in self._back:
            inside = any(start <= reference.start < end for start, end in spans)
            located = reference.prep in LOCATIVE or reference.prep in _TARGETS or reference.prep is None
            distance = reference.start - event.end if reference.start >= event.end else 6 + event.start - reference.end
            if located and (inside or distance < 12) and (best is None or distance < best[0]):
                best = (distance, reference)
        return best[1] if best is not None and best[0] < 25 else None

    def tells(self, around: list[int], clause: int) -> bool:
        """Whether ``clause`` lies in what is told in the first of ``around``: «قال ناشطون إن غارات وقعت في حلب» does not
        say where the activists are from."""
        return any(c.kind in ("that", "quote") and c.parent == around[0] for c in self.tree.ancestors(clause))

    def between_states(self) -> frozenset[int]:
        """Starts of the places in «قتل 60 شخصا في الكاميرون ونيجيريا» "60 people were killed in Cameroon and Nigeria": of
        two states neither is that of the victims."""
        places = [p for p in self.row.places if p.place.country]
        found: set[int] = set()
        for first, second in pairwise(places):
            states = first.specific is False and second.specific is False
            joined = second.start == first.end and self.row.sentence.tokens[second.start].norm.startswith("و")
            if states and joined and first.place.country != second.place.country and first.prep in LOCATIVE:
                found.update((first.start, second.start))
        return frozenset(found)

    def near(self, token: int, end: int, clause: int) -> tuple[str | None, str | None]:
        """Countries for a mention at tokens [token, end): (of a place attached to it, of a place in its clause)."""
        attached: str | None = None
        best: tuple[int, str] | None = None
        around = [c.index for c in self.tree.ancestors(clause)] if clause >= 0 else [0]
        for place in self.row.places:
            code = place.place.country
            if not code:
                continue
            if place.start in self.shared:
                code = ""
            if place.prep in ("في", "ب", "شمال", "جنوب", "شرق", "غرب", "من") and end <= place.start <= end + 1:
                attached = attached or code
            if token <= place.start < end and place.prep in LOCATIVE:
                attached = attached or code
            if place.prep in LOCATIVE:
                where = self.clause_of.get(place.start, 0)
                if where not in around and self.tells(around, where):
                    continue
                rank = (around.index(where) if where in around else 4) * 30 + abs(place.start - token)
                if best is None or rank < best[0]:
                    best = (rank, code)
        if best is not None and not best[1] and not attached:
            return "", None
        return attached, best[1] if best is not None else None
