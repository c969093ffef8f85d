"""Page residue: lines of a saved web page that are no part of the article. Nothing is cut from the text (spans must
stay exact); ranges are marked, and the sentences in them are not coded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from musnad.lexicon.store import DATA, read_yaml
from musnad.text.fold import fold


@dataclass(slots=True, frozen=True)
class Residue:
    """Characters ``start`` to ``end`` of the text that are not coded, and why: residue, repeated, dateline."""

    start: int
    end: int
    reason: str


@dataclass(slots=True, frozen=True)
class _Patterns:
    line: re.Pattern[str]
    starts: tuple[str, ...]
    dateline: frozenset[str]
    after_aside: frozenset[str]


@cache
def _patterns() -> _Patterns:
    data = read_yaml(DATA / "residue.yaml")
    assert isinstance(data, dict)
    return _Patterns(
        line=re.compile("|".join(f"(?:{p})" for p in data["line"])),
        starts=tuple(data["line_start"]),
        dateline=frozenset(fold(w.strip("()")) for phrase in data["dateline_word"] for w in phrase.split()),
        after_aside=frozenset(fold(w) for w in data["aside"]),
    )


_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_DATE_LINE = re.compile(
    r"(?:\S{3,10}[،,]?\s+)?\d{1,2}\s*(?:[/\-.]\s*\d{1,2}\s*[/\-.]\s*\d{2,4}|\S{3,12}(?:\s*[/(]\s*\S{3,14}\)?)?\s+\d{4}).{0,30}"
)
_COLON = re.compile(r"[:：]\s")
_DASHED = re.compile(r"\s[\-–—ـ]\s|\S[\-–—]\s")
_STAMP = re.compile(r"[\[(]?\d{1,2}[:.]\d{2}[\])]?\s*(?:[–—|:\-]+\s*|(?=\s))")
_AGENCY = re.compile(r"[^()\n.:،]{0,40}\((?P<who>[^()\n]{2,24})\)\s{0,3}[–—:ـ\-]{0,2}\s")
_MAX_DATELINE = 60  # characters


def find_residue(text: str, title: str = "") -> list[Residue]:
    """The residue of a text, in order: boilerplate lines, a line that repeats the title or an earlier short line,
    date lines, and the dateline that opens a paragraph («القاهرة - وكالات:»)."""
    patterns = _patterns()
    out: list[Residue] = []
    seen: set[str] = set()
    if title:
        seen.add(_key(title))
    first = True
    for match in _LINE.finditer(text):
        raw = match.group()
        line = raw.strip()
        if not line:
            continue
        if len(line) <= 300:
            key = _key(line)
            if len(line) > 15 and key in seen:
                out.append(Residue(match.start(), match.end(), "repeated"))
                continue
            seen.add(key)
        if len(line) <= 120 and (patterns.line.fullmatch(line) or line.startswith(patterns.starts)):
            out.append(Residue(match.start(), match.end(), "residue"))
            continue
        if len(line) <= 70 and _DATE_LINE.fullmatch(line):
            out.append(Residue(match.start(), match.end(), "date line"))
            continue
        end = _dateline(raw, patterns, first=first)
        if end:
            out.append(Residue(match.start(), match.start() + end, "dateline"))
        if len(line) > 60:
            first = False
    return out


def _key(line: str) -> str:
    return " ".join(fold(w) for w in line.split())


def _dateline(raw: str, patterns: _Patterns, *, first: bool) -> int:
    """Length of the dateline that opens a line, 0 if none: «القاهرة - وكالات:», «الخرطوم (رويترز) - », «09:12 - », or a
    whole short line of place and outlet («عين اليوم – واشنطن»)."""
    lead = len(raw) - len(raw.lstrip())
    head = raw[lead : lead + _MAX_DATELINE]
    stamp = _STAMP.match(head)
    if stamp is not None:
        return lead + stamp.end()
    words = [fold(w.strip('()«»"،:-–—')) for w in head.split()]
    agency = _AGENCY.match(head)
    if agency is not None and any(fold(w) in patterns.dateline for w in agency.group("who").split()):
        return lead + agency.end()
    colon = _COLON.search(head)
    if colon is not None:
        before = head[: colon.start()]
        own = words[: len(before.split())]
        known = any(w in patterns.dateline for w in own)
        if (
            len(own) <= 7
            and (known or (_DASHED.search(before + " ") is not None and len(own) <= 5))
            and (known or first)
        ):
            return lead + colon.end()
    whole = raw.strip()
    if len(whole) <= 45 and first and _DASHED.search(whole + " ") and any(w in patterns.dateline for w in words):
        return len(raw)
    end = 0
    if first and len(whole) > _MAX_DATELINE:
        # «أنقرة - الأناضول - قال», «عمر إبراهيم – ترأس»: short stretches between dashes before the first words
        for dash in _DASHED.finditer(head):
            own = words[len(head[:end].split()) : len(head[: dash.start() + 1].split())]
            if not 1 <= len(own) <= 4 or fold(head[dash.end() :].split(" ")[0]) in patterns.after_aside:
                break
            end = dash.end()
    return lead + end if end else 0
