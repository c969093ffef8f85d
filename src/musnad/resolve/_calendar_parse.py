"""The grammar of Arabic time expressions: small productions, each from a position to (next position, When).

A ``Grammar`` reads one list of folded words against one publication date. Productions are tried by ``match``, and the
longest reading wins. ``varies`` is set when a reading would differ under a verb in the future; ``tag`` says what kind
of reading it was, for the caller to judge whether its surroundings allow it.
"""

from __future__ import annotations

import datetime as dt
import re

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar import When

Hit = tuple[int, When]
_NUMERIC = re.compile(r"\d{1,4}([/.])\d{1,2}\1\d{1,4}")
_SEPARATORS = frozenset({"-", "–", "—", "/", "ـ"})
_NEAR = 60  # a day and month without a year may lie this many days ahead («اجتماع 5 يناير» printed in December)
_DAYS = {2: 1, 3: 7}  # unit → days
_DECADES = {6: 10, 7: 100}
_VAGUE = {2: (2, 7), 3: (3, 2), 4: (4, 3), 5: (5, 3), 6: (5, 20), 1: (1, 1), 8: (1, 1)}  # «قبل أيام»: how far back


class Grammar:
    """One reading of ``norms`` (folded words). Positions are indices into it."""

    __slots__ = ("c", "date", "future", "n", "size", "hijri", "tables", "tag", "varies")

    def __init__(self, tables: cal.Tables, norms: list[str], date: dt.date | None) -> None:
        self.tables, self.c = tables, tables.classes
        self.n, self.size = norms, len(norms)
        self.date, self.future = date, False
        self.varies, self.tag = False, ""
        self.hijri = False  # whether the last day read was of the Hijri calendar

    # --- words ------------------------------------------------------------------------------------------------------

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
        if bracket or self.word(j) in _SEPARATORS:
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

    # --- days -------------------------------------------------------------------------------------------------------

    def _nearest(self, month: int, day: int, step: int | None, weekday: int | None, kind: str) -> dt.date | None:
        """The day of the year that the text leaves out; ``step`` from «الماضي» (-1), «الجاري» (0), «المقبل» (1)."""
        date = self.date
        if date is None:
            return None
        base = cal.hijri_year(date) if kind == "h" else date.year
        if base is None:
            return None
        make = cal.hijri_day if kind == "h" else cal.safe_date
        days = [d for d in (make(base + k, month, day) for k in (-4, -3, -2, -1, 0, 1, 2)) if d]
        if weekday is not None:
            days = [d for d in days if d.weekday() == weekday] or days
        if step is None:
            self.varies = True
            if self.future:
                return next((d for d in days if d >= date), None)
            return next((d for d in reversed(days) if (d - date).days <= _NEAR), None)
        if step < 0:
            return next((d for d in reversed(days) if d < date), None)
        if step > 0:
            return next((d for d in days if d > date), None)
        return min(days, key=lambda d: abs((d - date).days), default=None)

    def _month_of(self, month: int, kind: str, year: tuple[int, str, int]) -> tuple[int, int] | None:
        if year[1] == "step":
            return (self.date.year + year[2], month) if self.date else None
        return year[2], month

    def day_number(self, i: int) -> tuple[int, int] | None:
        """A day of the month: digits, an ordinal («الرابع عشر»), or «غرة», «فاتح» "first"."""
        word = self.word(i)
        if word.isdecimal():
            return (i + 1, int(word)) if len(word) <= 2 and 1 <= int(word) <= 31 else None
        found = self.lex(i + 1 if word == "اليوم" else i, "ordinal")
        if not found and word in ("غره", "فاتح", "اول"):
            found = (i + 1, 1)
        return found

    def day_of_month(self, i: int, weekday: int | None = None) -> tuple[int, dt.date] | None:
        """«14 ديسمبر [2016]», «الأول من مايو الماضي», «5 شوال 1436», «الخامس من الشهر الجاري», «14/12/2016»."""
        numeric = self.numeric(i)
        if numeric:
            return numeric
        found = self.day_number(i)
        if not found:
            return None
        j, day = found
        tail = self.month_tail(j, day, weekday)
        return tail

    def month_tail(self, j: int, day: int, weekday: int | None = None) -> tuple[int, dt.date] | None:
        """The month and year after a day number, with the day they make."""
        k = self.skip(j, "of")
        name = self.month_name(k)
        if not name:
            return self._libyan(j, day) or self._this_month(k, day)
        j, month, kind = name
        self.hijri = kind == "h"
        mark = self.lex(j, "modifier")
        year = None if mark else self.year(j)
        if year:
            if year[1] == "step":
                base = self.date and (cal.hijri_year(self.date) if kind == "h" else self.date.year)
                number = base + year[2] if base else None
            else:
                number = year[2]
            if number is None:
                return None
            day_found = (cal.hijri_day if kind == "h" else cal.safe_date)(number, month, day)
            return (year[0], day_found) if day_found else None
        near = self._nearest(month, day, mark[1] if mark else None, weekday, kind)
        return (mark[0] if mark else j, near) if near else None

    def _libyan(self, j: int, day: int) -> tuple[int, dt.date] | None:
        name = self.lex(j, "libyan")
        year = self.year(name[0]) if name else None
        found = cal.safe_date(year[2], name[1], day) if name and year and year[1] == "year" else None
        return (year[0], found) if year and found else None

    def _this_month(self, k: int, day: int) -> tuple[int, dt.date] | None:
        """«من الشهر الجاري», «من هذا الشهر», and «20 الجاري» for short."""
        if self.date is None:
            return None
        if self.lex(k, "demonstrative"):
            noun = self.lex(k + 1, "unit_the")
            step: tuple[int, int] | None = (noun[0], 0) if noun and noun[1] == 4 else None
        else:
            noun = self.lex(k, "unit_the")
            if noun and noun[1] == 4:
                step = self.lex(noun[0], "modifier") or (noun[0], 0)
            else:
                step = self.lex(k, "modifier") if k and self.word(k - 1).isdecimal() else None
        if not step:
            return None
        day_found = cal.safe_date(*cal.add_months(self.date, step[1]), day)
        return (step[0], day_found) if day_found else None

    def numeric(self, i: int) -> tuple[int, dt.date] | None:
        """«14/12/2016», «2016-12-14», «14.12.2016», «1436/10/5هـ»: in one token or in five."""
        word = self.word(i)
        if not word[:1].isdecimal():
            return None
        if _NUMERIC.fullmatch(word):
            parts, j = re.split(r"[/.]", word), i + 1
        elif self.word(i + 1) in ("-", "/", ".", "–", "\\") and self.word(i + 3) == self.word(i + 1):
            parts, j = [word, self.word(i + 2), self.word(i + 4)], i + 5
        elif re.fullmatch(r"\d{1,2}/\d{1,2}", word) and self.date:
            day, month = (int(p) for p in word.split("/"))
            near = self._nearest(month, day, None, None, "g") if month <= 12 and day <= 31 else None
            self.tag = "fraction"
            return (i + 1, near) if near else None
        else:
            return None
        if not all(p.isdecimal() and len(p) <= 4 for p in parts):
            return None
        a, b, c = (int(p) for p in parts)
        if len(parts[0]) == 4:
            year, month, day = a, b, c
        elif len(parts[2]) == 4:
            year, month, day = c, b, a
        else:
            return None
        j, kind, year = self._era(j, year)
        self.hijri = kind == "hijri"
        if kind == "hijri":
            found = cal.hijri_day(year, month, day)
        else:  # an American date gives itself away by its day
            found = cal.safe_date(year, month, day) or cal.safe_date(year, day, month)
        return (j, found) if found else None

    def weekday_date(self, weekday: int, step: int | None, rel: int | None) -> dt.date | None:
        """The day a weekday names: nearest not after publication (after it under a future verb), or by its modifier.

        Beside «أمس», «اليوم» or «غدا» it is the one closest to that day: papers reprint agency copy days later.
        """
        date = self.date
        if date is None:
            return None
        back = (date.weekday() - weekday) % 7
        if rel is not None:
            base = cal.shift(date, rel)
            if base is None:
                return None
            offset = (weekday - base.weekday() + 3) % 7 - 3
            if rel <= 0 and rel + offset > 0:
                offset -= 7
            return cal.shift(base, offset)
        if step is None:
            self.varies = True
            return cal.shift(date, (-back) % 7 if self.future else -back)
        if step < 0:
            return cal.shift(date, -(back or 7) + 7 * (step + 1))
        if step > 0:
            return cal.shift(date, (-back) % 7 or 7) if step == 1 else cal.shift(date, ((-back) % 7 or 7) + 7)
        return cal.shift(date, weekday - date.weekday())

    def day(self, i: int) -> Hit | None:
        """A day from any of its names side by side: day part, «أمس», weekday, date, clock; brackets and commas between."""
        part = 0
        rel: int | None = None
        weekday: int | None = None
        step: int | None = None
        date: dt.date | None = None
        j, after, depth = i, False, 0
        while j < self.size:
            k = j
            comma = self.word(k) in ("،", ",", "/", "-", "–", "—")
            if after and (comma or self.word(k) in ("(", "[")):
                opened = not comma
                k += 1
            else:
                opened = False
            if not part and not after and (found := self.lex(k, "daypart")) and self._opens_day(found[0]):
                part, j = found[1], found[0]
                continue
            noun = self.lex(k, "day_noun")
            if noun and noun[1] == 1 and (not after or opened or comma):
                k = noun[0]
            if rel is None and not after and (found := self.lex(k, "relative_night")):
                rel, part = found[1], 4
            elif rel is None and date is None and not comma and (found := self.lex(k, "relative_day")):
                rel = found[1]
            elif weekday is None and date is None and (found := self.lex(k, "weekday")):
                weekday = found[1]
                mark = self.lex(found[0], "modifier")
                if mark:
                    found, step = mark, mark[1]
                elif part == 4:
                    found = (self._night_pair(found[0], weekday), weekday)
            elif date is None and not (noun and comma) and (dated := self.day_of_month(k, weekday)):
                if self.tag == "fraction" and not (noun or weekday is not None):
                    break
                date = dated[1]
                base = cal.shift(self.date, rel) if rel is not None and self.date else None
                if base and abs(date - base).days > 7:  # «أعلن أمس 26 فبراير موعدا»: two dates, not one
                    return self._one_day(j, rel, weekday, step, part)
                found = self._corresponding(dated[0], date)
                date = found[1]
            elif after and not opened and not part and (found := self._time_of_day(k)):
                part = found[1]
            else:
                break
            j, after = found[0], True
            depth += opened
            while depth and self.word(j) in (")", "]"):
                j, depth = j + 1, depth - 1
        if not after or depth:
            return None
        if date is None:
            return self._one_day(j, rel, weekday, step, part)
        value = cal.day_value(date, part)
        return (j, value) if value else None

    def _one_day(self, j: int, rel: int | None, weekday: int | None, step: int | None, part: int) -> Hit | None:
        date: dt.date | None = None
        if weekday is not None:
            date = self.weekday_date(weekday, step, rel)
        elif rel is not None and self.date:
            date = cal.shift(self.date, rel)
        value = cal.day_value(date, part)
        return (j, value) if value else None

    def _opens_day(self, k: int) -> bool:
        word = self.word(k)
        classes = self.c
        return (
            word in classes["relative_day"]
            or word in classes["weekday"]
            or (word in classes["day_noun"] and self.word(k + 1) != "")
            or (word[:1].isdecimal() and (_NUMERIC.fullmatch(word) is not None or self.day_of_month(k) is not None))
            or (word in classes["ordinal"] and self.day_of_month(k) is not None)
        )

    def _night_pair(self, j: int, weekday: int) -> int:
        """«ليل الخميس - الجمعة»: the night belongs to the first; the second is only read over."""
        k = j + 1 if self.word(j) in _SEPARATORS or self.word(j) in ("الي", "علي") else j
        other = self.lex(k, "weekday") or (
            self.lex(k, "weekday", self.word(k)[1:]) if self.word(k)[:1] == "و" else None
        )
        return other[0] if other and other[1] == (weekday + 1) % 7 else j

    def _corresponding(self, j: int, date: dt.date) -> tuple[int, dt.date]:
        """The same day in the other calendar («الموافق 21 يوليو 2015», «(5 شوال)»), read over. Of the two the Gregorian
        one counts: a Hijri day may be one off where the moon was sighted late."""
        hijri = self.hijri
        k = j + 1 if self.word(j) in ("(", "،", ",", "/", "-") else j
        named = self.lex(k, "corresponding")
        if named:
            k = self.skip(self.skip(named[0], "day_noun"), "weekday")
        elif k == j:
            return j, date
        base = self.tables.prefixed.get(self.word(k)) if named else None
        if base and base in self.c["ordinal"]:
            self.n[k], base = base, self.n[k]
        other = self.day_of_month(k)
        if base and base not in self.c["ordinal"]:
            self.n[k] = base
        if not other or abs(other[1] - date).days > 3:
            return j, date
        end = other[0] + 1 if self.word(j) == "(" and self.word(other[0]) == ")" else other[0]
        return end, other[1] if hijri and not self.hijri else date

    def _time_of_day(self, k: int) -> tuple[int, int] | None:
        """«صباحا», «في ساعة متأخرة», «عند الساعة 10:30»: (next position, part); a spelled hour has no part."""
        found = self.lex(k, "daypart_after")
        if found:
            return found
        clock = self.clock(k)
        return clock if clock and clock[1] else None

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
        hour = re.match(r"(\d{1,2})([:.]\d{2})?$", self.word(j))
        if not hour:
            spelled = self.lex(j, "ordinal")
            if not spelled:
                return None
            return spelled[0] + (self.word(spelled[0]) in ("والنصف", "والربع", "والثلث")), 0
        number = int(hour[1])
        if number > 24 or not hour[2]:
            return j + 1, 0
        return j + 1, 1 if 4 <= number < 12 else 2 if 12 <= number < 17 else 3 if 17 <= number < 21 else 4
