"""The channel of a statement («في بيان», «على تويتر»), by the words of ``data/channels.yaml``."""

from __future__ import annotations

import msgspec

from musnad.frames.elements import Row
from musnad.frames.event import Event
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.text import fold_phrase

_WINDOW = 24  # tokens after the trigger


class _Table(msgspec.Struct):
    """First folded word → [(remaining words, channel, rank)], longest first."""

    phrases: dict[str, list[tuple[list[str], str, int]]]


def _build() -> _Table:
    table: dict[str, list[tuple[list[str], str, int]]] = {}
    rows = read_yaml(DATA / "channels.yaml")
    if not isinstance(rows, dict):
        return _Table({})
    for rank, (channel, phrases) in enumerate(rows.items()):
        for phrase in phrases:
            words = list(fold_phrase(phrase))
            table.setdefault(words[0], []).append((words[1:], channel, rank))
    for found in table.values():
        found.sort(key=lambda f: (-len(f[0]), f[2]))
    return _Table(table)


class Channels:
    """The table of channels."""

    def __init__(self) -> None:
        path = DATA / "channels.yaml"
        self.phrases = compiled("channels", [path], _build, _Table).phrases if path.exists() else {}

    def of(self, row: Row, event: Event) -> str | None:
        """The channel named in the clause of a statement, outside its content."""
        norms = [t.norm for t in row.sentence.tokens]
        lo, hi = event.end, min(len(norms), event.end + _WINDOW)
        if event.content is not None:
            start, end = event.content
            if start >= lo:
                hi = min(hi, start)
            elif end <= event.start:  # the words came first: «..., قال في بيان»
                lo = event.end
        best: tuple[int, str] | None = None
        for i in range(lo, hi):
            word = norms[i]
            for base in (word, word[1:] if word[:1] in "وبل" else ""):
                for rest, channel, rank in self.phrases.get(base, ()):
                    if norms[i + 1 : i + 1 + len(rest)] == rest and (best is None or rank < best[0]):
                        best = (rank, channel)
        return best[1] if best is not None else None
