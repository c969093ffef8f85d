"""Whether an article is Arabic, partly Arabic, or something else.

The script is counted first: letters outside it decide most cases at once. Within the Arabic script, Persian, Urdu,
Pashto, Kurdish and Uighur have letters that Arabic lacks; where they are more than a trace, py3langid (a maintained
fork of langid.py, BSD-3, 4.5 MB with its model) decides among the languages written so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]+")  # in runs: few matches to make
_SCRIPT = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+"
)
# Letters of Persian, Urdu, Pashto, Kurdish, Uighur that Arabic has not (Persian ya and kaf included: Arabic pages
# typed on a Persian keyboard hold them, which is why they only raise the question).
_FOREIGN = re.compile("[\u0679-\u06bf\u06c0-\u06d3\u06d5\u06ef\u06fa-\u06fc]+")
_KEYBOARD = str.maketrans("یک", "يك")
_SAMPLE = 20_000  # characters looked at
_CANDIDATES = ["ar", "fa", "ur", "ps", "ku", "ug", "sdh", "pa", "sd", "ks", "az"]


@dataclass(slots=True, frozen=True)
class Verdict:
    """``language`` is ISO 639-1 where known («und» for other scripts); ``share`` of the letters is Arabic script."""

    language: str
    share: float
    letters: int

    @property
    def arabic(self) -> bool:
        """Whether there is Arabic worth coding."""
        return self.language == "ar"

    @property
    def mixed(self) -> bool:
        """Arabic with much else beside it."""
        return self.language == "ar" and self.share < 0.8


@cache
def _identifier() -> Any:
    import py3langid

    known = set(py3langid.langid.IDENTIFIER.nb_classes) if py3langid.langid.IDENTIFIER else None
    if known is None:
        py3langid.classify("")
        known = set(py3langid.langid.IDENTIFIER.nb_classes)
    py3langid.set_languages([code for code in _CANDIDATES if code in known])
    return py3langid.classify


def _count(runs: re.Pattern[str], text: str) -> int:
    """How many characters of ``text`` the runs hold."""
    return sum(map(len, runs.findall(text)))


def detect(text: str) -> Verdict:
    """The language of a text, from its first 20,000 characters. No letters at all: ``und`` with share 0."""
    sample = text[:_SAMPLE]
    letters = _count(_LETTERS, sample)
    if not letters:
        return Verdict("und", 0.0, 0)
    script = _count(_SCRIPT, sample)
    share = min(1.0, script / letters)
    if share < 0.25:
        return Verdict("und", share, letters)
    foreign = _count(_FOREIGN, sample)
    if foreign > 0.02 * script:
        # Arabic typed on a Persian keyboard has the Persian ya and kaf and is Arabic all the same.
        own = "".join(c if not c.isascii() or c.isspace() else " " for c in sample[:4000]).translate(_KEYBOARD)
        language = str(_identifier()(own)[0])
        return Verdict(language, share, letters)
    return Verdict("ar", share, letters)


# What does not begin a letter of the Arabic script in UTF-8: the blocks of _SCRIPT begin with these seven bytes.
_NO_LEAD = bytes(set(range(256)) - {0xD8, 0xD9, 0xDA, 0xDB, 0xDD, 0xE0, 0xEF})


def holds_arabic(page: str, least: int) -> bool:
    """Whether a page, markup and all, holds ``least`` letters of the Arabic script. In a crawl nearly every page is asked
    and few do: most are answered by counting bytes, ten times as fast as looking at letters."""
    leads = len(page.encode("utf-8", "surrogatepass").translate(None, _NO_LEAD))
    return leads >= least and _count(_SCRIPT, page) >= least
