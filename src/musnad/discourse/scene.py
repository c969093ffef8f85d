"""The article's scene: the countries it is about, for bodies and people named without one («الشرطة», «ثلاثة جنود»)."""

from __future__ import annotations

from collections import Counter

from musnad.frames.elements import Row
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.mentions.places import PlaceMention

_NO_COUNTRY = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))
LOCATIVE = grammar().locative  # they say where an event is set; «إلى»، «من»، «نحو» ("to, from, towards") say direction
_DATELINE = 4  # weight of the place an article is sent from
_ABROAD = frozenset(("ambassador", "embassy"))  # they stand for a country in another one
_KINGDOMS = ("SAU", "JOR", "MAR", "BHR", "GBR")


def is_country(code: str | None) -> bool:
    """Whether a code is a state's, not an organisation's."""
    return bool(code) and len(code or "") == 3 and code not in _NO_COUNTRY


class Scene:
    """Weights of the countries an article names."""

    def __init__(self, fallback: str | None = None) -> None:
        self.weights: Counter[str] = Counter()
        self.sure: Counter[str] = Counter()  # countries and nationalities alone: a town's country may be a guess
        self.fallback = fallback  # the country of the paper: a domestic story may name none
        self.groups: Counter[str] = Counter()  # names of armed groups
        self.people: set[str] = set()  # English names of the persons the article names anywhere

    def prime(self, rows: list[Row], datelines: list[PlaceMention]) -> None:
        """Weigh every country of the article: title and opening count more, «في» more than a bare name."""
        for place in datelines:
            self.note_place(place, _DATELINE)
        lead = next(
            (r.sentence.paragraph for r in rows if r.sentence.field == "text" and len(r.sentence.tokens) > 12), 0
        )
        for row in rows:
            first = row.sentence.field == "title" or row.sentence.paragraph <= lead
            weight = 3 if first else 1
            for place in row.places:
                self.note_place(place, weight)
            for mention in row.mentions:
                self.note_mention(mention, weight)

    def note_place(self, place: PlaceMention, weight: int) -> None:
        """Count the country of a place."""
        code = place.place.country
        if code and is_country(code):
            self.weights[code] += weight * (2 if place.prep in LOCATIVE else 1)
            if not place.specific:
                self.sure[code] += weight

    def note_mention(self, mention: Mention, weight: int) -> None:
        """Count the country of an actor; outlets and sources do not set the scene."""
        entity = mention.entity
        if entity.kind == "person" and entity.name and (mention.family or mention.ref == "name"):
            self.people.add(entity.name)
        if entity.kind == "media" or mention.key in _ABROAD or mention.ref in ("state", "metonym", "counterpart"):
            pass  # states are counted as places; «نظيره الألماني» "his German counterpart" is somebody from abroad
        elif entity.country and is_country(entity.country):
            self.weights[entity.country] += weight
            self.sure[entity.country] += weight
        for inner in (*mention.inner, *mention.parts):
            if inner.ref not in ("state", "metonym") and inner.entity.country and is_country(inner.entity.country):
                self.weights[inner.entity.country] += weight

    def home(self) -> str | None:
        """The country the article is about."""
        if not self.weights:
            return self.fallback
        return self.weights.most_common(1)[0][0]

    def near(self) -> list[str]:
        """The weightiest countries, for the gazetteer to choose between towns of one name."""
        sure = [code for code, _ in self.sure.most_common(3)]
        return [*sure, *(code for code, _ in self.weights.most_common(3) if code not in sure)][:4]

    def weighs(self, code: str) -> int:
        """The weight of one country."""
        return self.weights.get(code, 0)

    def kingdom(self) -> str:
        """Which kingdom «المملكة» is: the weightiest of the article, the paper's own, else Saudi Arabia."""
        best = max(_KINGDOMS, key=lambda code: self.weights.get(code, 0))
        if self.weights.get(best):
            return best
        return self.fallback if self.fallback in _KINGDOMS else "SAU"

    def coalition(self) -> str | None:
        """Name of the coalition that «التحالف» alone means on this scene, as in actors/groups.yaml."""
        yemen = self.weighs("YEM")
        levant = self.weighs("SYR") + self.weighs("IRQ")
        if yemen and yemen >= levant:
            return "Arab Coalition in Yemen"
        if levant:
            return "US-led international coalition"
        return None
