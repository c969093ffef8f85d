"""The grammar, continued: months, years, weeks, quantities («قبل ثلاثة أيام»), intervals, seasons, feasts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar import When
from musnad.resolve._calendar_parse import _SEPARATORS, Grammar, Hit

_HOURS = {1: 24, 8: 24 * 60}  # unit → how many make a day
_FAR = {1: 1, 2: 7, 3: 2, 4: 3, 5: 3, 6: 2, 7: 1, 8: 1}  # how far «أيام», «أسابيع» without a number reach, at a guess
_NOW = frozenset({"الان", "اليوم"})


class Periods(Grammar):
    """All productions. ``match`` is the door."""

    __slots__ = ()

    def match(self, i: int) -> Hit | None:
        """The longest time expression that starts at ``i``; ``tag`` and ``varies`` describe it."""
        return self._longest(i, (self.range, self.since, self.before, self.after, self.during, *self._simple()))

    def time(self, i: int) -> Hit | None:
        """The longest plain expression at ``i``: no «منذ», «قبل», «بعد» before it, no range."""
        return self._longest(i, self._simple())

    def _simple(self) -> tuple[Callable[[int], Hit | None], ...]:
        return (self.day, self.month, self.unit, self.counted, self.part_of_year, self.part_of_month, self.decade, self.season, self.feast, self.alone)

    def _longest(self, i: int, productions: tuple[Callable[[int], Hit | None], ...]) -> Hit | None:
        best: Hit | None = None
        best_tag, best_varies = "", False
        for production in productions:
            self.tag, self.varies = "", False
            found = production(i)
            if found and (best is None or found[0] > best[0]):
                best, best_tag, best_varies = found, self.tag, self.varies
        self.tag, self.varies = best_tag, best_varies
        return best

    # --- months, years, weeks ---------------------------------------------------------------------------------------

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
        mark = None if shown else self.lex(the[0], "modifier")
        if not mark and not shown and (not part or the[1] < 3 or self.lex(the[0], "other_period")):
            return None
        value = self._stepped(the[1], mark[1] if mark else 0, third)
        if part and part[1] == 2:
            self.tag = "middle"
        return (mark[0] if mark else the[0], value) if value else None

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

    # --- quantities -------------------------------------------------------------------------------------------------

    def quantity(self, i: int) -> tuple[int, float | None, int] | None:
        """«يومين», «ثلاثة أشهر», «عام ونصف», «نحو 15 يوما», «أيام» as (next position, number or None, unit)."""
        j = i
        while (found := self.lex(j, "approx")) and found[0] > j:
            j = found[0]
        number: float | None = None
        two = self.lex(j, "unit_two")
        if two:
            j, number, unit = two[0], 2, two[1]
        elif one := self.lex(j, "unit_one"):
            after = self.word(one[0])
            if after.isdecimal() or self.month_name(one[0]) or self.lex(one[0], "weekday"):
                return None
            if one[1] == 5 and (year := self.cardinal(one[0])) and year[1] > 1000:
                return None
            j, number, unit = one[0], 1, one[1]
            if one[1] == 2 and self.lex(one[0], "relative_day"):
                return None
        elif many := self.lex(j, "unit_many"):
            j, unit = many
        else:
            counted = self.cardinal(j)
            if not counted:
                return None
            noun = next((f for c in ("unit_many", "unit_counted", "unit_one") if (f := self.lex(counted[0], c))), None)
            if not noun:
                return None
            j, number, unit = noun[0], counted[1], noun[1]
        half = self.lex(j, "half")
        if half and number is not None:
            j, number = half[0], number + 0.5
        return self.skip(j, "few"), number, unit

    def _point(self, number: float, unit: int, sign: int) -> When | None:
        """``number`` units before (sign -1) or after publication: to the day for days and weeks, else coarser."""
        date = self.date
        if date is None or number > 3000:
            return None
        if unit in _HOURS:
            return cal.day_value(cal.shift(date, sign * int(number // _HOURS[unit])))
        if unit in (2, 3):
            return cal.day_value(cal.shift(date, sign * int(number * (7 if unit == 3 else 1))))
        if unit == 4 or number % 1:
            return cal.month_value(*cal.add_months(date, sign * int(number * {4: 1, 5: 12, 6: 120, 7: 1200}[unit])))
        return cal.year_value(date.year + sign * int(number * {5: 1, 6: 10, 7: 100}[unit]))

    def _stretch(self, number: float | None, unit: int, sign: int) -> When | None:
        """The interval from ``number`` units ago to publication, or from publication on; coarse for coarse units."""
        if self.date is None:
            return None
        far = self._point(number if number is not None else _FAR[unit], unit, sign)
        near: When | None = cal.day_value(self.date)
        if unit == 4 or unit >= 5 and unit != 8:
            near = cal.month_value(self.date.year, self.date.month)
        if unit == 3 and number is None and far:
            far = cal.month_value(far.start.year, far.start.month)
            near = cal.month_value(self.date.year, self.date.month)
        return cal.span_value(far, near) if sign < 0 else cal.span_value(near, far)

    def since(self, i: int) -> Hit | None:
        """«منذ يومين», «منذ 20 يوليو», «منذ مطلع العام»: from then to publication."""
        found = self.lex(i, "since")
        if not found:
            return None
        quantity = self.quantity(found[0])
        if quantity:
            value = self._stretch(quantity[1], quantity[2], -1)
            return (quantity[0], value) if value else None
        j = found[0]
        inner = self.time(j)
        if not inner:
            return None
        self.varies = False
        middle = self.tag == "middle"
        self.tag = "since"
        return inner[0], self.until_now(inner[1], middle=middle)

    def until_now(self, when: When, *, middle: bool = False) -> When:
        """The interval from ``when`` to publication; ``when`` itself where that is no interval."""
        date = self.date
        if date is None or when.start >= date or when.grain == "daypart":
            return when
        first = cal.day_value(when.start.replace(day=15)) if middle and when.grain == "month" else when
        return cal.span_value(first, cal.day_value(date)) or when

    def before(self, i: int) -> Hit | None:
        """«قبل ثلاثة أيام» counted from publication; «قبل العام 2011» is the year before it."""
        return self._offset(i, "before", -1)

    def after(self, i: int) -> Hit | None:
        """«بعد أربعة أيام», «بعد العام 2016»."""
        return self._offset(i, "after", 1)

    def _offset(self, i: int, name: str, sign: int) -> Hit | None:
        found = self.lex(i, name)
        if not found:
            return None
        quantity = self.quantity(found[0])
        if quantity:
            j, number, unit = quantity
            if self.word(j) in ("من", "علي"):  # counted from another event
                if self.word(j) == "من" and self.word(j + 1) in _NOW:
                    j += 2
                elif sign > 0 and number is not None and unit not in _HOURS:
                    # «بعد أربعة أيام على هجوم»: the news is of now, so the attack was four days ago
                    value = self._point(number, unit, -1)
                    self.tag = "after-event"
                    return (j, value) if value else None
                else:
                    return None
            value = self._stretch(None, unit, sign) if number is None else self._point(number, unit, sign)
            self.tag = name
            return (j, value) if value else None
        year = self.lex(found[0], "year_noun")
        inner = self._years(year, 0) if year else None
        if inner and inner[1].grain == "year":
            moved = cal.year_value(inner[1].start.year + sign)
            return (inner[0], moved) if moved else None
        return None

    def during(self, i: int) -> Hit | None:
        """«خلال 48 ساعة», «في غضون أسبوع»: up to publication, or from it under a verb in the future."""
        found = self.lex(i, "during")
        if not found:
            return None
        inner = self.time(found[0])
        if inner:
            return inner
        quantity = self.quantity(found[0])
        if not quantity:
            return None
        mark = self.lex(quantity[0], "modifier")
        self.varies = not mark
        ahead = mark[1] > 0 if mark else self.future
        value = self._stretch(quantity[1], quantity[2], 1 if ahead else -1)
        return (mark[0] if mark else quantity[0], value) if value else None

    def counted(self, i: int) -> Hit | None:
        """«الأيام الثلاثة الماضية», «اليومين الماضيين», «الـ24 ساعة الماضية», «آخر 24 ساعة», «الأشهر الأربعة الأولى من العام»."""
        number: float | None = None
        last = self.lex(i, "last")
        if last:
            quantity = self.quantity(last[0])
            if not quantity or quantity[1] is None or quantity[1] < 2:
                return None
            value = self._stretch(quantity[1], quantity[2], -1)
            return (quantity[0], value) if value else None
        two, many = self.lex(i, "unit_the_two"), self.lex(i, "unit_the_many")
        if two:
            j, unit, number = two[0], two[1], 2
        elif many:
            j, unit = many
            count = self.cardinal(j)
            if count:
                j, number = count
            j = self.skip(j, "few")
        else:
            quantity = self.quantity(i) if self.word(i).isdecimal() or self.word(i)[:2] == "ال" else None
            if not quantity or quantity[1] is None:
                return None
            j, number, unit = quantity
        mark = self.lex(j, "modifier")
        if mark and mark[1]:
            more = self.lex(mark[0], "few")
            value = self._stretch(number, unit, -1 if mark[1] < 0 else 1)
            return (more[0] if more else mark[0], value) if value else None
        edge = self.lex(j, "first_last")
        if edge and unit == 4 and number and number <= 12:
            first, last_month = (1, int(number)) if edge[1] == 1 else (13 - int(number), 12)
            return self._of_year(edge[0], first, last_month)
        return None

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

    # --- ranges -----------------------------------------------------------------------------------------------------

    def range(self, i: int) -> Hit | None:
        """«من 5 إلى 10 يوليو», «بين 5 و10 يوليو», «5-10 يوليو», «يومي 5 و6 يوليو», «من الاثنين إلى الخميس»."""
        lead = self.lex(i, "from")
        j = lead[0] if lead else i
        plural = self.lex(j, "day_noun")
        if plural:
            j = plural[0]
        pair = bool(plural and plural[1] > 1) or bool(lead and self.word(lead[0] - 1) == "بين")
        return self._days_of_month(j) or self._two_times(j, pair, bool(lead))

    def _link(self, j: int, pair: bool) -> tuple[int, str] | None:
        """The word that joins both ends: (next position, first word of the second end, its «و» taken off)."""
        word = self.word(j)
        found = self.lex(j, "to")
        if found:
            return found[0], self.word(found[0])
        if word in _SEPARATORS or (pair and word == "و"):
            return j + 1, self.word(j + 1)
        if pair and word.startswith("و") and len(word) > 1:
            return j, word[1:]
        return None

    def _days_of_month(self, j: int) -> Hit | None:
        first = self.day_number(j)
        if not first:
            return None
        k, numbers = first[0], [first[1]]
        while len(numbers) < 8:
            link = self._link(k, True)
            if not link:
                break
            kept, word = self.n[link[0]] if link[0] < self.size else "", link[1]
            if link[0] < self.size:
                self.n[link[0]] = word
            more = self.day_number(self.skip(link[0], "day_noun"))
            if link[0] < self.size:
                self.n[link[0]] = kept
            if not more:
                break
            k = more[0]
            numbers.append(more[1])
        if len(numbers) < 2 or numbers != sorted(numbers):
            return None
        last = self.month_tail(k, numbers[-1])
        if not last:
            return None
        start = cal.shift(last[1], numbers[0] - numbers[-1])
        value = cal.span_value(cal.day_value(start), cal.day_value(last[1]))
        return (last[0], value) if value else None

    def _two_times(self, j: int, pair: bool, led: bool) -> Hit | None:
        first = self.time(j)
        if not first:
            return None
        loose, tag = self.varies, self.tag
        link = self._link(first[0], pair)
        if not link or (not led and not pair and self.word(first[0]) not in _SEPARATORS):
            return None
        at, word = link
        if at >= self.size:
            return None
        kept, self.n[at] = self.n[at], word
        second = self.time(at)
        self.n[at] = kept
        if not second:
            return None
        low = first[1]
        if loose and self.date:
            again = type(self)(self.tables, self.n, second[1].start)
            found = again.time(j)
            low = found[1] if found and found[0] == first[0] else low
        self.tag = "years" if tag == self.tag == "year" else ""
        self.varies = loose or self.varies
        value = cal.span_value(low, second[1])
        return (second[0], value) if value else None

    # --- seasons and feasts -----------------------------------------------------------------------------------------

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
            value = self._season(chosen, number)
            return (year[0], value) if value else None
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
