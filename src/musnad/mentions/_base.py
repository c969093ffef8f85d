"""What every part of the grammar shares: the sentence as words, and the making of mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from musnad.mentions._mention import Mention
from musnad.mentions._words import Word, analyse
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._draft import Hit
    from musnad.record import Entity
    from musnad.resolve.who import Knowledge
    from musnad.text import Token

_EMPTY = Word()


class Base:
    """One sentence under the grammar. ``families``: family names the article has introduced (folded)."""

    __slots__ = ("day", "depth", "families", "index", "kb", "n", "past", "tokens", "words")

    def __init__(self, tokens: list[Token], kb: Knowledge, day: int, families: Any = ()) -> None:
        self.tokens = tokens
        self.kb = kb
        self.index = kb.index
        self.day = day
        self.n = len(tokens)
        self.families = families
        self.depth = 0
        self.past = 0  # the end of the last phrase that names no actor («شرم الشيخ»)
        cache, index = kb.words, kb.index
        self.words = [
            (cache.get(t.text) or analyse(t, index, cache)) if t.kind <= Kind.NUMBER else _EMPTY for t in tokens
        ]

    def parse(self, i: int, bound: int = 0) -> Mention | None:
        """The longest actor phrase that begins at token ``i``."""
        raise NotImplementedError

    def make(self, i: int, end: int, head: int, entity: Entity, ref: str) -> Mention:
        """A mention over tokens ``i`` to ``end`` with the proclitics of its first word."""
        word = self.words[i]
        token = self.tokens[i]
        return Mention(
            start=i, end=end, head=head, char_start=token.start + word.cut, entity=entity, ref=ref, conj=word.conj,
            prep=word.prep, definite=word.det or ref in ("name", "state", "metonym"),
        )  # fmt: skip

    def text(self, i: int, end: int) -> str:
        """The words of tokens ``i`` to ``end`` without the proclitics of the first."""
        first = self.tokens[i].text[self.words[i].cut :]
        return " ".join([first, *(t.text for t in self.tokens[i + 1 : end])])

    def back_key(self, i: int, hit: Hit) -> str:
        """The coreference key when the words of a hit are a phrase that points back («الوزير» → minister)."""
        words = self.words[i].rest, *(t.norm for t in self.tokens[i + 1 : hit.end])
        return self.index.back.get(tuple(words), "")
