"""Time expressions in a sentence, resolved against the publication date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from musnad.resolve.when import Calendar, When
from musnad.text import Sentence


@dataclass(slots=True)
class TimeMention:
    """Tokens ``start`` to ``end`` (exclusive) of the sentence. ``future_value`` is the value when the governing verb is
    in the future («الأحد» is then the coming Sunday); otherwise it equals ``value``."""

    start: int
    end: int
    value: str
    grain: str
    future_value: str
    when: When


_REACH = 12  # how many tokens after «منذ» its date may stand («منذ اندلاع الحرب في أبريل»)
_STOPS = frozenset('،,.؛;:«»"“”()')


def find_times(sentence: Sentence, calendar: Calendar, date: dt.date | None) -> list[TimeMention]:
    """The sentence's time expressions, left to right, not overlapping, the longest reading of each."""
    norms = [token.norm for token in sentence.tokens]
    found = calendar.find(norms, date)
    if not found:
        return []
    out: list[TimeMention] = []
    floor = 0
    for f in found:
        when, later, start = f.when, f.future, f.start
        since = _since(norms, start, floor)
        if since is not None:
            start = since
            when = later = calendar.until_now(when, date)
        out.append(TimeMention(start, f.end, when.value, when.grain, later.value, when))
        floor = f.end
    return out


def _since(norms: list[str], start: int, floor: int) -> int | None:
    """Where «منذ» stands whose noun phrase this date closes, or None."""
    if start == 0 or norms[start] in ("منذ", "ومنذ") or norms[start - 1] not in ("في", "يوم", "من", "قبل", "مطلع"):
        if not norms[start].startswith(("قبل", "يوم", "عام")):
            return None
    for i in range(start - 1, max(floor, start - _REACH) - 1, -1):
        if norms[i] in ("منذ", "ومنذ"):
            return i
        if norms[i] in _STOPS:
            return None
    return None
