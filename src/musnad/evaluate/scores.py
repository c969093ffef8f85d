"""Scores of predicted against gold records.

A predicted record is *detected* when a gold record of the same document has the same event and an overlapping trigger;
each gold record is matched once, the pair that agrees most on its arguments first. A detected record is *right* when its
actor codes, recipient codes, speaker code and factuality all agree: ``record`` is the F1 of right records.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from musnad.evaluate.gold import Coded, Document, Who

_SINGLE = ("speaker", "via", "initiator")


class F1(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean, to three decimals."""

    p: float
    r: float
    f1: float

    @classmethod
    def of(cls, true: int, gold: int, predicted: int) -> F1:
        """From counts; 0 where there is nothing to divide by."""
        p = true / predicted if predicted else 0.0
        r = true / gold if gold else 0.0
        return cls(round(p, 3), round(r, 3), round(2 * p * r / (p + r), 3) if p + r else 0.0)


class Tally(msgspec.Struct):
    """Counts of one event or rule. ``detected`` and ``right`` count predicted records."""

    gold: int = 0
    predicted: int = 0
    detected: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of predicted records that are right; None if none is predicted."""
        return round(self.right / self.predicted, 3) if self.predicted else None


class Mistake(msgspec.Struct, frozen=True):
    """A gold record missed, a predicted one that is spurious, or a pair that differs in an argument."""

    kind: str
    document: str
    gold: Coded | None
    predicted: Coded | None


@dataclass(slots=True)
class Scores:
    """All scores of one evaluation. ``judged`` holds (predicted record, whether it is right)."""

    documents: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    events: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mistakes: list[Mistake] = field(default_factory=list)
    judged: list[tuple[Coded, bool]] = field(default_factory=list)

    def f1(self, what: str) -> F1:
        """F1 of ``record``, ``detect``, ``trigger``, ``actors`` or ``recipients``."""
        if what in ("actors", "recipients"):
            return F1.of(self.counts[what], self.counts[what + "_gold"], self.counts[what + "_predicted"])
        return F1.of(self.counts[what], self.counts["gold"], self.counts["predicted"])

    def share(self, what: str) -> float | None:
        """Share of detected pairs that agree on ``what``; time and place where gold has one (None if it never has)."""
        if what in ("time", "place"):
            return round(self.counts[what] / n, 3) if (n := self.counts[what + "_gold"]) else None
        return round(self.counts[what] / max(self.counts["detect"], 1), 3)

    def headline(self) -> dict[str, object]:
        """The figures of the reference scorer, under its names."""
        out: dict[str, object] = {
            "documents": self.documents,
            "gold": self.counts["gold"],
            "predicted": self.counts["predicted"],
        }
        for what in ("record", "detect", "trigger", "actors", "recipients"):
            out[what] = msgspec.to_builtins(self.f1(what))
        for what in (*_SINGLE, "factuality", "mode", "time", "place"):
            out[what] = self.share(what)
        ranked = sorted(self.events.items(), key=lambda item: -item[1].gold)
        out["by_event"] = {
            event: {
                **msgspec.to_builtins(F1.of(tally.detected, tally.gold, tally.predicted)),
                "gold": tally.gold,
                "predicted": tally.predicted,
            }
            for event, tally in ranked
        }
        return out


def _codes(whos: Sequence[Who] | None) -> Counter[tuple[str | None, str | None]]:
    return Counter(who.code for who in whos or ())


def _code(who: Who | None) -> tuple[str | None, str | None] | None:
    return who.code if who else None


def _agreement(gold: Coded, predicted: Coded) -> int:
    score = sum((_codes(gold.actors) & _codes(predicted.actors)).values())
    score += sum((_codes(gold.recipients) & _codes(predicted.recipients)).values())
    score += _code(gold.speaker) == _code(predicted.speaker)
    return score + (gold.factuality == predicted.factuality)


def match(gold: Sequence[Coded], predicted: Sequence[Coded], *, typed: bool = True) -> list[tuple[int, int]]:
    """Index pairs of gold and predicted records that tell of the same trigger (and, if ``typed``, the same event)."""
    pairs = [
        (-_agreement(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if g.trigger and p.trigger and (not typed or g.event == p.event) and g.trigger.overlaps(p.trigger)
    ]
    out: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            out.append((i, j))
    return out


def score(documents: Iterable[Document], predicted: Iterable[Coded]) -> Scores:
    """Score ``predicted`` records (of any documents, in any order) against the gold ``documents``."""
    by_document: defaultdict[str, list[Coded]] = defaultdict(list)
    for record in predicted:
        by_document[record.article_id].append(record)
    out = Scores()
    for document in documents:
        _document(out, document, by_document[document.id])
    return out


def _document(out: Scores, document: Document, predicted: list[Coded]) -> None:
    gold = document.records
    out.documents += 1
    out.counts["gold"] += len(gold)
    out.counts["predicted"] += len(predicted)
    out.counts["trigger"] += len(match(gold, predicted, typed=False))
    pairs = match(gold, predicted)
    found = {i for i, _ in pairs}
    put = {j for _, j in pairs}
    for i, g in enumerate(gold):
        out.events[g.event].gold += 1
        if i not in found:
            out.mistakes.append(Mistake("missed", document.id, g, None))
    for j, p in enumerate(predicted):
        for tally in (out.events[p.event], out.rules[p.rule]):
            tally.predicted += 1
        if j not in put:
            out.mistakes.append(Mistake("spurious", document.id, None, p))
            out.judged.append((p, False))
    for i, j in pairs:
        right = _pair(out, gold[i], predicted[j])
        out.judged.append((predicted[j], right))
        if not right:
            out.mistakes.append(Mistake("argument", document.id, gold[i], predicted[j]))


def _pair(out: Scores, gold: Coded, predicted: Coded) -> bool:
    """Count what a detected pair agrees on; whether it is right as a whole."""
    counts = out.counts
    counts["detect"] += 1
    whole = True
    for what in ("actors", "recipients"):
        a, b = _codes(getattr(gold, what)), _codes(getattr(predicted, what))
        counts[what] += sum((a & b).values())
        counts[what + "_gold"] += sum(a.values())
        counts[what + "_predicted"] += sum(b.values())
        whole = whole and a == b
    for what in _SINGLE:
        counts[what] += _code(getattr(gold, what)) == _code(getattr(predicted, what))
    counts["factuality"] += gold.factuality == predicted.factuality
    counts["mode"] += gold.mode == predicted.mode
    if gold.day:
        counts["time_gold"] += 1
        counts["time"] += gold.day == predicted.day
    if gold.country:
        counts["place_gold"] += 1
        counts["place"] += gold.country == predicted.country
    right = whole and _code(gold.speaker) == _code(predicted.speaker) and gold.factuality == predicted.factuality
    for tally in (out.events[predicted.event], out.rules[predicted.rule]):
        tally.detected += 1
        tally.right += right
    counts["record"] += right
    return right
