"""Names named before: a family name alone («رودس») is a mention once the article has given the full name."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.mentions.actors import Mention
from musnad.record import Entity
from musnad.text import Kind, Sentence

_CLITICS = ("و", "ف", "ل", "ب", "ك")
_MIN_LETTERS = 3


def repeated_names(
    sentences: Sequence[Sentence], found: Sequence[list[Mention]], common: frozenset[str]
) -> list[list[Mention]]:
    """``found`` (the mentions of each sentence) with later bare family names added. A name is added only where no
    mention stands, after the full name was given, and not when it is a common word (``common``, folded)."""
    families: dict[str, Entity] = {}
    out: list[list[Mention]] = []
    for sentence, mentions in zip(sentences, found, strict=True):
        added = _in_sentence(sentence, mentions, families, common) if families else []
        for m in mentions:
            if m.family and m.entity.kind == "person" and m.end - m.start > 1 and m.ref in ("name", "office", "people", "counterpart"):
                if len(m.family) >= _MIN_LETTERS and m.family not in common:
                    families.setdefault(m.family, m.entity)
        out.append(sorted([*mentions, *added], key=lambda m: m.start) if added else mentions)
    return out


def _in_sentence(
    sentence: Sentence, mentions: list[Mention], families: dict[str, Entity], common: frozenset[str]
) -> list[Mention]:
    covered = {t for m in mentions for t in range(m.start, m.end)}
    added = []
    for i, token in enumerate(sentence.tokens):
        if i in covered or token.kind is not Kind.WORD:
            continue
        clitic, family = "", token.norm
        if family not in families:
            clitic, family = token.norm[:1], token.norm[1:]
            if clitic not in _CLITICS or family not in families:
                continue
        before = sentence.tokens[i - 1].norm if i else ""
        if family.startswith("ال") and before.startswith("ال") and i and sentence.tokens[i - 1].kind is Kind.WORD and i - 1 not in covered:
            continue  # an adjective after a noun with the article
        start = token.start + 1 if clitic else token.start
        added.append(
            Mention(
                i, i + 1, i, start, families[family], "name", conj=clitic in ("و", "ف"), prep=clitic if clitic in ("ل", "ب", "ك") else "",
                definite=True, family=family,
            )  # fmt: skip
        )
    return added
