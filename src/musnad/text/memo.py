"""Memory of words met: bounded, so that a million articles need no more than a thousand."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")
LIMIT = 1 << 14  # words; a page of news has two hundred different ones, and a few thousand make up most of the press


class Memo(dict[str, T]):
    """What was found out about each word, for the words met lately: at most twice ``limit`` of them.

    The dict itself holds the recent words and is read directly on hot paths (``memo.get(word)``); on a miss `recall`
    looks among those met before them, and `keep` takes a new one. A value is never None.
    """

    __slots__ = ("limit", "old")

    def __init__(self, limit: int = LIMIT) -> None:
        super().__init__()
        self.limit = limit
        self.old: dict[str, T] = {}

    def recall(self, word: str) -> T | None:
        """What is known of a word that is not among the recent ones; it is then one of them."""
        found = self.old.get(word)
        return None if found is None else self.keep(word, found)

    def keep(self, word: str, value: T) -> T:
        """Remember ``value`` for ``word``, and give it back."""
        if len(self) >= self.limit:
            self.old = dict(self)
            self.clear()
        self[word] = value
        return value
