"""``musnad who`` and ``musnad actors``: input forms, a user's own dictionaries, faults that name file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.cli import cli
from musnad.errors import DataError, InputError
from musnad.lexicon import actors
from musnad.lexicon.actor_faults import check_file
from musnad.resolve.who import Knowledge


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("MUSNAD_ACTORS", str(tmp_path / "own"))
    monkeypatch.setenv("MUSNAD_CACHE", str(tmp_path / "cache"))
    return CliRunner()


def test_who_arguments_and_lines(run: CliRunner) -> None:
    result = run.invoke(cli, ["who", "ملك الأردن", "--date", "2015-01-01"])
    row = json.loads(result.output)
    assert (row["country"], row["sector"], row["kind"]) == ("JOR", "GOV", "person")
    lines = "الرئيس الأميركي\t2010-01-01\nالرئيس الأميركي\t2018-01-01\nشيء لا يعرف\t2018-01-01\n"
    result = run.invoke(cli, ["who", "--line-format", "tsv"], input=lines)
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [r["name"] for r in rows] == ["Barack Obama", "Donald Trump", None]


def test_who_bad_date(run: CliRunner) -> None:
    result = run.invoke(cli, ["who", "ملك الأردن", "--date", "2015-13-40"])
    assert isinstance(result.exception, InputError)
    assert "2015-13-40" in str(result.exception)


def test_add_list_and_override(run: CliRunner) -> None:
    done = run.invoke(
        cli,
        ["actors", "add", "Zayd Example", "--ar", "زيد المثال", "--country", "TUN", "--sector", "GOV",
         "--office", "water minister", "--from", "2020-01"],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "زيد المثال" in run.invoke(cli, ["actors", "list", "Zayd"]).output
    row = json.loads(run.invoke(cli, ["who", "زيد المثال", "--date", "2021-05-05"]).output)
    assert (row["name"], row["country"], row["sector"], row["office"]) == (
        "Zayd Example",
        "TUN",
        "GOV",
        "water minister",
    )


def test_add_refuses_an_unknown_country(run: CliRunner) -> None:
    result = run.invoke(cli, ["actors", "add", "X", "--ar", "س", "--country", "QQQ"])
    assert isinstance(result.exception, InputError)
    assert "QQQ" in str(result.exception)


def test_faults_name_file_line_and_remedy(run: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- {name: Good Group, ar: [الجماعة الطيبة], country: TUN, sector: PTY, kind: group}\n"
        "- {name: Bad Group, ar: [الجماعة السيئة], country: TUN, sector: XYZ, kind: group}\n",
        encoding="utf-8",
    )
    result = run.invoke(cli, ["actors", "check", str(path)])
    assert result.exit_code == 2
    assert f"{path}:2" in result.output
    assert "XYZ" in result.output
    with pytest.raises(DataError, match="XYZ"):
        Knowledge.load([path])
    lenient = Knowledge.load([path], lenient=True)
    assert lenient.who("الجماعة الطيبة", None).country == "TUN"  # type: ignore[union-attr]
    bad = lenient.who("الجماعة السيئة", None)
    assert bad is None or bad.country is None


def test_broken_yaml_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("- {name: X, ar: [س\n", encoding="utf-8")
    assert [str(p) for p in check_file(path) if str(path) in str(p)]
    path.write_text(
        "country: TUN\noffices:\n  foreign minister:\n    - {name: A, ar: [أ ب], from: '2019-02-31', to: null}\n"
        "    - {name: B, ar: [ج د], from: '2019', to: '2018'}\n",
        encoding="utf-8",
    )
    messages = [str(p) for p in check_file(path)]
    assert any("2019-02-31" in m and ":4:" in m for m in messages)
    assert any("before it begins" in m for m in messages)


def test_our_own_files_are_sound() -> None:
    assert [str(p) for path in actors.data_files() for p in check_file(path)] == []


def test_import_wikidata(run: CliRunner, tmp_path: Path) -> None:
    rows = [
        {"person": {"value": "http://www.wikidata.org/entity/Q1000001"}, "personLabel": {"value": "Amal Sample"},
         "ar": {"value": "أمل العينة"}, "positionLabel": {"value": "Minister of Foreign Affairs"},
         "country": {"value": "MRT"}, "start": {"value": "2030-01-02T00:00:00Z"}},
        {"person": {"value": "http://www.wikidata.org/entity/Q1000001"}, "personLabel": {"value": "Amal Sample"},
         "ar": {"value": "أمل العينة"}, "alias": {"value": "أمل بنت العينة"}, "country": {"value": "MRT"},
         "positionLabel": {"value": "Minister of Defence"}, "start": {"value": "2028-00-00T00:00:00Z"},
         "end": {"value": "2030-01-02T00:00:00Z"}},
    ]  # fmt: skip
    source = tmp_path / "sparql.json"
    source.write_text(json.dumps({"head": {}, "results": {"bindings": rows}}), encoding="utf-8")
    done = run.invoke(cli, ["actors", "import-wikidata", str(source)])
    assert done.exit_code == 0, done.output
    for date, office in (("2031-01-01", "foreign minister"), ("2029-01-01", "defence minister")):
        row = json.loads(run.invoke(cli, ["who", "أمل العينة", "--date", date]).output)
        assert (row["name"], row["country"], row["office"], row["wikidata"]) == (
            "Amal Sample",
            "MRT",
            office,
            "Q1000001",
        )
    source.write_text("{]", encoding="utf-8")
    assert isinstance(run.invoke(cli, ["actors", "import-wikidata", str(source)]).exception, InputError)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("- name: A Front\n  ar: [جبهة الألف]\n  country: SYX\n  sector: REB\n", "mine.yaml:3: unknown country 'SYX'"),
        ("- foo\n", "mine.yaml:1: entry 1 is none we know: 'foo'"),
        (
            "- name: A Front\n  ar: [جبهة الألف]\n  country: SYR\n  sector: REB\n"
            "  leaders:\n    - {name: A B, ar: [ألف باء], from: '2015-13'}\n",
            "mine.yaml:6: A Front: from: '2015-13' is no date",
        ),
    ],
)
def test_who_names_a_fault_and_goes_on_when_lenient(tmp_path: Path, content: str, fault: str) -> None:
    good = "- name: B Front\n  ar: [جبهة الباء الكبرى]\n  country: SYR\n  sector: REB\n  kind: group\n"
    path = tmp_path / "mine.yaml"
    path.write_text(content + good, encoding="utf-8")
    strict = CliRunner().invoke(cli, ["who", "جبهة الباء الكبرى", "--actors", str(path)])
    assert strict.exit_code and fault in str(strict.exception)
    lenient = CliRunner().invoke(cli, ["who", "جبهة الباء الكبرى", "--lenient", "--actors", str(path)])
    assert fault in lenient.stderr and '"name":"B Front"' in lenient.stdout
