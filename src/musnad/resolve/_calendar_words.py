"""The grammar of Arabic time expressions, the small change: numbers, month names, years, the hour.

A ``Words`` reads one list of folded words against one publication date. Its methods take a position and give the next
one with what they read, or None.
"""

from __future__ import annotations

import datetime as dt
import re

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar import When

Hit = tuple[int, When]
SEPARATORS = frozenset({"-", "–", "—", "/"})


class Words:
    """One reading of ``n`` (folded words); positions are indices into it.

    ``varies`` is set when a reading would differ under a verb in the future; ``tag`` says what kind of reading it was,
    for the caller to judge whether its surroundings allow it.
    """

    __slots__ = ("c", "date", "future", "hijri", "n", "size", "tables", "tag", "varies")

    def __init__(self, tables: cal.Tables, norms: list[str], date: dt.date | None) -> None:
        self.tables, self.c = tables, tables.classes
        self.n, self.size = norms, len(norms)
        self.date, self.future = date, False
        self.varies, self.tag = False, ""
        self.hijri = False  # whether the last day read was of the Hijri calendar

    def word(self, i: int) -> str:
        return self.n[i] if 0 <= i < self.size else ""

    def lex(self, i: int, name: str, first: str | None = None) -> tuple[int, int] | None:
        """The longest phrase of class ``name`` at ``i`` as (next position, value)."""
        options = self.c[name].get(self.word(i) if first is None else first)
        if options:
            for rest, value in options:
                j = i + 1
                if not rest or (j + len(rest) <= self.size and self.n[j : j + len(rest)] == rest):
                    return j + len(rest), value
        return None

    def skip(self, i: int, name: str) -> int:
        found = self.lex(i, name)
        return found[0] if found else i

    def cardinal(self, i: int) -> tuple[int, int] | None:
        """A number in digits or words, with or without the article («3», «ثلاثة», «الأربع والعشرين», «الـ24»)."""
        word = self.word(i)
        if word == "ال" and self.word(i + 1).isdecimal():
            return self.cardinal(i + 1)
        if word.isdecimal():
            return (i + 1, int(word)) if len(word) <= 4 else None
        found = self._cardinal_word(i, word)
        while found:
            following = self.word(found[0])
            more = self._cardinal_word(found[0], following[1:]) if following.startswith("و") else None
            if not more:
                return found
            found = (more[0], found[1] + more[1])
        return None

    def _cardinal_word(self, i: int, word: str) -> tuple[int, int] | None:
        found = self.lex(i, "cardinal", word)
        if not found and word.startswith("ال"):
            found = self.lex(i, "cardinal", word[2:])
        return found

    def month_name(self, i: int) -> tuple[int, int, str] | None:
        """(next position, month, calendar g or h), taking both names of «أبريل (نيسان)», «ديسمبر/كانون الأول»."""
        start = i
        noun = self.lex(i, "month_noun")
        if noun:
            start = noun[0]
        found = self.lex(start, "gregorian")
        if not found:
            hijri = self.lex(start, "hijri")
            return (hijri[0], hijri[1], "h") if hijri else None
        j, month = found
        k, bracket = j, self.word(j) in ("(", "[")
        if bracket or self.word(j) in SEPARATORS:
            k += 1
        other = self.lex(k, "gregorian")
        if other and other[1] == month:
            k = other[0]
            if bracket and self.word(k) in (")", "]"):
                k += 1
            j = k
        return j, month, "g"

    def year(self, i: int, *, bare: bool = True) -> tuple[int, str, int] | None:
        """A year or step after a date: (next position, kind, number); kind is year, hijri, step (years from now)."""
        j = self.skip(i, "in_year")
        if self.lex(j, "demonstrative"):
            noun = self.lex(j + 1, "unit_the")
            return (noun[0], "step", 0) if noun and noun[1] == 5 else None
        noun = self.lex(j, "year_noun")
        if not noun and self.word(j)[:1] == "ل":  # «شوال لعام 1436»
            noun = self.lex(j, "year_noun", self.tables.prefixed.get(self.word(j), ""))
        if noun:
            number = self.cardinal(noun[0])
            if number and 1000 <= number[1] <= 2200:
                return self._era(*number)
            step = self.lex(noun[0], "modifier") if self.word(j).startswith(("ال", "لل")) else None
            return (step[0], "step", step[1]) if step else None
        word = self.word(j)
        if bare and len(word) == 4 and word.isdecimal() and 1300 <= int(word) <= 2200:
            return self._era(j + 1, int(word))
        return None

    def _era(self, j: int, year: int) -> tuple[int, str, int]:
        mark = self.lex(j, "mark_hijri")
        if mark:
            return mark[0], "hijri", year
        common = self.skip(j, "mark_common")
        return common, "hijri" if common == j and 1343 <= year <= 1480 else "year", year

    def day_number(self, i: int) -> tuple[int, int] | None:
        """A day of the month: digits, an ordinal («الرابع عشر»), or «غرة», «فاتح» "first"."""
        word = self.word(i)
        if word.isdecimal():
            return (i + 1, int(word)) if len(word) <= 2 and 1 <= int(word) <= 31 else None
        found = self.lex(i + 1 if word == "اليوم" else i, "ordinal")
        if not found and self.word(i + 1) == "ايام" and (count := self.lex(i, "ordinal_bare")):
            found = (i + 2, count[1])  # «أول أيام شهر رمضان»
        if not found and word in ("غره", "فاتح", "اول"):
            found = (i + 1, 1)
        return found

    def clock(self, i: int) -> tuple[int, int] | None:
        """«[في] [تمام] الساعة 04:00 [صباحا]» as (next position, part or 0)."""
        hour = self.hour(i)
        if not hour:
            return None
        return self.lex(hour[0], "daypart_after") or hour

    def hour(self, i: int) -> tuple[int, int] | None:
        """The same without a day part after it; a spelled hour, or one without minutes, tells no part."""
        k = i
        while (lead := self.lex(k, "clock_lead")) and lead[0] <= i + 3:
            k = lead[0]
        named = self.lex(k, "clock")
        if not named:
            return None
        j = self.skip(named[0], "approx")
        hour = re.match(r"(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?$|(\d{2})(\d{2})$", self.word(j))
        if not hour:
            spelled = self.lex(j, "ordinal")
            if not spelled:
                return None
            return spelled[0] + (self.word(spelled[0]) in ("والنصف", "والربع", "والثلث")), 0
        digits = hour[1] or hour[3]
        number = int(digits)
        if number > 24 or (number < 13 and not (hour[2] or hour[4])) or (number < 4 and len(digits) == 1):
            return j + 1, 0  # which half of the day is not told
        return j + 1, 1 if 4 <= number < 12 else 2 if 12 <= number < 17 else 3 if 17 <= number < 21 else 4
