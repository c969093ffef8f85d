"""Agreement: whether a verb or a pronoun that stands alone can mean somebody spoken of before."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity

_MASCULINE_STATES = grammar().masculine_states
_MASCULINE_HEADS = grammar().masculine_bodies
_THINGS = frozenset(("aircraft", "tanks"))
_FEMININE_WORDS = grammar().feminine_bodies


@dataclass(slots=True)
class Party:
    """Who was spoken of together, with the features a later verb must agree with.

    ``gender``: m, f or '' (unknown); ``number``: s, d or p; ``loose``: a broken plural of things or bodies («مصادر»,
    «قوات»), which takes a feminine singular verb; ``human``: may take a plural verb.
    """

    entities: list[Entity]
    gender: str = ""
    number: str = "s"
    loose: bool = False
    human: bool = True

    def fits(self, number: str, gender: str) -> bool:
        """Whether a verb without a subject, of this number (s, d, p) and gender, can have this subject."""
        if not self.entities:
            return False
        if number == "d":
            return self.number == "d" or len(self.entities) == 2
        if number == "p":
            return self.number in ("p", "d") and self.human
        if gender == "f":
            return self.loose or (self.number == "s" and self.gender != "m")
        return self.number == "s" and not self.loose and self.gender != "f"

    def fits_pronoun(self, clitic: str) -> bool:
        """Whether a clitic pronoun (ه، ها، هم، هما) can mean this party."""
        if clitic == "هما":
            return self.fits("d", "")
        if clitic in ("هم", "هن"):
            return self.number == "p" and (self.human or self.loose)
        return self.fits("s", "f" if clitic == "ها" else "m")


def bare(word: str) -> str:
    """A folded word without its proclitics and article."""
    for lead in ("وال", "فال", "بال", "كال", "لل", "ال"):
        if word.startswith(lead) and len(word) > len(lead) + 2:
            return word[len(lead) :]
    return word


def gender_of(mention: Mention, head: str) -> str:
    """'f', 'm' or '' of a mention, from its folded head word."""
    word = bare(head)
    if mention.ref in ("state", "metonym"):
        return "m" if word in _MASCULINE_STATES or head in _MASCULINE_STATES else "f"
    if mention.ref == "name" and mention.end - mention.start <= 4:
        return ""
    if mention.ref == "counterpart":  # «نظيره», «نظيرته»: the last letters are a pronoun
        return "f" if "ت" in word[-4:] else "m"
    if word.endswith(("ه", "ات")) or word in _FEMININE_WORDS:
        return "f"
    if mention.entity.kind == "person" and mention.ref in ("name", "counterpart"):
        return ""
    if mention.key and mention.key == mention.entity.name:  # a proper name: «أوبك», «الناتو», «حماس»
        return "m" if word in _MASCULINE_HEADS else ""
    return "m"


def party(mentions: list[tuple[Mention, str, list[Entity]]], verb: str = "") -> Party:
    """The party that mentions (mention, folded head word, entities) make up; ``verb``: gender of a verb before them."""
    entities = [e for _, _, found in mentions for e in found]
    if not mentions:
        return Party([])
    if len(mentions) > 1:
        genders = {gender_of(m, head) for m, head, _ in mentions}
        single = all(m.number == "sg" for m, _, _ in mentions)
        states = all(m.ref in ("state", "metonym") for m, _, _ in mentions)  # «جددت المكسيك وكوبا دعمها»
        number = "d" if len(entities) == 2 and single else "p"
        return Party(entities, "f" if genders == {"f"} else "m", number, loose=states)
    mention, head, found = mentions[0]
    if len(found) > 1:
        return Party(found, "m", "d" if len(found) == 2 else "p")
    gender = gender_of(mention, head) or verb
    if mention.number == "du":
        return Party(found, gender, "d")
    word = bare(head)
    if mention.number == "pl" or mention.count:
        sound = word.endswith(("ون", "ين", "وا"))
        people = (
            mention.ref in ("people", "office", "unnamed", "possessive", "name", "group", "anaphor")
            and mention.entity.kind != "body"
            and mention.key not in _THINGS
        )
        loose = word.endswith("ات") or word in _FEMININE_WORDS or (mention.ref == "unnamed" and not sound)
        return Party(found, gender, "p", loose=loose or not people, human=people)
    if mention.ref == "group" and not gender:
        return Party(found, "", "s", human=True)
    if word in _FEMININE_WORDS:
        return Party(found, "f", "p", loose=True, human=False)
    return Party(found, gender, "s")
