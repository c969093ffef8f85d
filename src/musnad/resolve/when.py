"""When: Arabic time expressions resolved to ISO 8601 against the publication date.

Conventions: weeks run Monday to Sunday; a bare weekday is the nearest one not after publication (after it under a
verb in the future); a day and month without a year is the nearest not after publication, or up to 45 days ahead;
parts of months and years («مطلع مايو») have the month or year as value and a narrower span; «قبل خمسة أشهر» is that
month; «منذ ...» runs to publication; Hijri dates are Umm al-Qura.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar import When
from musnad.resolve._calendar_spans import Spans
from musnad.text.tokens import tokenise

__all__ = ["Calendar", "Found", "When", "find_article_date"]


@dataclass(slots=True, frozen=True)
class Found:
    """A time expression at words ``start`` to ``end`` (exclusive): its reading, and the one under a future verb."""

    start: int
    end: int
    when: When
    future: When
    kind: str = "point"  # or "after-event": the date of what is named next («بعد يومين على الهجوم»)


# Words before a bare number that make it a year, and before a bare month name that make it a month.
_YEAR_CUES = frozenset(
    ("في", "منذ", "حتي", "بحلول", "عام", "سنه", "مطلع", "وفي", "وحتي", "الي", "ومنذ", "بين", "قبل", "بعد")
)
_MONTH_CUES = _YEAR_CUES | {
    "خلال",
    "من",
    "شهر",
    "بشهر",
    "لشهر",
    "و",
    "ابتداء",
    "اوائل",
    "نهايه",
    "انتخابات",
    "قمه",
    "هذا",
}
_FROM = frozenset(("من", "ومن"))
_LIMITS = frozenset(("حتي", "الي", "بحلول", "لغايه", "غايه", "وحتي", "والي", "موعدا"))
_JOINERS = frozenset(("الي", "حتي", "و", "-", "–", "/", "من"))


class Calendar:
    """The calendar, loaded once; it holds no state between calls."""

    _shared: Calendar | None = None

    def __init__(self, tables: cal.Tables) -> None:
        self.tables = tables
        self._starters = _starters(tables)
        classes = tables.classes
        self._after_number = (
            frozenset(classes["gregorian"]) | frozenset(classes["hijri"]) | frozenset(classes["libyan"])
            | frozenset(classes["of"]) | frozenset(classes["to"]) | frozenset(classes["modifier"])
            | frozenset(classes["unit_one"]) | frozenset(classes["unit_counted"]) | frozenset(classes["unit_many"])
            | _JOINERS | {"\\", "."}
        )  # fmt: skip
        self._blocks = {w: [b for b in tables.blocks if w in b.words] for b in tables.blocks for w in b.words}
        self._names_with_dates = frozenset(tables.names_with_dates)
        self._given = frozenset(tables.given_names)
        self._counted = frozenset(tables.counted)
        self._ambiguous = frozenset(tables.ambiguous_months)
        self._cues = frozenset(tables.holiday_cues)

    @classmethod
    def load(cls) -> Calendar:
        """The calendar of the data files; the same object for the whole process."""
        if cls._shared is None:
            cls._shared = cls(cal.tables())
        return cls._shared

    def parse(self, text: str, date: dt.date | None, *, future: bool = False) -> When | None:
        """The time that ``text`` names, as a whole or as the longest expression in it; None when it names none.

        ``date`` is the publication date; without one only complete dates have a value. ``future``: the verb is.
        """
        norms = [token.norm for token in tokenise(text[:2000])]
        while norms and not norms[-1][:1].isalnum() and norms[-1] not in (")", "]"):
            norms.pop()
        start = 0
        while start < len(norms) and (
            not norms[start][:1].isalnum() or norms[start] in ("في", "وفي", "ب", "بتاريخ", "بحلول", "حتي")
        ):
            if norms[start] == "(" and norms[start + 1 : start + 2] == ["اول"]:
                break
            start += 1
        grammar = Spans(self.tables, norms, date)
        grammar.future = future
        for first in range(start + 1):
            whole = self._at(grammar, first)
            if whole and whole[0] == len(norms):
                return whole[1]
        weak = grammar.lex(start, "relative_day_weak")
        if weak and weak[0] == len(norms):
            return cal.day_value(date)
        found = self.find(norms, date)
        best = max(found, key=lambda f: f.end - f.start, default=None)
        return (best.future if future else best.when) if best else None

    def _at(self, grammar: Spans, i: int) -> tuple[int, When] | None:
        """The reading at ``i``, as it stands or without its proclitic."""
        found = grammar.match(i)
        if found or i >= grammar.size:
            return found
        base = self.tables.prefixed.get(grammar.n[i])
        if base is None:
            return None
        kept, grammar.n[i] = grammar.n[i], base
        found = grammar.match(i)
        grammar.n[i] = kept
        return found

    def find(self, norms: list[str], date: dt.date | None) -> list[Found]:
        """All time expressions in a sentence's folded words, left to right, longest first, not overlapping."""
        out: list[Found] = []
        starters, after_number = self._starters, self._after_number
        grammar: Spans | None = None
        free = 0
        for i, norm in enumerate(norms):
            if i < free:
                continue
            after = starters.get(norm, "")
            if after:
                if i + 1 == len(norms) or norms[i + 1] not in after:
                    continue
            elif after is not None:
                first = norm[0] if norm else ""
                if not ("0" <= first <= "9"):
                    continue
                follows = norms[i + 1] if i + 1 < len(norms) else ""
                if not (len(norm) == 4 or "/" in norm or "." in norm or follows in after_number):
                    continue
            if grammar is None:
                grammar = Spans(self.tables, norms, date)
            hit = self._at(grammar, i)
            if not hit:
                continue
            tag, varies = grammar.tag, grammar.varies
            start = i
            if i > free and norms[i - 1] in _FROM:  # «من الاثنين إلى الخميس»
                whole = grammar.range(i - 1)
                if whole and whole[0] > hit[0]:
                    start, hit, tag, varies = i - 1, whole, grammar.tag, grammar.varies
            if not self._accept(norms, i, hit, tag):
                if norms[i - 1] in self._names_with_dates:  # the whole name is no date, nor is the month in it
                    free = hit[0]
                continue
            when = later = hit[1]
            if varies:
                grammar.future = True
                again = self._at(grammar, i) if start == i else grammar.range(start)
                later = again[1] if again and again[0] == hit[0] else later
                grammar.future = False
                # «حتى 7 سبتمبر», «بحلول مارس»: a limit lies ahead unless it has just passed
                if date and i and norms[i - 1] in _LIMITS and abs(later.start - date) < abs(when.start - date):
                    when = later
            if tag == "daypart" and out and (anchor := _anchor(out)):
                part = when.value[10:]
                when = later = When(anchor.isoformat() + part, "daypart", anchor, anchor)
            out.append(Found(start, hit[0], when, later, "after-event" if tag == "after-event" else "point"))
            free = hit[0]
        return out

    def until_now(self, when: When, date: dt.date | None) -> When:
        """The interval from ``when`` to publication («منذ اندلاع الحرب في أبريل»)."""
        return Spans(self.tables, [], date).until_now(when)

    def _accept(self, norms: list[str], i: int, hit: tuple[int, When], tag: str) -> bool:
        """Whether the surroundings let these words be a time (blocks.yaml; bare months, years, dayparts, feasts)."""
        before = norms[i - 1] if i else ""
        after = norms[hit[0]] if hit[0] < len(norms) else ""
        word = norms[i]
        word = self.tables.prefixed.get(word, word) if word not in self._blocks else word
        single = hit[0] == i + 1
        for block in self._blocks.get(word, ()):
            if before in block.before and (single or word in ("العام", "السنه")):
                return False
            if single and (block.after_any or after in block.after or (i > 1 and norms[i - 2] in block.before_two)):
                return False
        if not single and any(after in block.after for block in self._blocks.get(norms[hit[0] - 1], ())):
            return False  # «صباح اليوم التالي» "the next morning"
        classes = self.tables.classes
        named = word[0].isdecimal() or word in classes["ordinal"]
        if named and before in self._names_with_dates and hit[1].grain == "day":
            return False
        if tag == "month":
            return self._month_stands(norms, i, before, after)
        if tag == "year":
            year = int(word) if word.isdecimal() else 0
            return before in _YEAR_CUES and 1900 <= year <= 2100 and after not in self._counted
        if tag == "years":
            marked = norms[hit[0] - 1] == "ه"
            recent = hit[1].start.year >= 1900 and hit[1].end.year <= 2100 and norms[i] >= "1900"
            return (marked or recent) and after not in self._counted
        if tag == "feast":
            return before in self._cues
        if tag == "fraction":
            return before in ("يوم", "في", "بتاريخ", "منذ")
        return not (single and before in self._given and word in classes["weekday"])

    def _month_stands(self, norms: list[str], i: int, before: str, after: str) -> bool:
        word = norms[i]
        if word in ("شهر", "لشهر", "بشهر") or before in _MONTH_CUES:
            return not (word in self._ambiguous and before in ("و", "من", "الي", "بين", "قبل", "بعد", "هذا"))
        base = self.tables.prefixed.get(word)
        return bool(base and word[0] == "ب" and base not in self._ambiguous)


# Classes whose words open no expression by themselves.
_INNER = frozenset(
    """relative_day_weak of in_year to from modifier cardinal approx few half mark_hijri mark_common corresponding libyan
    english clock_lead first_last unit_two unit_one unit_many unit_counted daypart_after other_period century_named
    demonstrative""".split()  # noqa: SIM905
)


def _starters(tables: cal.Tables) -> dict[str, frozenset[str] | None]:
    """Every word that may open an expression, with and without proclitics, and the words one of which must follow it
    (None: any): the quick check of the hot path."""
    seconds: dict[str, set[str] | None] = {}
    for name, table in tables.classes.items():
        if name in _INNER:
            continue
        for word, options in table.items():
            rests = {rest[0] for rest, _ in options if rest}
            before = seconds.setdefault(word, set())
            seconds[word] = None if before is None or any(not rest for rest, _ in options) else before | rests
    shown = set(tables.classes["unit_the"]) | set(tables.classes["season"]) | set(tables.classes["weekday"])
    for word in tables.classes["demonstrative"]:
        seconds[word] = (seconds.get(word) or set()) | shown
    for word in ("في", "علي", "من", "عند", "،", ","):
        seconds.pop(word, None)
    seconds |= {"بين": None, "ال": None}
    found = {word: None if after is None else frozenset(after) for word, after in seconds.items()}
    return found | {form: found[base] for form, base in tables.prefixed.items() if base in found}


def _anchor(found: list[Found]) -> dt.date | None:
    """The last day named in the sentence, for a day part that follows it at a distance."""
    return next((f.when.start for f in reversed(found) if f.when.start == f.when.end), None)


_LABELS = frozenset(
    ("نشر", "نشرت", "تاريخ", "النشر", "اخر", "تحديث", "التحديث", "الساعه", "بتوقيت", "غرينتش", "published", "updated",
     "الموافق", "في", "date", "posted", "on", "at", "gmt", "am", "pm", "م", "ه", "ص", "مكه", "المكرمه", "القاهره")
)  # fmt: skip
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:T\d\d:\d\d|\b)")


def find_article_date(source: str) -> dt.date | None:
    """The publication date printed in the text of a saved page, or None.

    Looks at short lines (14 words at most) that hold a complete date and little else, in the first 60 lines and then
    in the last 30; a line that is nothing but a date wins over one with other words.
    """
    lines = [line for line in source[:200_000].splitlines() if line.strip()]
    calendar = Calendar.load()
    best: tuple[int, dt.date] | None = None
    for line in lines[:60] + lines[max(60, len(lines) - 30) :]:
        if len(line) > 140 or not any(c.isdecimal() for c in line):
            continue
        tokens = [t.norm for t in tokenise(line)]
        if len(tokens) > 24:
            continue
        read = _line_date(calendar, tokens)
        if read is None:
            continue
        date, used = read
        other = sum(1 for w in tokens if w[:1].isalpha() and w not in _LABELS) - used
        if other <= 0:
            return date
        if other <= 4 and (best is None or other < best[0]):
            best = (other, date)
    return best[1] if best else None


def _line_date(calendar: Calendar, tokens: list[str]) -> tuple[dt.date, int] | None:
    """A complete date among a line's words and how many words with letters it takes up."""
    for i in range(len(tokens)):
        grammar = Spans(calendar.tables, tokens, None)
        found = grammar.day(i)
        if found and 1990 <= found[1].start.year <= 2100:
            return found[1].start, sum(1 for w in tokens[i : found[0]] if w[:1].isalpha())
    months = calendar.tables.english
    for i, word in enumerate(tokens):
        if word in months:
            numbers = [t for t in tokens[max(0, i - 1) : i + 4] if t.isdecimal()]
            year = next((int(t) for t in numbers if len(t) == 4), 0)
            day = next((int(t) for t in numbers if len(t) <= 2), 0)
            date = cal.safe_date(year, months[word], day) if 1990 <= year <= 2100 else None
            if date:
                return date, 1
    iso = _ISO.search(" ".join(tokens))
    date = cal.safe_date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    return (date, 0) if date else None
