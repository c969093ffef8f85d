"""The grammar, completed: quantities («قبل ثلاثة أيام»), «منذ», «خلال», ranges, and the choice between readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from musnad.resolve import _calendar as cal
from musnad.resolve._calendar import When
from musnad.resolve._calendar_periods import Periods
from musnad.resolve._calendar_words import SEPARATORS, Hit

_HOURS = {1: 24, 8: 24 * 60}  # unit → how many make a day
_FAR = {1: 1, 2: 7, 3: 2, 4: 3, 5: 3, 6: 2, 7: 1, 8: 1}  # how far «أيام», «أسابيع» without a number reach, at a guess
_OR = "او"  # folded «أو» (or)
_NOW = frozenset({"الان", "اليوم"})


class Spans(Periods):
    """All productions. ``match`` is the door."""

    __slots__ = ()

    def match(self, i: int) -> Hit | None:
        """The longest time expression that starts at ``i``; ``tag`` and ``varies`` describe it."""
        best = self._longest(i, (self.since, self.before, self.after, self.during, *self._simple()))
        tag, varies = self.tag, self.varies
        if best and not (self._joined(best[0]) or self._leads(i)):
            return best
        whole = self.range(i, nothing=best is None)
        if whole and (best is None or whole[0] > best[0]):
            return whole
        self.tag, self.varies = tag, varies
        return best

    def _leads(self, i: int) -> bool:
        """Whether a range may open at ``i`` that is no expression followed by a joining word."""
        word, c = self.word(i), self.c
        return word.isdecimal() or word in c["ordinal"] or word in c["from"] or word in c["day_noun"]

    def _joined(self, j: int) -> bool:
        word = self.word(j)
        return (
            word in SEPARATORS
            or word == _OR
            or word in self.c["to"]
            or (word[:1] == "و" and word[1:] in self.c["weekday"])
        )

    def time(self, i: int) -> Hit | None:
        """The longest plain expression at ``i``: no «منذ», «قبل», «بعد» before it, no range."""
        return self._longest(i, self._simple())

    def _simple(self) -> tuple[Callable[[int], Hit | None], ...]:
        return (
            self.day,
            self.month,
            self.unit,
            self.counted,
            self.part_of_year,
            self.part_of_month,
            self.decade,
            self.season,
            self.feast,
            self.alone,
        )

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
            if self.month_name(j) or self.lex(j, "season"):  # «خلال أيام شهر رمضان», «أشهر الصيف»
                return None
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
        if unit == 4 or (unit >= 5 and unit != 8):
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
            if self.word(j) == "من" or (self.word(j) == "علي" and sign > 0):  # counted from another event
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
        inner = self._longest(found[0], (self.time, self.range))
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

    def range(self, i: int, *, nothing: bool = False) -> Hit | None:
        """«من 5 إلى 10 يوليو», «بين 5 و10 يوليو», «5-10 يوليو», «يومي 5 و6 يوليو», «من الاثنين إلى الخميس».

        ``nothing``: no single time begins at ``i``, as the caller knows, so that none need be looked for there again.
        """
        self.tag, self.varies = "", False
        lead = self.lex(i, "from")
        j = lead[0] if lead else i
        plural = self.lex(j, "day_noun")
        months = self.lex(j, "month_noun")  # «شهري مارس وأبريل» (the two months of March and April)
        if plural:
            j = plural[0]
        pair = any(noun and noun[1] > 1 for noun in (plural, months)) or bool(lead and self.word(lead[0] - 1) == "بين")
        days = self._days_of_month(j)
        if days or (nothing and j == i):
            return days
        return self._two_times(j, pair, bool(lead))

    def _link(self, j: int, pair: bool) -> tuple[int, str] | None:
        """The word that joins both ends: (next position, first word of the second end, its «و» taken off)."""
        word = self.word(j)
        found = self.lex(j, "to")
        if found:
            return found[0], self.word(found[0])
        if word in SEPARATORS or (pair and word == "و"):
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
        days = self._next_weekday(j, first[0])
        either = self.word(first[0]) == _OR
        link = (first[0] + 1, self.word(first[0] + 1)) if either else self._link(first[0], pair or days)
        if not link or not (led or pair or days or either or self.word(first[0]) in SEPARATORS):
            return None
        at, word = link
        if at >= self.size:
            return None
        kept, self.n[at] = self.n[at], word
        second = self.time(at)
        self.n[at] = kept
        if not second:
            return None
        low, high, end = first[1], second[1], second[0]
        if either and low.grain != high.grain:  # «غدا أو الشهر المقبل» (tomorrow or next month): no one span
            return None
        if self.word(first[0]) in SEPARATORS and {low.grain, high.grain} == {"year", "interval"}:
            common, lunar = (low, high) if low.grain == "year" else (high, low)
            if common.start <= lunar.end and lunar.start <= common.end:  # «عام 1408هـ / 1988م»: one year, twice
                return end, common
        self.tag, varies = "years" if tag == self.tag == "year" else "", self.varies
        self.varies = loose or varies
        if loose and self.date:
            if self.future and varies:  # both lie ahead: the second after the first
                self.n[at] = word
                high = self._seen_from(low.start, at, end, future=True) or high
                self.n[at] = kept
            else:  # the first before the second
                low = self._seen_from(high.start, j, first[0]) or low
        value = cal.span_value(low, high)
        return (end, value) if value else None

    def _next_weekday(self, j: int, k: int) -> bool:
        """«الاثنين والثلاثاء»: two days running, named side by side."""
        following = self.word(k)
        first, second = self.lex(j, "weekday"), self.lex(k, "weekday", following[1:]) if following[:1] == "و" else None
        return bool(first and second and first[0] == k and second[1] == (first[1] + 1) % 7)

    def _seen_from(self, date: dt.date, i: int, end: int, *, future: bool = False) -> When | None:
        """The expression from ``i`` to ``end`` as on another day of publication."""
        other = type(self)(self.tables, self.n, date)
        other.future = future
        found = other.time(i)
        return found[1] if found and found[0] == end else None
