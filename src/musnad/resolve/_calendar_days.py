"""The grammar, continued: days by date, weekday, «أمس», with their day parts."""

from __future__ import annotations

import datetime as dt
import re

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar_words import SEPARATORS, Hit, Words

_NUMERIC = re.compile(r"\d{1,4}([/.])\d{1,2}\1\d{1,4}")
_NEAR = 60  # a day and month without a year may lie this many days ahead («اجتماع 5 يناير» printed in December)


class Days(Words):
    """Everything that names one day."""

    __slots__ = ()

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

    def day_of_month(self, i: int, weekday: int | None = None) -> tuple[int, dt.date] | None:
        """«14 ديسمبر [2016]», «الأول من مايو الماضي», «5 شوال 1436», «الخامس من الشهر الجاري», «14/12/2016»."""
        numeric = self.numeric(i)
        if numeric:
            return numeric
        found = self.day_number(i)
        if not found:
            return None
        j, day = found
        return self.month_tail(j, day, weekday)

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
            if self.lex(k, "demonstrative") and self.word(k + 1) in self.c["weekday"]:
                k += 1  # «مساء هذا الأحد»
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
                after_date, date = self._corresponding(dated[0], date)
                found = (after_date, 0)
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
            (word in classes["demonstrative"] and self.word(k + 1) in classes["weekday"])
            or word in classes["relative_day"]
            or word in classes["weekday"]
            or (word in classes["day_noun"] and self.word(k + 1) != "")
            or (word[:1].isdecimal() and (_NUMERIC.fullmatch(word) is not None or self.day_of_month(k) is not None))
            or (word in classes["ordinal"] and self.day_of_month(k) is not None)
        )

    def _night_pair(self, j: int, weekday: int) -> int:
        """«ليل الخميس - الجمعة»: the night belongs to the first; the second is only read over."""
        k = j + 1 if self.word(j) in SEPARATORS or self.word(j) in ("الي", "علي") else j
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
