"""Quotations that run over several sentences or paragraphs: which sentences stand inside one that an earlier one opened."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.text import Kind, Sentence

_REACH = 6  # sentences a quotation may run over; more is a mark that nobody closed
_OPENS, _CLOSES = frozenset('«“"'), frozenset('»”"')


def _loose_ends(sentence: Sentence) -> tuple[int | None, bool]:
    """(token of the first mark that closes what this sentence did not open, whether it leaves one open)."""
    depth = 0
    first: int | None = None
    for i, token in enumerate(sentence.tokens):
        if token.kind is Kind.OPEN and token.text in _OPENS:
            depth += 1
        elif token.kind is Kind.CLOSE and token.text in _CLOSES:
            if depth:
                depth -= 1
            elif first is None:
                first = i
    return first, depth > 0


def continued(parts: Sequence[Sentence]) -> tuple[frozenset[int], dict[int, int]]:
    """(sentences that open such a quotation, sentence → the token before which it is still inside).

    A quotation counts only if a mark closes it: «قال: «لن نقبل. [new paragraph] سنرد»».
    """
    openers: set[int] = set()
    inside: dict[int, int] = {}
    opened: int | None = None
    for index, part in enumerate(parts):
        close, leaves_open = _loose_ends(part)
        if opened is not None and (index - opened > _REACH or part.field != parts[opened].field):
            opened = None
        if opened is not None and close is not None:
            openers.add(opened)
            inside.update((k, len(parts[k].tokens)) for k in range(opened + 1, index))
            inside[index] = close
            opened = None
        if leaves_open and opened is None:
            opened = index
    return frozenset(openers), inside
