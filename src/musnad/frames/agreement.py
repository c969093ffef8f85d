"""Agreement: gender of a phrase, and endings that show its case."""

from __future__ import annotations

from musnad.frames.elements import Element, Row
from musnad.lexicon.grammar import grammar

_MASCULINE_STATES = grammar().masculine_states
_MASCULINE_BODIES = grammar().masculine_bodies
_NUMERALS = grammar().numerals
_IN_ALIF = grammar().alif_nouns


def gender(element: Element, tamyiz: bool = False) -> str:
    """'f', 'm' or '' (unknown) of a phrase, from its head word and entity. ``tamyiz``: a counted singular in «ا»."""
    mention = element.mention
    word = element.word
    if mention is not None:
        kind = mention.entity.kind
        if mention.key == "honorific":  # «سموه», «معاليها»: the pronoun tells, not the noun
            return "f" if word.endswith("ها") else "m"
        if mention.ref == "office" and mention.number == "sg":  # «ستلتقي وزير الخارجية»: he is whom she will meet
            return "f" if word.endswith("ه") else "m"
        if kind == "person" and mention.ref in ("name", "office"):
            return ""
        if mention.ref in ("state", "metonym"):
            return "m" if word.removeprefix("ال") in _MASCULINE_STATES else "f"
        if mention.count and tamyiz:
            return "m"
    if word.endswith(("ه", "ات")):
        return "f"
    if mention is not None and mention.ref in ("body", "group", "anaphor") and mention.number != "pl":
        return "m" if word.removeprefix("ال") in _MASCULINE_BODIES else ""
    return ""


def tamyiz(row: Row, element: Element) -> bool:
    mention = element.mention
    return (
        mention is not None
        and mention.count
        and any(row.sentence.tokens[t].norm.endswith("ا") for t in range(mention.head, mention.end))
    )


def oblique(row: Row, element: Element) -> bool:
    """A phrase in the accusative or genitive is no subject: «حض المسؤولين على», «دعا القادة اللبنانيين إلى», «اعتقل شبانا»,
    «قتل ثمانية آخرين»."""
    mention = element.mention
    if mention is None or (mention.count and mention.key == "others"):
        return element.word in _NUMERALS and row.sentence.tokens[element.end - 1].norm.endswith("ين")
    if mention.ref == "possessive" and element.word.endswith(("يه", "يها", "يهم", "يهما")):
        return True  # «وأصابت والديه», «واعتقلت مسؤوليها»: a dual or a plural whose nominative has «ا» or «و»
    if mention.ref == "people" and not (element.definite or mention.count) and _tanwin(row, mention.head):
        return True
    if (
        mention.ref == "group"
        and mention.end - mention.start == 1
        and element.word.endswith("يين")
        and element.definite
    ):
        return True
    if mention.count or mention.ref not in ("people", "unnamed", "office", "anaphor", "group"):
        return False
    tokens = row.sentence.tokens
    head = tokens[mention.head].norm
    if head.endswith("ين") and len(head) >= 5 and mention.number in ("pl", "du", "p", "d"):
        return True
    after = tokens[mention.head + 1].norm if mention.head + 1 < mention.end else ""
    return head.startswith("ال") and after.startswith("ال") and after.endswith("يين")


def _tanwin(row: Row, head: int) -> bool:
    """An indefinite accusative in «ا»: «شبانا», «مسلحا». A dual in the construct («جنديا مارينز») is far rarer."""
    text = row.sentence.tokens[head].text.rstrip("ًٌٍَُِّْ")
    return len(text) > 4 and text.endswith("ا") and row.sentence.tokens[head].norm not in _IN_ALIF
