"""Scores on small fixed cases, agreement with the reference scorer, and what ``musnad evaluate`` prints and refuses."""

from __future__ import annotations

import importlib.util
import json
import os
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from musnad.cli.evaluate import command
from musnad.errors import InputError
from musnad.evaluate import Document, read_gold, score
from musnad.evaluate.gold import Coded
from musnad.evaluate.report import as_json, as_text

SCORER = Path(os.environ.get("MUSNAD_SCORER", Path(__file__).parents[2] / "shared/eval/score.py"))


def who(code: str, name: str | None = None) -> dict[str, Any]:
    country, _, sector = code.partition("/")
    return {"country": country or None, "sector": sector or None, "name": name}


def record(event: str, start: int, actors: str = "", recipients: str = "", **more: Any) -> dict[str, Any]:
    """A record whose trigger is the four characters from ``start``; codes are written «RUS/GOV TUR/GOV»."""
    value: dict[str, Any] = {
        "event": event,
        "trigger": {"in": more.pop("field", "text"), "start": start, "end": start + 4, "text": "xxxx"},
        "actors": [who(c) for c in actors.split()],
        "recipients": [who(c) for c in recipients.split()],
        "factuality": "actual",
        "rule": "test",
    }
    return value | more


def scored(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, Any]:
    document = msgspec.convert({"id": "d", "text": "", "records": gold}, Document)
    return as_json(score([document], msgspec.convert([{"article_id": "d"} | p for p in predicted], list[Coded])))


SAY = record("SAY", 10, "RUS/GOV")


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param([SAY], [SAY], {"record": 1.0, "detect": 1.0}, id="the same"),
        pytest.param([SAY], [], {"record": 0.0, "detect": 0.0}, id="nothing predicted"),
        pytest.param([], [SAY], {"record": 0.0, "detect": 0.0}, id="nothing gold"),
        pytest.param([SAY], [record("SAY", 13, "RUS/GOV")], {"record": 1.0}, id="triggers overlap by one character"),
        pytest.param([SAY], [record("SAY", 14, "RUS/GOV")], {"detect": 0.0}, id="triggers touch"),
        pytest.param([SAY], [record("SAY", 10, "RUS/GOV", field="title")], {"detect": 0.0}, id="another field"),
        pytest.param([SAY], [record("AGREE", 10, "RUS/GOV")], {"detect": 0.0, "trigger": 1.0}, id="another event"),
        pytest.param([SAY], [record("SAY", 10, "RUS/LEG")], {"detect": 1.0, "record": 0.0}, id="another actor"),
        pytest.param([SAY], [record("SAY", 10, "RUS/GOV", "USA/GOV")], {"record": 0.0}, id="a recipient too many"),
        pytest.param([SAY], [record("SAY", 10, "RUS/GOV", speaker=who("/JRN"))], {"record": 0.0}, id="a speaker"),
        pytest.param([SAY], [record("SAY", 10, "RUS/GOV", via=who("RUS/JRN"))], {"record": 1.0}, id="a carrier more"),
        pytest.param([SAY], [record("SAY", 10, "RUS/GOV", factuality="future")], {"record": 0.0}, id="the future"),
        pytest.param([SAY], [SAY, SAY], {"record": 0.667}, id="twice predicted, once matched"),
    ],
)
def test_matching(gold: list[dict[str, Any]], predicted: list[dict[str, Any]], expected: dict[str, float]) -> None:
    result = scored(gold, predicted)
    assert {key: result[key]["f1"] for key in expected} == expected


def test_the_best_agreeing_pair_is_matched_first() -> None:
    """Two records on one trigger: each takes the gold record whose actors it shares, in whatever order they come."""
    gold = [record("SAY", 10, "RUS/GOV"), record("SAY", 10, "TUR/GOV")]
    assert scored(gold, gold[::-1])["record"]["f1"] == 1.0


def test_codes_are_multisets() -> None:
    result = scored(
        [record("CONSULT", 5, "RUS/GOV RUS/GOV USA/GOV")], [record("CONSULT", 5, "RUS/GOV USA/GOV USA/GOV")]
    )
    assert result["actors"] == {"p": 0.667, "r": 0.667, "f1": 0.667}
    assert result["record"]["f1"] == 0.0


def test_time_and_place_count_only_where_gold_has_them() -> None:
    gold = [record("CONSULT", 5, time={"value": "2016-12-13TEV"}), record("CONSULT", 50)]
    predicted = [record("CONSULT", 5, time={"value": "2016-12-13"}), record("CONSULT", 50, time={"value": "2011"})]
    assert scored(gold, predicted)["time"] == 1.0
    assert scored(gold, predicted)["place"] is None


def test_precision_per_rule_and_event() -> None:
    gold = [record("SAY", 10, "RUS/GOV"), record("SAY", 30, "RUS/GOV")]
    predicted = [
        record("SAY", 10, "RUS/GOV", rule="a"),
        record("SAY", 30, "USA/GOV", rule="a"),
        record("ASSAULT", 50, rule="b"),
    ]
    result = scored(gold, predicted)
    assert result["by_rule"] == {
        "a": {"predicted": 2, "detected": 2, "right": 1, "precision": 0.5},
        "b": {"predicted": 1, "detected": 0, "right": 0, "precision": 0.0},
    }
    assert result["precision_by_event"] == {"SAY": 0.5, "ASSAULT": 0.0}


def test_mistakes_say_what_differs() -> None:
    gold = [record("SAY", 10, "RUS/GOV"), record("ASSAULT", 30)]
    predicted = [record("SAY", 10, "USA/GOV", factuality="future"), record("REJECT", 60)]
    document = msgspec.convert({"id": "d7", "text": "", "records": gold}, Document)
    text = "\n".join(
        as_text(
            score([document], msgspec.convert([{"article_id": "d7"} | p for p in predicted], list[Coded])), errors=9
        )
    )
    assert "argument in d7: actors, factuality" in text
    assert "missed in d7: ASSAULT" in text
    assert "spurious in d7" in text


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer is not on this machine")
@pytest.mark.parametrize("seed", range(20))
def test_the_reference_scorer_gives_the_same_numbers(seed: int) -> None:
    """On made-up documents, dense enough for every kind of competition between records."""
    spec = importlib.util.spec_from_file_location("reference_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    rng = random.Random(seed)
    codes = ["RUS/GOV", "USA/GOV", "SYR/REB", "/UNK", "IGO/"]

    def one() -> dict[str, Any]:
        def maybe() -> dict[str, Any] | None:
            return who(rng.choice(codes)) if rng.random() < 0.4 else None

        return record(
            rng.choice(["SAY", "ASSAULT", "CONSULT"]),
            rng.randrange(0, 30),
            " ".join(rng.choices(codes, k=rng.randrange(3))),
            " ".join(rng.choices(codes, k=rng.randrange(2))),
            speaker=maybe(),
            via=maybe(),
            initiator=maybe(),
            factuality=rng.choice(["actual", "future"]),
            mode=rng.choice([None, "phone"]),
            time=rng.choice([None, {"value": "2016-12-13TEV"}, {"value": "2016-12-13"}, {"value": "2016"}]),
            place=rng.choice([None, {"country": "SYR"}, {"country": None}]),
        )

    documents = [{"id": f"d{n}", "text": "", "records": [one() for _ in range(rng.randrange(6))]} for n in range(8)]
    predicted = [{"article_id": f"d{rng.randrange(9)}"} | one() for _ in range(30)]
    expected, expected_errors = reference.score(documents, predicted)
    scores = score(msgspec.convert(documents, list[Document]), msgspec.convert(predicted, list[Coded]))
    assert scores.headline() == expected
    assert [(m.kind, m.document) for m in scores.mistakes] == [(kind, doc) for kind, doc, _, _ in expected_errors]


# the command ------------------------------------------------------------------------------------------------------


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_command_scores_a_file(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {"id": "d", "text": "…", "date": "2016-12-14", "records": [SAY]})
    predicted = write(tmp_path / "p.jsonl", SAY | {"article_id": "d", "confidence": 0.85})
    result = CliRunner().invoke(command, [str(gold), "--predicted", str(predicted), "--json"])
    assert result.exit_code == 0, result.output
    value = json.loads(result.output)
    assert value["record"]["f1"] == 1.0
    assert value["reliability"] == [{"low": 0.8, "high": 0.9, "records": 1, "confidence": 0.85, "right": 1.0}]
    result = CliRunner().invoke(command, [str(gold), "--predicted", str(predicted), "--errors", "3"])
    assert "0.80 - 0.90" in result.output


def test_command_codes_the_gold_itself(tmp_path: Path) -> None:
    text = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده ستواصل الحوار مع تركيا."
    said = record("SAY", 0, "RUS/GOV")
    gold = write(tmp_path / "gold.jsonl", {"id": "d", "text": text, "date": "2016-12-14", "records": [said]})
    result = CliRunner().invoke(command, [str(gold), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["by_event"]["SAY"]["r"] == 1.0


def test_skip_and_limit(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", *({"id": f"d{n}", "text": "…", "records": []} for n in range(5)))
    empty = write(tmp_path / "p.jsonl")
    result = CliRunner().invoke(
        command, [str(gold), "--predicted", str(empty), "--json", "--skip", "1", "--limit", "3"]
    )
    assert json.loads(result.output)["documents"] == 3


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("", "no documents"),
        ("{\n", "gold.jsonl:1"),
        ('{"id": "d", "text": "…", "records": []}\n{"id": "e", "text": "…"}\n', "gold.jsonl:2"),
        ('{"id": "d", "text": "…", "records": [], "date": "yesterday"}\n', "gold.jsonl:1"),
        ('{"id": "d", "text": "…", "records": [{"event": "SAY"}]}\n', "gold.jsonl:1"),
        ("[" * 100_000 + "\n", "gold.jsonl:1"),
    ],
)
def test_bad_gold_is_refused_with_its_line(tmp_path: Path, content: str, named: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=named):
        read_gold(path)


def test_a_gold_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl"):
        read_gold(tmp_path / "none.jsonl")
