"""The grammar, continued: months, years, weeks, decades, seasons, feasts, and what stands alone."""

from __future__ import annotations

import datetime as dt

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar import When
from musnad.resolve._calendar_days import Days
from musnad.resolve._calendar_words import SEPARATORS, Hit


class Periods(Days):
    """Everything that names a period or a feast."""

    __slots__ = ()

    def month(self, i: int) -> Hit | None:
        """«[مطلع] [شهر] ديسمبر [الماضي | 2016]», «رمضان 1436»."""
        part = self.lex(i, "part")
        start = self.skip(part[0], "of") if part else i
        name = self.month_name(start)
        if not name:
            return None
        j, month, kind = name
        mark = self.lex(j, "modifier")
        year = None if mark else self.year(j)
        named = bool(part) or j - start > 1 or bool(mark or year)
        if kind == "h":
            return self._hijri_month(j, month, mark, year, named)
        value: When | None = None
        if year and year[1] == "year":
            value, j = cal.month_value(year[2], month, part[1] if part else 0), year[0]
        elif self.date and year and year[1] == "step":
            value, j = cal.month_value(self.date.year + year[2], month, part[1] if part else 0), year[0]
        elif self.date:
            number, step = self.date.year, mark[1] if mark else None
            ahead = month - self.date.month
            if step is None:
                self.varies = True
                number += (ahead < 0) if self.future else -(ahead > 0)
            elif step < 0:
                number -= ahead >= 0
            elif step > 0:
                number += ahead <= 0
            else:
                number += (ahead < -6) - (ahead > 6)
            value, j = cal.month_value(number, month, part[1] if part else 0), mark[0] if mark else j
        if not named:
            self.tag = "month"
        elif part and part[1] == 2:
            self.tag = "middle"
        return (j, value) if value else None

    def _hijri_month(
        self, j: int, month: int, mark: tuple[int, int] | None, year: tuple[int, str, int] | None, named: bool
    ) -> Hit | None:
        if year and year[1] == "hijri":
            value = cal.hijri_month(year[2], month)
            return (year[0], value) if value else None
        base = cal.hijri_year(self.date) if self.date else None
        if base is None or self.date is None:
            return None
        if year and year[1] == "step":
            value, j = cal.hijri_month(base + year[2], month), year[0]
        else:
            months = [m for m in (cal.hijri_month(base + k, month) for k in (-1, 0, 1)) if m]
            date, step = self.date, mark[1] if mark else None
            j = mark[0] if mark else j
            if step is None:
                self.varies = True
            if step == 1 or (step is None and self.future):
                value = next((m for m in months if (m.start if step else m.end) > date), None)
            elif step == -1:
                value = next((m for m in reversed(months) if m.end < date), None)
            else:  # the one we are in, else the nearest begun or about to begin
                value = next((m for m in reversed(months) if (m.start - date).days <= 45), None)
        if not named:
            self.tag = "month"
        return (j, value) if value else None

    def unit(self, i: int) -> Hit | None:
        """«الأسبوع الماضي», «هذا العام», «نهاية الشهر», «عام 2014», «عامي 2011 و2012», «نهاية الأسبوع»."""
        weekend = self.lex(i, "weekend")
        if weekend and self.date:
            mark = self.lex(weekend[0], "modifier")
            saturday = cal.shift(self.date, 5 - self.date.weekday() + 7 * (mark[1] if mark else 0))
            sunday = cal.shift(saturday, 1) if saturday else None
            value = cal.span_value(cal.day_value(saturday), cal.day_value(sunday), "week")
            return (mark[0] if mark else weekend[0], value) if value else None
        part = self.lex(i, "part")
        start = self.skip(part[0], "of") if part else i
        third = part[1] if part else 0
        noun = self.lex(start, "year_noun")
        if noun:
            found = self._years(noun, third)
            if found:
                return found
        if part and len(self.word(start)) == 4 and self.word(start).isdecimal():
            return self._numbered(*self._era(start + 1, int(self.word(start))), third)
        shown = self.lex(start, "demonstrative")
        the = self.lex(shown[0] if shown else start, "unit_the")
        if not the or self.date is None:
            return None
        if the[1] == 7 and (order := self.lex(the[0], "ordinal")) and order[1] <= 21:  # «القرن الثامن عشر»
            last = cal.year_value(order[1] * 100)
            century = cal.span_value(cal.year_value(order[1] * 100 - 99), last)
            return (order[0], century) if century else None
        mark = None if shown else self.lex(the[0], "modifier")
        if not mark and not shown and (not part or the[1] < 3 or self.lex(the[0], "other_period")):
            return None
        value = self._stepped(the[1], mark[1] if mark else 0, third)
        if part and part[1] == 2:
            self.tag = "middle"
        j = mark[0] if mark else the[0]
        if value and self.word(j) == value.value:  # «العام الماضي 2015»
            j = self.skip(j + 1, "mark_common")
        return (j, value) if value else None

    def _years(self, noun: tuple[int, int], third: int) -> Hit | None:
        number = self.cardinal(noun[0])
        if not number or not 1000 <= number[1] <= 2200:
            return None
        j, kind, year = self._era(*number)
        first = self._numbered(j, kind, year, third)
        if noun[1] == 2 and first and self.word(j)[:1] == "و":
            other = self.cardinal(j + 1) if self.word(j) == "و" else None
            last = self._numbered(*self._era(*other)) if other else None
            value = cal.span_value(first[1], last[1]) if last else None
            return (last[0], value) if last and value else first
        return first

    def _numbered(self, j: int, kind: str, year: int, third: int = 0) -> Hit | None:
        if kind == "year":
            value = cal.year_value(year, third)
        else:
            first, last = cal.hijri_month(year, 1), cal.hijri_month(year, 12)
            value = cal.span_value(first, last)
        return (j, value) if value else None

    def _stepped(self, unit: int, step: int, third: int = 0) -> When | None:
        """The day, week, month, year, decade or century ``step`` from that of publication."""
        date = self.date
        if date is None:
            return None
        if unit == 2:
            return cal.day_value(cal.shift(date, step))
        if unit == 3:
            return cal.week_value(date, step)
        if unit == 4:
            return cal.month_value(*cal.add_months(date, step), third)
        if unit == 5:
            return cal.year_value(date.year + step, third)
        if unit == 6:
            first = (date.year // 10 + step) * 10
            return cal.span_value(cal.year_value(first), cal.year_value(first + 9))
        if unit == 7:
            first = ((date.year - 1) // 100 + step) * 100 + 1
            return cal.span_value(cal.year_value(first), cal.year_value(first + 99))
        return None

    def alone(self, i: int) -> Hit | None:
        """What only some surroundings allow: «حاليا», «ليلا», a year in figures, the hour by itself."""
        if self.date:
            found = self.lex(i, "relative_day_adverb")
            if found:
                value = cal.day_value(cal.shift(self.date, found[1]))
                return (found[0], value) if value else None
            found = self.lex(i, "part_now")
            if found:
                value = cal.day_value(self.date, found[1])
                return (found[0], value) if value else None
            found = self.lex(i, "daypart_alone")
            if found:
                after = self.lex(i, "daypart_after")
                self.tag = "daypart"
                value = cal.day_value(cal.shift(self.date, found[1]), after[1] if after else 4)
                return (found[0], value) if value else None
            timed = self._hour_and_day(i)
            if timed:
                return timed
            clock = self.clock(i)
            if clock and clock[1]:
                self.tag = "daypart"
                value = cal.day_value(self.date, clock[1])
                return (clock[0], value) if value else None
        word = self.word(i)
        if len(word) == 4 and word.isdecimal() and 1300 <= int(word) <= 2100:
            self.tag = "year"
            return self._numbered(*self._era(i + 1, int(word)))
        return None

    def _hour_and_day(self, i: int) -> Hit | None:
        """«الساعة 11:30 من مساء الاثنين», «الساعة العاشرة صباح أمس»: the day it leads to, with the hour's day part."""
        hour = self.hour(i)
        if not hour:
            return None
        j = hour[0] + (self.word(hour[0]) in ("من", "،", ",", "في"))
        inner = self.day(j)
        if not inner:
            marked = self.lex(hour[0], "daypart_after")
            inner = self.day(marked[0] + (self.word(marked[0]) in ("من", "،", ",", "في"))) if marked else None
            if not inner or not marked:
                return None
            hour = hour[0], marked[1]
        when = inner[1]
        if when.grain == "day" and hour[1]:
            when = cal.day_value(when.start, hour[1]) or when
        return inner[0], when

    def part_of_year(self, i: int) -> Hit | None:
        """«الربع الأول من 2016», «النصف الثاني من العام الجاري»."""
        found = self.lex(i, "half_or_quarter")
        return self._of_year(found[0], found[1] // 100, found[1] % 100) if found else None

    def part_of_month(self, i: int) -> Hit | None:
        """«الأسبوع الأول من يوليو», «النصف الثاني من الشهر الجاري», «العشر الأواخر من رمضان»."""
        found = self.lex(i, "weeks_of_month")
        if not found:
            return None
        j = self.skip(found[0], "of")
        month = self.month(j) or self.unit(j)
        if not month:
            noun = self.lex(j, "unit_the")
            value = self._stepped(4, 0) if noun and noun[1] == 4 else None
            month = (noun[0], value) if noun and value else None
        if not month or not 27 < (month[1].end - month[1].start).days + 1 < 32:
            return None
        self.tag = ""
        low, high = found[1] // 100, found[1] % 100
        first, end = month[1].start, month[1].end
        start = cal.shift(first, low - 1) if low else cal.shift(end, -6)
        last = end if high == 31 else cal.shift(first, high - 1)
        value = cal.span_value(cal.day_value(start), cal.day_value(last))
        return (month[0], value) if value else None

    def decade(self, i: int) -> Hit | None:
        """«تسعينيات القرن الماضي», «مطلع الثمانينات»."""
        part = self.lex(i, "part")
        found = self.lex(part[0] if part else i, "decade")
        if not found:
            return None
        value = cal.span_value(cal.year_value(found[1]), cal.year_value(found[1] + 9))
        return (self.skip(found[0], "century_named"), value) if value else None

    def _of_year(self, j: int, first: int, last: int) -> Hit | None:
        year = self.year(j)
        if not year:
            noun = self.lex(self.skip(j, "of"), "unit_the")
            year = (noun[0], "step", 0) if noun and noun[1] == 5 else None
        if not year or year[1] == "hijri" or (year[1] == "step" and not self.date):
            return None
        number = year[2] + (self.date.year if year[1] == "step" and self.date else 0)
        value = cal.span_value(cal.month_value(number, first), cal.month_value(number, last))
        return (year[0], value) if value else None

    def season(self, i: int) -> Hit | None:
        """«صيف 2012», «الصيف الماضي», «هذا الشتاء»: March to May, June to August, September to November, and winter,
        December to February, by the year in which it ends."""
        shown = self.lex(i, "demonstrative")
        found = self.lex(shown[0] if shown else i, "season")
        if not found:
            return None
        j, number = found
        mark = None if shown else self.lex(j, "modifier")
        year = None if mark or shown else self.year(j)
        if year and (year[1] == "year" or (year[1] == "step" and self.date)):
            chosen = year[2] + (self.date.year if year[1] == "step" and self.date else 0)
            j = year[0]
            if self.word(j) in SEPARATORS and self.word(j + 1) == str(chosen + 1):  # «شتاء 2015-2016»
                j, chosen = j + 2, chosen + 1
            value = self._season(chosen, number)
            return (j, value) if value else None
        if self.date is None or not (mark or shown):
            return None
        step = mark[1] if mark else 0
        seasons = [s for s in (self._season(self.date.year + k, number) for k in (-2, -1, 0, 1, 2)) if s]
        if step < 0:
            value = next((s for s in reversed(seasons) if s.end < self.date), None)
        elif step > 0:
            value = next((s for s in seasons if s.start > self.date), None)
        else:
            value = self._season(self.date.year + (number == 4 and self.date.month == 12), number)
        return (mark[0] if mark else j, value) if value else None

    @staticmethod
    def _season(year: int, number: int) -> When | None:
        first = cal.month_value(year - (number == 4), number * 3 if number < 4 else 12)
        return cal.span_value(first, cal.month_value(year, number * 3 + 2 if number < 4 else 2))

    def feast(self, i: int) -> Hit | None:
        """«أول أيام عيد الفطر», «عيد الأضحى المقبل», «رأس السنة»."""
        j, day = i, 0
        count = self.lex(i, "ordinal_bare")
        if count and self.word(count[0]) in ("ايام", "يوم"):
            j, day = count[0] + 1, count[1]
        elif self.word(i) == "اليوم" and (order := self.lex(i + 1, "ordinal")) and order[1] < 5:
            j, day = self.skip(order[0], "of"), order[1]
            j += self.word(j) == "ايام"
        found = self.lex(j, "holiday")
        if not found:
            return None
        feast = self.tables.holidays[found[1]]
        kind = "h" if feast.calendar == "hijri" else "g"
        mark = self.lex(found[0], "modifier")
        year = None if mark else self.year(found[0])
        date: dt.date | None
        if year and year[1] == "hijri" and kind == "h":
            date = cal.hijri_day(year[2], feast.month, feast.day)
        elif year and (year[1] == "year" or self.date):
            number = year[2] + (self.date.year if year[1] == "step" and self.date else 0)
            date = self._in_year(feast, kind, number)
        else:
            date = self._nearest(feast.month, feast.day, mark[1] if mark else None, None, kind)
            if not mark and not day:
                self.tag = "feast"
        value = cal.day_value(cal.shift(date, max(day - 1, 0))) if date else None
        return (mark[0] if mark else year[0] if year else found[0], value) if value else None

    @staticmethod
    def _in_year(feast: cal.Holiday, kind: str, year: int) -> dt.date | None:
        if kind == "g":
            return cal.safe_date(year, feast.month, feast.day)
        base = cal.hijri_year(dt.date(year, 1, 1)) if 1 <= year <= 9999 else None
        days = (cal.hijri_day(base + k, feast.month, feast.day) for k in (0, 1)) if base else iter(())
        return next((d for d in days if d and d.year == year), None)
