"""Noun phrases that name actors: titles with nationality and name, states, bodies, groups, people, sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from musnad.mentions._grammar import Parser
from musnad.mentions._mention import Mention
from musnad.resolve.who import number

if TYPE_CHECKING:
    from musnad.resolve.who import Knowledge
    from musnad.text import Sentence

__all__ = ["Mention", "find_actors"]


# «هؤلاء المقاتلون» "these fighters" after folding; «لهذه», «وتلك» lose their first letters too
_THESE = frozenset(["هذا", "هذه", "هولاء", "تلك", "ذلك", "اولءك", "اوليك", "هذان", "هذين", "هاتان", "هاتين"])


def find_actors(
    sentence: Sentence, kb: Knowledge, date: dt.date | None, families: AbstractSet[str] = frozenset()
) -> list[Mention]:
    """The actor mentions of a sentence, left to right, maximal and non-overlapping.

    ``families``: folded family names that the article introduced earlier (``Mention.family``); such a word alone is a
    mention with ref "name" and an empty entity when the dictionaries know no better.
    """
    parser = Parser(sentence.tokens, kb, number(date), families)
    words = parser.words
    out: list[Mention] = []
    i, n = 0, parser.n
    while i < n:
        word = words[i]
        if word.starts or (families and word.rest in families):
            mention = parser.parse(i)
            if mention is not None:
                if i and mention.definite and sentence.tokens[i - 1].norm.lstrip("ولبكف") in _THESE:
                    _point_back(mention)
                out.append(mention)
                i = mention.end
                continue
        if i and word.raw_name and (mention := parser.said_by(i)) is not None:
            out.append(mention)
            i = mention.end
            continue
        i = max(i + 1, parser.past)
    return out


def _point_back(mention: Mention) -> None:
    """Make «هؤلاء المقاتلون» "these fighters" point back: who they are was said before."""
    if mention.ref in ("people", "group", "body") and mention.entity.country is None and not mention.inner:
        mention.ref = "anaphor"
