"""Recipients that stand elsewhere than in a frame's own place: outlets, beneficiaries of a promise, bare numbers."""

from __future__ import annotations

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.frames.words import FunctionWords
from musnad.lexicon.frames import Entry
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity

_COUNTED = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))  # whose victims may be a bare number
# Acts that befall people: a pronoun there is a person or a state, not a thing.
_PERSONAL = frozenset(("REQUEST", "ACCUSE", "RETREAT", "ASSAULT", "THREATEN", "AID", "SANCTION", "CONCEDE"))
_MET_BY_CROWDS = frozenset(("ASSAULT", "COERCE", "SUPPORT", "ACCUSE", "THREATEN"))  # what protests meet with
_STATEMENTS = grammar().speaking_nouns  # papers that speak for who issued them
_DISPERSING = grammar().dispersing
_INTERVIEWS = grammar().interview_nouns


def _is_protest(entry: Entry) -> bool:
    return any(frame.event == "PROTEST" for frame in entry.frames[:1])


_PRONOUNS = frozenset(("ه", "ها", "هم", "هما", "هن", "نا"))


class Recipients:
    """Finds recipients in one row."""

    def __init__(self, row: Row, tree: Tree, words: FunctionWords) -> None:
        self.row = row
        self.tree = tree
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.words = words

    def of_group(self, group: list[int], place: str, event: str) -> list[Filler]:
        """The recipients that a group of coordinated phrases names, standing at ``place`` of an ``event``."""
        found = self.not_places(fillers(self.row, group), place, event)
        return (
            found
            or (self.counted(group) if event in _COUNTED else [])
            or self.pronouns(group, event)
            or (self.crowd(group) if event in _MET_BY_CROWDS else [])
        )

    def crowd(self, group: list[int]) -> list[Filler]:
        """«فرقت الشرطة المظاهرة», «أشاد بسلمية المظاهرات» "praised how peaceful the demonstrations were": those who protest."""
        out = []
        for j in group:
            e = self.elements[j]
            protests = [t for t, a in e.events if a.entry is not None and _is_protest(a.entry)]
            if not protests or e.mention is not None or e.inner:
                continue
            after = self.elements[j + 1] if j + 1 < len(self.elements) else None
            if after is not None and after.prep == "ل" and after.mention is not None and after.start == e.end:
                out.append(Filler(mention=after.mention, element=j + 1))  # «قمعت تظاهرة لمدرسين»
                continue
            at = self.tokens[protests[0]]
            entity = Entity(kind="people", name="protesters", sector="CVL", by="description")
            crowd = Mention(e.head, e.end, e.head, at.start, entity, "people", number="pl", definite=e.definite)
            out.append(Filler(mention=crowd, element=j))
        return out

    def pronouns(self, group: list[int], event: str) -> list[Filler]:
        """«أفرج عنه», «أطلق عليهم النار»: a pronoun on the preposition. Not «في بيان له»: that is whose the noun
        is; nor «غارات تصدى لها الجيش»: that is what the relative clause is about."""
        if event not in _PERSONAL:
            return []
        return [
            Filler(implied="pronoun", clitic=self.elements[j].word, element=j)
            for j in group
            if self.elements[j].prep
            and self.elements[j].word in _PRONOUNS
            and self.tree.clauses[self.elements[j].clause].kind != "relative"
            and not (j and self.elements[j - 1].tag is Tag.PHRASE and self.elements[j - 1].prep)
        ]

    def complete(self, event: Event, clause: Clause) -> None:
        """Give an accepted event of a verb the recipient that its frame does not know; take a wrong one away."""
        if event.event == "SAY":
            self.addressee(event, clause)
        elif "recipient" not in event.roles and event.event in ("AGREE", "THREATEN") and event.content is not None:
            self.beneficiary(event)
        elif "recipient" not in event.roles and event.frame.mode == "crowd-control":
            self.dispersed(event, clause)
        elif "recipient" not in event.roles and event.frame.mode == "convict" and event.content is not None:
            self.beneficiary(event)  # «حكمت محكمة بإعدام 12 متهما»

    def dispersed(self, event: Event, clause: Clause) -> None:
        """«استعملت الشرطة الهراوات لتفريق المتظاهرين»: the crowd is named with the purpose."""
        for e in self.elements[event.element + 1 : clause.end]:
            if e.tag is not Tag.PHRASE or e.prep != "ل" or not e.events or not e.inner:
                continue
            entry = e.events[0][1].entry
            if entry is not None and entry.lemma in _DISPERSING:
                event.roles["recipient"] = [Filler(mention=m) for m in e.inner]
                return

    def addressee(self, event: Event, clause: Clause) -> None:
        """Whom words are said to stands between the verb and the words, and hangs on the verb."""
        limit = event.content[0] if event.content is not None else len(self.tokens)
        heard = [f for f in event.fillers("recipient") if f.mention is None or self.spoken_to(f, event, limit)]
        if not heard:
            heard = self.outlet(event, clause, limit)
        if heard:
            event.roles["recipient"] = heard
        else:
            event.roles.pop("recipient", None)

    def spoken_to(self, filler: Filler, event: Event, limit: int) -> bool:
        """Not «الموالي للرئيس» "loyal to the president", nor anybody named in or after what is said."""
        element = self.elements[filler.element]
        if not element.prep:
            return True  # an object: «أبلغ نظيره»
        if element.start < event.start or element.start >= limit:
            return False
        before = self.words.bare(self.tokens[element.start - 1].norm)
        if before in self.words.adherents:
            return False
        follows = self.elements[filler.element - 1]  # «خلال زيارة للقاهرة»: where the visit led
        if element.prep == "ل" and not follows.prep and self.words.bare(follows.word) in _STATEMENTS:
            return False  # «أوضح بيان للوزارة أن» "a statement of the ministry made clear": who issued it
        visited = filler.mention is not None and filler.mention.ref in ("state", "metonym") and bool(follows.events)
        return not (visited and follows.tag is Tag.PHRASE and follows.prep)

    def outlet(self, event: Event, clause: Clause, limit: int) -> list[Filler]:
        """«قال خلال تصريحاته لـ«الشرق الأوسط» إن», «صرح أمام الصحافيين»: the press that received the words."""
        for e in self.elements[event.element + 1 : clause.end]:
            if e.start >= limit:
                break
            if e.tag is not Tag.PHRASE:
                continue
            if e.mention is None:
                told = [m for m in e.inner if m.entity.kind == "media"]
                if told and self.words.bare(self.tokens[e.head].norm) in _INTERVIEWS:
                    return [Filler(mention=told[0])]  # «في تصريحات لـ«عكاظ»»
                continue
            press = e.mention.entity.sector == "JRN"
            if (e.mention.entity.kind == "media" and e.prep in ("ل", "مع", "الي")) or (press and e.prep == "امام"):
                return [Filler(mention=e.mention)]
        return []

    def beneficiary(self, event: Event) -> None:
        """«تعهد بمساعدة إسرائيل», «هدد بإعدامه»: whom the promised or threatened act would befall."""
        assert event.content is not None
        for k, e in enumerate(self.elements):
            if e.tag is Tag.PHRASE and e.start <= event.content[0] < e.end:
                if e.events and not e.inner and not any(a.clitic for _, a in e.events):
                    event.roles.update(self.aimed_at(k))
                    return
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

    def aimed_at(self, k: int) -> dict[str, list[Filler]]:
        """«هدد بفرض عقوبات على طهران», «توعد بالرد على المتمردين»: whom the act in phrase ``k`` is on or against."""
        for j in range(k + 1, min(k + 3, len(self.elements))):
            e = self.elements[j]
            if e.tag is not Tag.PHRASE or e.clause != self.elements[k].clause or e.conj:
                return {}
            if e.prep in ("علي", "ضد", "بحق"):
                got = fillers(self.row, [j])
                return {"recipient": got} if got else {}
        return {}

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

    def of_things(self, element: Element) -> bool:
        """«داهمت 100 موقع», «دمرت 20 دبابة»: a number with the noun it counts, which names nobody."""
        after = element.head + 1
        return after < element.end and self.words.bare(self.tokens[after].norm) not in self.words.numerals

    def counted(self, group: list[int]) -> list[Filler]:
        """Victims given as a bare number: «قتل 25», «أصيب أربعة آخرون»."""
        out = []
        for j in group:
            e = self.elements[j]
            first = self.tokens[e.head]
            if (first.norm.isdigit() or first.norm in self.words.numerals) and not self.of_things(e):
                entity = Entity(kind="people", name="people", sector="UNK", by="description")
                out.append(
                    Filler(
                        mention=Mention(e.head, e.end, e.head, first.start, entity, "people", number="pl", count=True),
                        element=j,
                    )
                )
        return out
