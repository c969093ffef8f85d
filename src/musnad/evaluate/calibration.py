"""Fitting the confidence table to gold, and how well confidences match what is observed.

The fit is a logistic regression with a penalty on every weight (ridge): an event or rule that the gold shows seldom is
drawn towards the base, so no rule is trusted or damned on two records.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec
import yaml

from musnad.coder.confidence import CalibrationTable, Confidence, features

BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
# Penalties, as the weight of evidence for "this changes nothing"; chosen by what predicts documents left out best.
_PENALTY = {"event": 2.0, "rule": 5.0, "feature": 3.0}
_MIN_RULE = 3  # a rule seen less often has no weight of its own
_MAX_ROUNDS = 200
_ENOUGH = 1e-5  # largest step at which the fit is done


class Bin(msgspec.Struct, frozen=True):
    """Records whose confidence lies in [low, high): how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    records: int
    confidence: float
    right: float


def reliability(judged: Iterable[tuple[float, bool]], bins: Sequence[float] = BINS) -> list[Bin]:
    """The reliability table of (confidence, right) pairs; bins without records are left out."""
    rows = list(judged)
    out = []
    for low, high in pairwise(bins):
        inside = [(c, ok) for c, ok in rows if low <= c < high]
        if inside:
            n = len(inside)
            mean = sum(c for c, _ in inside) / n
            out.append(Bin(low, min(high, 1.0), n, round(mean, 3), round(sum(ok for _, ok in inside) / n, 3)))
    return out


def gap(table: Sequence[Bin]) -> float | None:
    """Expected calibration error: mean distance of confidence and observed share, weighted by records."""
    n = sum(b.records for b in table)
    return round(sum(b.records * abs(b.confidence - b.right) for b in table) / n, 3) if n else None


@dataclass(slots=True, frozen=True)
class Seen:
    """What the confidence of one record may depend on."""

    event: str
    rule: str
    features: tuple[str, ...]


class Recorder(Confidence):
    """Stands in for the table while gold is coded: keeps what each record looks like. The "confidence" it gives is
    the number of the record in ``seen``, so that whoever has the record finds its features again."""

    def __init__(self) -> None:
        super().__init__(CalibrationTable())
        self.seen: list[Seen] = []

    def of(
        self, *, event: str, rule: str, nominal: bool, actors: int, unknown_actors: int, depth: int, factuality: str
    ) -> float:
        """The number of the record."""
        held = features(
            nominal=nominal, actors=actors, unknown_actors=unknown_actors, depth=depth, factuality=factuality
        )
        self.seen.append(Seen(event, rule, held))
        return float(len(self.seen) - 1)


def fit(rows: Sequence[tuple[Seen, bool]], *, gold: str = "", coder: str = "") -> CalibrationTable:
    """The table that best explains which of ``rows`` are right. ``gold`` and ``coder`` are noted in it."""
    if not rows:
        return CalibrationTable()
    frequent = {rule for rule, n in Counter(seen.rule for seen, _ in rows).items() if n >= _MIN_RULE}
    members: dict[tuple[str, str], list[int]] = {("base", ""): list(range(len(rows)))}
    for i, (seen, _) in enumerate(rows):
        keys = [("event", seen.event), *(("feature", name) for name in seen.features)]
        if seen.rule in frequent:
            keys.append(("rule", seen.rule))
        for key in keys:
            members.setdefault(key, []).append(i)
    right = [float(ok) for _, ok in rows]
    odds = [0.0] * len(rows)
    weight = dict.fromkeys(members, 0.0)
    for _ in range(_MAX_ROUNDS):
        largest = 0.0
        for key, indices in members.items():  # one Newton step for each weight in turn
            penalty = _PENALTY.get(key[0], 0.0)
            slope = -penalty * weight[key]
            curve = penalty + 1e-6
            for i in indices:
                p = 1 / (1 + math.exp(-odds[i]))
                slope += right[i] - p
                curve += p * (1 - p)
            step = max(-2.0, min(2.0, slope / curve))
            weight[key] += step
            for i in indices:
                odds[i] = max(-30.0, min(30.0, odds[i] + step))
            largest = max(largest, abs(step))
        if largest < _ENOUGH:
            break

    def part(kind: str) -> dict[str, float]:
        return {name: round(w, 2) for (k, name), w in sorted(weight.items()) if k == kind and abs(w) >= 0.005}

    return CalibrationTable(
        base=round(weight["base", ""], 2),
        events=part("event"),
        rules=part("rule"),
        features=part("feature"),
        fitted={"gold": gold, "coder": coder, "records": len(rows), "right": int(sum(right))},
    )


def chance(table: CalibrationTable, seen: Seen) -> float:
    """The confidence the table gives, without rounding or bounds."""
    total = table.base + table.events.get(seen.event, 0.0) + table.rules.get(seen.rule, 0.0)
    total += sum(table.features.get(name, 0.0) for name in seen.features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def crossed(rows: Sequence[tuple[str, Seen, bool]], folds: int = 5) -> list[tuple[float, bool]]:
    """(confidence, right) of each (document, seen, right) row, its confidence from a table that was fitted without
    the documents of its fold: what to expect on text not seen before."""
    names = sorted({document for document, _, _ in rows})
    fold = {name: i % folds for i, name in enumerate(names)}
    out = []
    for k in range(folds):
        table = fit([(seen, ok) for document, seen, ok in rows if fold[document] != k])
        out += [(chance(table, seen), ok) for document, seen, ok in rows if fold[document] == k]
    return out


_HEAD = """\
# Confidence of records, in log-odds: base + event + rule + features gives the chance that a record is right (event,
# trigger, actor codes, recipient codes, speaker code and factuality). Written by
#   musnad evaluate GOLD.jsonl --fit-calibration THIS_FILE
# and fit to be edited by hand. Rules and events that are not listed add nothing.
"""


def to_yaml(table: CalibrationTable) -> str:
    """The table as the text of a data file."""
    text: str = yaml.safe_dump(msgspec.to_builtins(table), allow_unicode=True, sort_keys=False, width=120)
    return _HEAD + text
