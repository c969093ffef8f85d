"""Family names an article has introduced: «كارتر» after «وزير الدفاع الأميركي آشتون كارتر»."""

from __future__ import annotations

from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.text import fold

# Words that end full names but say nothing of whom: honorifics and generations, and words with an everyday use.
_SECOND_HALVES = grammar().name_second_halves
_NO_FAMILY = grammar().no_family_names
_FAMILY_FIRST = grammar().family_first
_SHORT_FAMILIES = grammar().short_families


def families_of(mention: Mention) -> list[str]:
    """The folded words by which later mentions may call the person of ``mention``: the family name and, where the
    dictionaries know the person, the last word of the usual name."""
    out: list[str] = []
    if mention.family:
        out.append(mention.family)
    entity = mention.entity
    if entity.kind == "person" and entity.name_ar:
        last = fold(entity.name_ar.split()[-1])
        if last not in out:
            out.append(last)
        words = entity.name_ar.split()
        if (entity.country or "").lower() in _FAMILY_FIRST and len(
            words
        ) > 1:  # «شي جين بينغ» is «شي», «كيم جونغ أون» is «كيم»
            out.append(fold(words[0]))
        if len(words) > 2 and last in _SECOND_HALVES:  # «تشاوش أوغلو» is also «تشاوش»
            out.append(fold(words[-2]))
    return [word for word in out if (len(word) > 2 or word in _SHORT_FAMILIES) and word not in _NO_FAMILY]
