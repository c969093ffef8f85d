"""One token's analyses: its clitics taken off and its stem looked up among the generated forms of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from musnad.lexicon.frames import Entry, FrameLexicon
    from musnad.text.tokens import Token


@dataclass(slots=True, frozen=True)
class Analysis:
    """One reading of a token."""

    entry: Entry | None
    pos: Literal["verb", "masdar", "active", "passive", "noun"]  # active and passive: participles
    conj: str = ""  # '' و ف
    prep: str = ""  # '' ب ل ك («للتفاهم» "for the understanding": prep ل, article)
    article: bool = False
    future: bool = False  # س
    tense: Literal["past", "present", ""] = ""
    voice: Literal["active", "passive", "either", ""] = ""
    person: int = 3  # 1, 2, 3
    gender: Literal["m", "f", ""] = ""
    number: Literal["s", "d", "p", ""] = ""
    clitic: str = ""  # folded object or possessive pronoun: '' ه ها هم هما هن نا ي ني ك كم
    accusative: bool = False  # tanween alef or ين: «مؤكدا» "stressing", «متهمين» "accusing"
    stem_start: int = 0  # characters of token.text to skip to reach the stem: conjunction and preposition, not س


class Analyser:
    """Analyses of tokens, cached by spelling."""

    def __init__(self, lexicon: FrameLexicon) -> None:
        self.lexicon = lexicon

    def analyse(self, token: Token) -> tuple[Analysis, ...]:
        """Every reading of the token that the lexicon knows; empty when it knows none."""
        return ()

    def is_verb_like(self, token: Token) -> bool:
        """Whether a word outside the lexicon looks like a finite verb (conservative)."""
        return False
