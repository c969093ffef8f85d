"""Publication dates as archives write them."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?\d{4,6}Z?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")
_MAIL = re.compile(r"^(?:[A-Za-z]{3},?\s+)?\d{1,2}\s+[A-Za-z]{3}\w*\s+\d{4}\b")
_ENGLISH_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s\-]+([A-Za-z]{3})[a-z]*[.,]?[\s\-]+(\d{4}|\d{2})(?!\d)"
)
_UNIX = re.compile(r"^[A-Za-z]{3}\s+([A-Za-z]{3})\s+(\d{1,2})\s.*\b(\d{4})$")
_ENGLISH = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NUMBER = re.compile(r"\d{9,16}(?:\.\d+)?$")
_MONTHS = {
    m: n for n, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\ufeff]")
_MAX = 120  # characters of a date


def _make(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date if 1800 <= date.year <= 2200 else None


def _century(year: str) -> str:
    """The year in four digits: spreadsheets write 4-Mar-19; 70 to 99 are of the last century."""
    return year if len(year) == 4 else f"{19 if year >= '70' else 20}{year}"


def _epoch(seconds: float) -> dt.date | None:
    while abs(seconds) > 1e11:  # milliseconds, microseconds, nanoseconds
        seconds /= 1000
    try:
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def parse_date(value: object) -> dt.date | None:
    """The day a value names, or None. Takes ISO 8601 with or without time, RFC 2822, year or day first with any of
    / . -, compact YYYYMMDD, seconds or milliseconds since 1970, English month names, and the Arabic press's own
    («الأربعاء 14 كانون الأول/ديسمبر 2016»: Wednesday 14 December 2016), in Arabic digits too.

    Day before month where both could be («03/04/2016» is 3 April): that is how the Arabic press writes.
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float):
        if 18000101 <= value <= 22001231 and value == int(value):
            return _parse(str(int(value)))
        return _epoch(float(value)) if abs(value) >= 1e8 else None
    return _parse(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _parse(value: str) -> dt.date | None:
    text = _MARKS.sub("", value).translate(_DIGITS).strip()[:_MAX]
    if not text:
        return None
    if match := _ISO.match(text) or _YEAR_FIRST.match(text) or _COMPACT.match(text):
        return _make(*match.groups())
    if match := _DAY_FIRST.search(text):
        day, month, year = match.groups()
        return _make(year, month, day) or _make(year, day, month)
    if _NUMBER.match(text):
        return _epoch(float(text))
    if _MAIL.match(text):
        try:
            return parsedate_to_datetime(text).date()
        except (ValueError, TypeError, IndexError):
            parts = text.split(",")[-1].split()
            return _make(parts[2], _MONTHS.get(parts[1][:3].lower(), 0), parts[0]) if len(parts) > 2 else None
    if (match := _ENGLISH_DAY_FIRST.search(text)) and (month := _MONTHS.get(match.group(2).lower())):
        return _make(_century(match.group(3)), month, match.group(1))
    if match := _ENGLISH.search(text) or _UNIX.match(text):
        return _make(match.group(3), _MONTHS.get(match.group(1).lower(), 0), match.group(2))
    if match := _ISO.search(text) or _YEAR_FIRST.search(text):
        return _make(*match.groups())
    return _arabic(text)


def _arabic(text: str) -> dt.date | None:
    from musnad.resolve.when import Calendar

    calendar = Calendar.load()
    for part in (text, re.sub(r"[،,|\-–].*", "", text), re.sub(r"^[^\d]*(?=\d)", "", text)):
        when = calendar.parse(part.strip(), None)
        if when is not None and when.grain == "day":
            return when.start
    from musnad.resolve.when import find_article_date

    return find_article_date(text)
