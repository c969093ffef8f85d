"""Time expressions in a sentence, resolved against the publication date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from musnad.resolve.when import Calendar, When
from musnad.text import Sentence, Token


@dataclass(slots=True)
class TimeMention:
    """Tokens ``start`` to ``end`` (exclusive) of the sentence. ``future_value`` is the value when the governing verb is
    in the future («الأحد» is then the coming Sunday); otherwise it equals ``value``.

    ``kind``: ``point``; ``since``, an interval whose beginning is itself dated by the tokens ``inner_start`` to ``end``
    («منذ اندلاع الحرب في أبريل»: a trigger before ``inner_start`` has the time ``inner``, the governing verb ``value``);
    ``after-event`` («بعد أربعة أيام على هجوم»): the value dates the event named *next*, not the governing verb.
    """

    start: int
    end: int
    value: str
    grain: str
    future_value: str
    when: When
    kind: str = "point"
    inner: When | None = None
    inner_start: int = 0


_MONTH_AND_CLITIC = 3  # letters of «وآب» "and August"
_REACH = 12  # how many tokens after «منذ» its date may stand («منذ اندلاع الحرب في أبريل»)
_STOPS = frozenset('،,.؛;:«»"“”()') | {"بعد", "حيث", "حتي", "لكن", "وقد"}
_DATED = frozenset(("day", "month", "year"))
_SINCE = frozenset(("منذ", "ومنذ", "مذ"))
_LEADS = frozenset(("في", "يوم", "من", "قبل", "بتاريخ"))


def find_times(sentence: Sentence, calendar: Calendar, date: dt.date | None) -> list[TimeMention]:
    """The sentence's time expressions, left to right, not overlapping, the longest reading of each."""
    norms = [_unlike_august(token) for token in sentence.tokens]
    found = calendar.find(norms, date)
    if not found:
        return []
    out: list[TimeMention] = []
    floor = 0
    for f in found:
        when = f.when
        since = _since(norms, f.start, floor) if f.kind == "point" and when.grain in _DATED else None
        if since is None:
            out.append(TimeMention(f.start, f.end, when.value, when.grain, f.future.value, when, f.kind))
        else:
            whole = calendar.until_now(when, date)
            out.append(TimeMention(since, f.end, whole.value, whole.grain, whole.value, whole, "since", when, f.start))
        floor = f.end
    return out


def _unlike_august(token: Token) -> str:
    """The folded word, but nothing for «إب» (a town) and «أب» ("father"), which fold to the month «آب»."""
    norm = token.norm
    if len(norm) <= _MONTH_AND_CLITIC and norm.endswith("اب") and ("إ" in token.text or "أ" in token.text):
        return ""
    return norm


def _since(norms: list[str], start: int, floor: int) -> int | None:
    """Where «منذ» stands whose noun phrase this date closes, or None."""
    if start == 0 or (norms[start - 1] not in _LEADS and not norms[start].startswith(("قبل", "يوم", "عام"))):
        return None
    for i in range(start - 1, max(floor, start - _REACH) - 1, -1):
        if norms[i] in _SINCE:
            return i
        if norms[i] in _STOPS:
            return None
    return None
