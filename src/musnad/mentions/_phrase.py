"""A mention given by itself, as ``musnad who`` gets it: the same grammar, read in a complement's generous way."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from musnad.mentions._grammar import Parser
from musnad.mentions._names import NAMED, take_name
from musnad.record import Entity
from musnad.resolve.who import number
from musnad.text import Kind, Token, tokenise

if TYPE_CHECKING:
    from musnad.resolve.who import Knowledge

_LIMIT = 400  # characters: a mention, not a text


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> list[Token]:
    """The tokens of a mention from its first word on; the same titles come with many dates. Nobody changes the list."""
    tokens = list(tokenise(text))
    first = next((k for k, t in enumerate(tokens) if t.kind in (Kind.WORD, Kind.NUMBER)), len(tokens))
    return tokens[first:]


def who_phrase(text: str, kb: Knowledge, date: dt.date | None) -> Entity | None:
    """The entity that a phrase standing alone names; None when it names none."""
    tokens = _words(text[:_LIMIT])
    if not tokens:
        return None
    day = number(date)
    parser = Parser(tokens, kb, day)
    mention = parser.parse(0, NAMED)
    if mention is not None and mention.ref not in ("anaphor",) and mention.end >= min(len(tokens), 2):
        return mention.entity
    taken = take_name(parser, 0, after_title=True)
    if taken is not None and taken.end >= len(tokens):
        row = taken.row or kb.by_short(" ".join(taken.words), day)
        if row is not None:
            return kb.person(row, day)
    if mention is not None:
        return mention.entity
    if len(tokens) == 1 and (adjective := kb.adjective(tokens[0].text)) is not None:
        return adjective
    if taken is not None and len(taken.words) > 1:
        return Entity(kind="person", name_ar=text.strip(), by="name")
    return None
