"""``musnad code`` as a command: the contract of docs/record.md, its notes, its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.cli.display import terminal_does_bidi

TEXT = (
    "المنامة - وكالات: بحث وزير الخارجية الأردني أيمن الصفدي مع نظيره التركي، أمس الأحد، ملف اللاجئين.\n"
    "وأكد الصفدي أن بلاده تدعم الحل السياسي.\nوقتل أربعة جنود في هجوم شنه مسلحون قرب بنغازي.\n"
)


def musnad(*args: object, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from musnad.cli import main; main()", *map(str, args)]
    return subprocess.run(
        command, input=stdin, capture_output=True, timeout=120, env={**os.environ, **env}, check=False
    )


def records(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def check_spans(value: object, article: dict[str, str]) -> int:
    """Every span points at its own text; how many there are."""
    count = 0
    if isinstance(value, dict):
        if value.get("in") is not None and value.get("start") is not None:
            assert article[str(value["in"])][value["start"] : value["end"]] == value["text"]
            count += 1
        count += sum(check_spans(v, article) for v in value.values())
    elif isinstance(value, list):
        count += sum(check_spans(v, article) for v in value)
    return count


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "n1.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    return path


def test_text_file(article: Path) -> None:
    result = musnad("code", article, "--date", "2019-03-04", "--title", "لقاء في المنامة", "--format", "jsonl")
    assert result.returncode == 0
    found = records(result)
    assert found
    assert {r["article_id"] for r in found} == {"n1"}
    given = {"text": article.read_bytes().decode(), "title": "لقاء في المنامة"}
    assert sum(check_spans(r, given) for r in found) > len(found)
    assert "page residue" in result.stderr.decode()
    assert "المنامة - وكالات:" in result.stderr.decode()
    again = musnad("code", article, "--date", "2019-03-04", "--title", "لقاء في المنامة", "--format", "jsonl")
    assert again.stdout == result.stdout


def test_standard_input_of_either_kind() -> None:
    plain = records(musnad("code", "-", "--date", "2019-03-04", stdin=TEXT.encode()))
    line = json.dumps({"id": "x", "text": TEXT, "title": "", "date": "2019-03-04"}).encode() + b"\n"
    lines = records(musnad("code", "-", stdin=line))
    assert [r["event"] for r in plain] == [r["event"] for r in lines] != []
    assert {r["article_id"] for r in lines} == {"x"}
    assert [r["date"] for r in plain] == [r["date"] for r in lines]


def test_lone_surrogates_come_out_as_escapes() -> None:
    line = '{"id":"s\\ud800","text":"\\udc00 ' + TEXT.split(": ")[1].split("\n")[0] + '"}\n'
    result = musnad("code", "-", stdin=line.encode())
    assert result.returncode == 0
    result.stdout.decode("utf-8")
    assert json.loads(result.stdout.splitlines()[0])["article_id"] == "s\ud800"


@pytest.mark.parametrize("stdin", [b"", b" \n\n", b"12 34\n", "\u200f\u200e".encode()])
def test_nothing_to_code_is_no_error(stdin: bytes) -> None:
    result = musnad("code", "-", stdin=stdin)
    assert (result.returncode, result.stdout) == (0, b"")
    assert b"nothing to code" in result.stderr


def test_other_languages_are_told_and_not_coded() -> None:
    result = musnad("code", "-", stdin=b"The minister met his counterpart in the capital.")
    assert (result.returncode, result.stdout) == (0, b"")
    assert b"not Arabic" in result.stderr


def test_unreadable_input_exits_2_with_its_name_and_the_reason(tmp_path: Path) -> None:
    result = musnad("code", tmp_path / "nowhere.txt")
    assert result.returncode == 2
    assert b"nowhere.txt" in result.stderr
    assert b"no such file" in result.stderr
    broken = tmp_path / "b.jsonl"
    broken.write_bytes(b"{nothing\n")
    result = musnad("code", broken)
    assert result.returncode == 2
    assert b"b.jsonl" in result.stderr
    assert b"no JSON" in result.stderr
    assert b"Traceback" not in result.stderr


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path, article: Path) -> None:
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 not really")
    result = musnad("code", tmp_path / "bad.parquet", article)
    assert result.returncode == 2
    assert records(result)


def test_wrong_options_say_what_to_do(article: Path) -> None:
    for args, said in (
        (("--date", "someday"), b"is no date"),
        (("-o", "x.unknown"), b"no known kind of output"),
        (("--resume",), b"-o OUT"),
        (("--map", "nope"), b"FIELD=COLUMN"),
    ):
        result = musnad("code", article, *args)
        assert result.returncode == 2
        assert said in result.stderr


def test_full_disk_on_standard_output(article: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    command = [sys.executable, "-c", "from musnad.cli import main; main()", "code", str(article)]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
    assert result.returncode == 2
    assert b"No space left" in result.stderr


def test_json_is_one_array(article: Path) -> None:
    assert json.loads(musnad("code", article, "--format", "json").stdout)
    assert json.loads(musnad("code", "-", "--format", "json", stdin=b"12").stdout) == []


def test_table_shows_who_what_whom_and_the_contacts(article: Path) -> None:
    out = musnad("code", article, "--date", "2019-03-04", "--format", "table", COLUMNS="110").stdout.decode()
    assert "CONSULT" in out
    assert "who" in out
    assert "Contacts" in out
    assert "بحث" in out
    turned = musnad("code", article, "--format", "table", "--bidi", "on", COLUMNS="110").stdout.decode()
    assert "بحث"[::-1] in turned


def test_terminals_that_order_text_themselves() -> None:
    assert terminal_does_bidi({"VTE_VERSION": "6003"})
    assert terminal_does_bidi({"KONSOLE_VERSION": "220401"})
    assert not terminal_does_bidi({"TERM": "xterm-256color"})


def test_control_characters_never_reach_the_terminal() -> None:
    text = TEXT.split(": ")[1].replace("ملف", "ملف \x1b[31m\x07\u202e")
    result = musnad("code", "-", "--format", "table", stdin=text.encode())
    assert b"\x1b" not in result.stdout
    assert b"\x07" not in result.stdout
    assert "\u202e".encode() not in result.stdout
