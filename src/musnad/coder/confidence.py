"""How sure a record is: the chance that its event, actors, recipients, speaker and factuality are all right.

An additive table in log-odds, small enough to read (``data/calibration.yaml``): a base, what each event and each rule
add to it (drawn towards nought where the gold shows few of them), and what a handful of features add. It is fitted by
``musnad evaluate GOLD --fit-calibration`` (module ``evaluate.calibration``).
"""

from __future__ import annotations

import math
from pathlib import Path

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, read_yaml

_FLOOR, _CEILING = 0.02, 0.98  # never quite sure
_MEMO = 1 << 14  # distinct feature sets kept


def features(*, nominal: bool, actors: int, unknown_actors: int, depth: int, factuality: str) -> tuple[str, ...]:
    """The features of the table that hold for a record.

    ``nominal``: the trigger is a noun. ``actors``: how many actors; ``unknown_actors``: those without a country.
    ``depth``: how many links the chain of attribution has.
    """
    out = []
    if nominal:
        out.append("nominal")
    if not actors:
        out.append("no actor")
    elif actors > 1:
        out.append("several actors")
    if unknown_actors:
        out.append("unknown actor")
    if depth == 1:
        out.append("one speaker")
    elif depth > 1:
        out.append("nested speakers")
    if factuality != "actual":
        out.append("not actual")
    return tuple(out)


class CalibrationTable(msgspec.Struct, forbid_unknown_fields=True):
    """The table as data. All figures but ``fitted`` are log-odds."""

    base: float = 0.0
    events: dict[str, float] = {}
    rules: dict[str, float] = {}
    features: dict[str, float] = {}
    fitted: dict[str, str | int | float] = {}


class Confidence:
    """Looks confidences up. Cheap: the answer to each set of features is kept."""

    def __init__(self, table: CalibrationTable) -> None:
        self.table = table
        self._memo: dict[tuple[object, ...], float] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> Confidence:
        """From ``path``, else the shipped table. Raises DataError naming the file and what is wrong in it."""
        path = path or DATA / "calibration.yaml"
        try:
            return cls(msgspec.convert(read_yaml(path), CalibrationTable))
        except OSError as error:
            raise DataError("calibration-read", f"{path}: {error.strerror or error}", "check the path") from error
        except msgspec.ValidationError as error:
            advice = "fit it anew: musnad evaluate GOLD --fit-calibration FILE"
            raise DataError("calibration", f"{path}: {error}", advice) from error

    def of(
        self, *, event: str, rule: str, nominal: bool, actors: int, unknown_actors: int, depth: int, factuality: str
    ) -> float:
        """The chance, 0.02 to 0.98, that such a record is right, to two decimals. Arguments as for :func:`features`."""
        key = (event, rule, nominal, actors, unknown_actors, depth, factuality)
        known = self._memo.get(key)
        if known is not None:
            return known
        table = self.table
        odds = table.base + table.events.get(event, 0.0) + table.rules.get(rule, 0.0)
        for name in features(
            nominal=nominal, actors=actors, unknown_actors=unknown_actors, depth=depth, factuality=factuality
        ):
            odds += table.features.get(name, 0.0)
        odds = min(30.0, max(-30.0, odds))
        value = round(min(_CEILING, max(_FLOOR, 1 / (1 + math.exp(-odds)))), 2)
        if len(self._memo) < _MEMO:
            self._memo[key] = value
        return value
