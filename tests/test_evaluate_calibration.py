"""The confidence table: bounded, cheap, fitted so that about 80 % of what it calls 0.8 is right."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.cli.evaluate import command
from musnad.coder.confidence import CalibrationTable, Confidence, features
from musnad.errors import DataError
from musnad.evaluate.calibration import Recorder, Seen, chance, crossed, fit, gap, reliability, to_yaml

PLAIN = {"nominal": False, "actors": 1, "unknown_actors": 0, "depth": 0, "factuality": "actual"}


def ask(table: Confidence, event: str = "SAY", rule: str = "say.say", **more: object) -> float:
    return table.of(event=event, rule=rule, **(PLAIN | more))  # type: ignore[arg-type]


def test_shipped_table_loads_and_is_within_bounds() -> None:
    table = Confidence.load()
    assert 0.02 <= ask(table, "ASSAULT", "no.such.rule", nominal=True, unknown_actors=1, actors=0) <= 0.98
    assert ask(table) > ask(table, unknown_actors=1), "an actor without a country makes a record less sure"


def test_features_that_hold() -> None:
    assert features(nominal=False, actors=1, unknown_actors=0, depth=0, factuality="actual") == ()
    assert features(nominal=True, actors=0, unknown_actors=0, depth=2, factuality="negated") == (
        "nominal",
        "no actor",
        "nested speakers",
        "not actual",
    )
    assert features(nominal=False, actors=2, unknown_actors=1, depth=1, factuality="actual") == (
        "several actors",
        "unknown actor",
        "one speaker",
    )


def test_lookup_is_cheap() -> None:
    table = Confidence.load()
    started = time.perf_counter()
    for _ in range(20_000):
        ask(table)
    assert (time.perf_counter() - started) / 20_000 < 50e-6  # measured below 1 µs: this guards against a slow rewrite


def rows(n: int, seed: int = 1) -> list[tuple[Seen, bool]]:
    """Made-up records: SAY is right in 80 %, ASSAULT in 40 %, and a nominal trigger halves the odds."""
    rng = random.Random(seed)
    out = []
    for _ in range(n):
        event = rng.choice(["SAY", "ASSAULT"])
        nominal = rng.random() < 0.5
        odds = (4.0 if event == "SAY" else 0.67) * (0.5 if nominal else 1.0)
        seen = Seen(event, event.lower() + rng.choice([".a", ".b"]), ("nominal",) if nominal else ())
        out.append((seen, rng.random() < odds / (1 + odds)))
    return out


def test_fit_finds_what_is_there() -> None:
    table = fit(rows(4000))
    assert chance(table, Seen("SAY", "say.a", ())) == pytest.approx(0.80, abs=0.04)
    assert chance(table, Seen("ASSAULT", "assault.a", ("nominal",))) == pytest.approx(0.25, abs=0.05)
    assert table.features["nominal"] < -0.4


def test_a_rare_rule_is_drawn_towards_its_event() -> None:
    """One rule that failed four times of four is not thought hopeless."""
    table = fit([*rows(2000), *[(Seen("SAY", "say.rare", ()), False)] * 4])
    assert 0.35 < chance(table, Seen("SAY", "say.rare", ())) < 0.75


def test_fit_is_deterministic_and_survives_a_round_trip(tmp_path: Path) -> None:
    table = fit(rows(300), gold="own.jsonl", coder="musnad")
    assert table == fit(rows(300), gold="own.jsonl", coder="musnad")
    path = tmp_path / "calibration.yaml"
    path.write_text(to_yaml(table), encoding="utf-8")
    assert Confidence.load(path).table == table


def test_left_out_documents_are_judged_fairly() -> None:
    judged = [(f"d{i % 20}", seen, ok) for i, (seen, ok) in enumerate(rows(3000))]
    table = reliability(crossed(judged))
    error = gap(table)
    assert error is not None
    assert error < 0.05
    assert sum(b.records for b in table) == 3000


def test_reliability_bins() -> None:
    table = reliability([(0.85, True), (0.81, True), (0.89, False), (1.0, True), (0.5, False)])
    assert [(b.low, b.high, b.records, b.right) for b in table] == [
        (0.5, 0.6, 1, 0.0),
        (0.8, 0.9, 3, 0.667),
        (0.9, 1.0, 1, 1.0),
    ]
    assert gap([]) is None


@pytest.mark.parametrize("rows_", [[], [(Seen("SAY", "r", ()), True)], [(Seen("SAY", "r", ()), False)] * 50])
def test_fit_of_next_to_nothing(rows_: list[tuple[Seen, bool]]) -> None:
    assert 0.0 <= chance(fit(rows_), Seen("SAY", "r", ("nominal",))) <= 1.0


def test_recorder_numbers_what_it_sees() -> None:
    recorder = Recorder()
    assert [ask(recorder), ask(recorder, "ASSAULT", "x", nominal=True)] == [0.0, 1.0]
    assert recorder.seen[1] == Seen("ASSAULT", "x", ("nominal",))


@pytest.mark.parametrize("content", ["base: high\n", "bases: 1.0\n", "[1, 2]\n", "base: [\n"])
def test_a_broken_table_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "calibration.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"calibration\.yaml"):
        Confidence.load(path)


def test_empty_table_says_one_half() -> None:
    assert ask(Confidence(CalibrationTable())) == 0.5


def test_fitting_to_gold_writes_a_table(tmp_path: Path) -> None:
    """The whole way: the coder is asked what it sees, the table fitted and written, and it loads."""
    text = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ستواصل الحوار مع تركيا."
    said = {
        "event": "SAY",
        "trigger": {"in": "text", "start": 0, "end": 3, "text": "قال"},
        "actors": [{"country": "RUS", "sector": "GOV"}],
        "factuality": "actual",
    }
    rows = [{"id": f"d{n}", "text": text, "date": "2016-12-14", "records": [said]} for n in range(6)]
    gold, out = tmp_path / "gold.jsonl", tmp_path / "calibration.yaml"
    gold.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    result = CliRunner().invoke(command, [str(gold), "--fit-calibration", str(out)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    table = Confidence.load(out).table
    assert table.fitted["gold"] == "gold.jsonl"
    assert table.fitted["records"] >= 6
    assert "say.say" in table.rules or "SAY" in table.events or table.base > 0
    assert "expected calibration error" in result.output
