"""Recipients that stand elsewhere than in a frame's own place: outlets, beneficiaries of a promise, bare numbers."""

from __future__ import annotations

from musnad.frames.clauses import Clause
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.frames.words import FunctionWords
from musnad.mentions.actors import Mention
from musnad.record import Entity

_COUNTED = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))  # whose victims may be a bare number


class Recipients:
    """Finds recipients in one row."""

    def __init__(self, row: Row, words: FunctionWords) -> None:
        self.row = row
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.words = words

    def of_group(self, group: list[int], place: str, event: str) -> list[Filler]:
        """The recipients that a group of coordinated phrases names, standing at ``place`` of an ``event``."""
        found = self.not_places(fillers(self.row, group), place, event)
        return found or (self.counted(group) if event in _COUNTED else [])

    def complete(self, event: Event, clause: Clause) -> None:
        """Give an accepted event of a verb the recipient that its frame does not know."""
        if "recipient" in event.roles:
            return
        if event.event == "SAY":
            self.outlet(event, clause)
        elif event.event in ("AGREE", "THREATEN") and event.content is not None:
            self.beneficiary(event)

    def outlet(self, event: Event, clause: Clause) -> None:
        """«قال خلال تصريحاته لـ«الشرق الأوسط» إن»: an outlet with ل or مع before the content received the words."""
        limit = event.content[0] if event.content is not None else len(self.tokens)
        for e in self.elements[event.element + 1 : clause.end]:
            if e.start >= limit:
                return
            if (
                e.tag is Tag.PHRASE
                and e.prep in ("ل", "مع")
                and e.mention is not None
                and e.mention.entity.kind == "media"
            ):
                event.roles["recipient"] = [Filler(mention=e.mention)]
                return

    def beneficiary(self, event: Event) -> None:
        """«تعهد بمساعدة إسرائيل», «هدد بإعدامه»: whom the promised or threatened act would befall."""
        assert event.content is not None
        for e in self.elements:
            if e.tag is Tag.PHRASE and e.start <= event.content[0] < e.end:
                if not e.events or e.events[0][1].entry is None or e.events[0][1].entry.masdar_genitive != "object":
                    return
                token, analysis = e.events[0]
                if token > e.head + 1:
                    return
                if analysis.clitic:
                    event.roles["recipient"] = [
                        Filler(implied="pronoun", clitic=analysis.clitic, element=event.element)
                    ]
                elif e.inner:
                    event.roles["recipient"] = [Filler(mention=m) for m in e.inner]
                return

    def not_places(self, got: list[Filler], place: str, event: str) -> list[Filler]:
        """Where forces move to is no recipient: «تقدمت نحو العاصمة», «دخلت إلى المدينة»."""
        if event not in ("MOBILIZE", "COERCE", "RETREAT", "ASSAULT") or place not in (
            "الي",
            "نحو",
            "تجاه",
            "باتجاه",
            "في",
            "صوب",
        ):
            return got
        return [
            f for f in got if f.mention is None or not any(p.start <= f.mention.start < p.end for p in self.row.places)
        ]

    def counted(self, group: list[int]) -> list[Filler]:
        """Victims given as a bare number: «قتل 25», «أصيب أربعة آخرون»."""
        out = []
        for j in group:
            e = self.elements[j]
            first = self.tokens[e.head]
            if first.norm.isdigit() or first.norm in self.words.numerals:
                entity = Entity(kind="people", name="people", sector="UNK", by="description")
                out.append(
                    Filler(
                        mention=Mention(e.head, e.end, e.head, first.start, entity, "people", number="pl", count=True),
                        element=j,
                    )
                )
        return out
