"""The calendar's tables (words of time by class) and its arithmetic: days, weeks, months, Hijri months.

Weeks run Monday to Sunday (ISO 8601). The Hijri calendar is Umm al-Qura, through the ``hijridate`` library, which
knows the years 1343 to 1500 AH (1924 to 2077 CE); dates outside have no value.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.text.fold import fold, fold_phrase

FOLDER = DATA / "calendar"
FILES = tuple(FOLDER / f"{name}.yaml" for name in ("words", "months", "numbers", "holidays", "blocks"))
PARTS = {1: "TMO", 2: "TAF", 3: "TEV", 4: "TNI"}


@dataclass(slots=True, frozen=True)
class When:
    """A resolved time. ``value`` is ISO 8601: a day, month, year or interval ``a/b``; a day part is appended (TMO
    morning, TAF afternoon, TEV evening, TNI night). ``start`` and ``end`` are inclusive days and may be narrower
    than ``value`` («أواخر مايو» "late May" has the month as value, its last third as span)."""

    value: str
    grain: str
    start: dt.date
    end: dt.date


class Block(msgspec.Struct, frozen=True):
    """Words that are no time in some company: after one of ``before``, or before one of ``after``."""

    words: list[str]
    before: list[str] = []
    after: list[str] = []
    before_two: list[str] = []
    after_any: bool = False  # never by itself


class Holiday(msgspec.Struct, frozen=True):
    """A feast: fixed month and day of the Hijri or Gregorian year, and how many days it lasts."""

    calendar: str
    month: int
    day: int
    days: int


class Tables(msgspec.Struct):
    """All words of time, compiled. ``classes``: class → first word → [(remaining words, value)], longest first."""

    classes: dict[str, dict[str, list[tuple[list[str], int]]]]
    prefixed: dict[str, str]  # a word with its proclitic → the bare word
    holidays: list[Holiday]
    holiday_cues: list[str]
    blocks: list[Block]
    names_with_dates: list[str]
    given_names: list[str]
    counted: list[str]
    ambiguous_months: list[str]
    english: dict[str, int]


def _integer(key: object, path: Path, where: str) -> int:
    if not isinstance(key, int):
        raise DataError("calendar-value", f"{path}: {where}: {key!r} is no whole number", "keys of a class are numbers")
    return key


def _strings(value: object, path: Path, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise DataError("calendar-words", f"{path}: {where}: expected a list of words", "write [word, word]")
    return value


def _add(table: dict[str, dict[str, list[tuple[list[str], int]]]], name: str, phrase: str, value: int) -> None:
    first, *rest = fold_phrase(phrase)
    options = table.setdefault(name, {}).setdefault(first, [])
    if all(r != rest for r, _ in options):
        options.append((rest, value))
        options.sort(key=lambda option: -len(option[0]))


def _mapping(path: Path) -> dict[str, Any]:
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise DataError("calendar-file", f"{path}: expected a mapping of classes", "see the comments of the file")
    return data


def _block(entry: dict[str, Any]) -> Block:
    try:
        block = msgspec.convert(entry, Block)
    except msgspec.ValidationError as error:
        raise DataError("calendar-block", f"{FILES[4]}: {entry!r}: {error}", "see the comments of the file") from error
    folded = {k: [fold(w) for w in getattr(block, k)] for k in ("words", "before", "after", "before_two")}
    return Block(**folded, after_any=block.after_any)


# Classes whose words may open an expression and so may carry a proclitic («وبعد», «بمساء», «للأسبوع»).
_OPENERS = """
    relative_day relative_day_adverb relative_night weekday daypart daypart_after daypart_alone part_now day_noun demonstrative
    unit_the unit_the_two unit_the_many year_noun month_noun part since before after during weekend season
    half_or_quarter gregorian hijri ordinal decade weeks_of_month holiday ordinal_bare to from clock last
""".split()  # noqa: SIM905


def _proclitics(words: Iterable[str], known: set[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for word in words:
        if not word[0].isalpha() or len(word) < 2:
            continue
        forms = [p + word for p in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")]
        if word.startswith("ال"):
            forms += ["لل" + word[2:], "ولل" + word[2:]]
        for form in forms:
            if form not in known:
                out.setdefault(form, word)
    return out


def _build() -> Tables:
    words, months, numbers, holidays, blocks = (_mapping(path) for path in FILES)
    classes: dict[str, dict[str, list[tuple[list[str], int]]]] = {}
    ambiguous = [" ".join(fold_phrase(w)) for w in _strings(months.pop("ambiguous"), FILES[1], "ambiguous")]
    english = months.pop("english")
    for path, data in zip(FILES, (words, months, numbers), strict=False):
        for name, values in data.items():
            if not isinstance(values, dict):
                raise DataError("calendar-class", f"{path}: {name}: expected value: [words]", "see its neighbours")
            for value, phrases in values.items():
                for phrase in _strings(phrases, path, name):
                    _add(classes, name, phrase, _integer(value, path, name))
    feasts: list[Holiday] = []
    for number, entry in enumerate(holidays["holidays"]):
        feasts.append(msgspec.convert({k: v for k, v in entry.items() if k != "ar"}, Holiday))
        for phrase in entry["ar"]:
            _add(classes, "holiday", phrase, number)
    known = {word for table in classes.values() for word in table}
    openers = {word for name in _OPENERS for word in classes.get(name, ())}
    folded = {
        key: [fold(w) for w in _strings(blocks.pop(key), FILES[4], key)]
        for key in ("names_with_dates", "given_names", "counted")
    }
    return Tables(
        classes=classes,
        prefixed=_proclitics(openers, known),
        holidays=feasts,
        holiday_cues=[" ".join(fold_phrase(w)) for w in holidays["cues"]],
        blocks=[_block(entry) for entry in blocks["blocks"]],
        ambiguous_months=ambiguous,
        english={name: int(value) for value, names in english.items() for name in names},
        **folded,
    )


def tables() -> Tables:
    """The compiled tables. Raises DataError naming the file when a data file is broken."""
    return compiled("calendar", [*FILES, Path(__file__)], _build, Tables)


# --- arithmetic -----------------------------------------------------------------------------------------------------


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shift(date: dt.date, days: int) -> dt.date | None:
    """``date`` moved by ``days``; None beyond the years 1 to 9999."""
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


def add_months(date: dt.date, months: int) -> tuple[int, int]:
    """(year, month) of ``date`` moved by ``months``; the year may fall outside 1 to 9999."""
    count = date.year * 12 + date.month - 1 + months
    return count // 12, count % 12 + 1


def day_value(date: dt.date | None, part: int = 0) -> When | None:
    """One day, or one part of it (see PARTS)."""
    if date is None:
        return None
    return When(date.isoformat() + PARTS.get(part, ""), "daypart" if part else "day", date, date)


def month_value(year: int, month: int, part: int = 0) -> When | None:
    """A month; ``part`` (1, 2, 3) narrows the span to a third of it, not the value."""
    if not (1 <= month <= 12 and 1 <= year <= 9998):
        return None
    last = monthrange(year, month)[1]
    low, high = {0: (1, last), 1: (1, 10), 2: (11, 20), 3: (21, last)}[part]
    return When(f"{year:04}-{month:02}", "month", dt.date(year, month, low), dt.date(year, month, high))


def year_value(year: int, part: int = 0) -> When | None:
    """A year; ``part`` (1, 2, 3) narrows the span to four months of it, not the value."""
    if not 1 <= year <= 9998:
        return None
    low, high = {0: (1, 12), 1: (1, 4), 2: (5, 8), 3: (9, 12)}[part]
    return When(f"{year:04}", "year", dt.date(year, low, 1), dt.date(year, high, monthrange(year, high)[1]))


def span_value(first: When | None, last: When | None, grain: str = "interval") -> When | None:
    """From the start of ``first`` to the end of ``last``; None when either is None or they are out of order."""
    if first is None or last is None or first.start > last.end:
        return None
    low, high = first.value.split("/")[0], last.value.split("/")[-1]
    return When(low if low == high else f"{low}/{high}", grain, first.start, last.end)


def week_value(date: dt.date, step: int) -> When | None:
    """The week (Monday to Sunday) ``step`` weeks from that of ``date``."""
    monday = shift(date, step * 7 - date.weekday())
    sunday = shift(monday, 6) if monday else None
    return span_value(day_value(monday), day_value(sunday), "week")


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of an Umm al-Qura date, or None outside the years the table knows."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return dt.date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> When | None:
    """A Hijri month as the interval of its Gregorian days."""
    first = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return span_value(day_value(first), day_value(shift(following, -1) if following else None))


def hijri_year(date: dt.date) -> int | None:
    """The Umm al-Qura year in which ``date`` falls."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(date.year, date.month, date.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
