"""The pages say what the program does: every command and option, and outputs as they are printed."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from musnad.article import Article
from musnad.cli import COMMANDS, cli
from musnad.coder import Coder
from musnad.writers import Head, layout_for

ROOT = Path(__file__).parents[1]


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = _generator()
BLOCKS = [(page, command, body) for page in generate.PAGES for command, body in generate.blocks(page)]


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command and subcommand with its full name."""

    def walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None
                yield from walk(f"{name} {inner}", found)

    context = click.Context(cli)
    for name in COMMANDS:
        try:
            command = cli.get_command(context, name)
        except ModuleNotFoundError:
            continue  # test_every_command_exists says so
        assert command is not None
        yield from walk(f"musnad {name}", command)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_exists(name: str) -> None:
    assert importlib.util.find_spec(COMMANDS[name]) is not None


def test_every_command_has_its_help_on_the_page_of_commands() -> None:
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert [name for name, _ in commands() if f"<!-- run: {name} --help -->" not in page] == []


def test_every_option_is_on_the_page_of_commands_and_explained() -> None:
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    parameters = [(name, p) for name, c in commands() for p in c.params if isinstance(p, click.Option)]
    assert parameters
    assert [(name, p.name) for name, p in parameters if max(p.opts, key=len) not in page] == []


def test_every_option_has_a_word_of_help() -> None:
    options = [(name, p) for name, c in commands() for p in c.params if isinstance(p, click.Option)]
    assert [(name, p.name) for name, p in options if not p.help] == []


@pytest.mark.parametrize(("page", "command", "body"), BLOCKS, ids=[f"{p.name}:{command}" for p, command, _ in BLOCKS])
def test_printed_output_is_what_the_program_prints(page: Path, command: str, body: str) -> None:
    assert body == generate.fenced(generate.output(command)), f"{page.name} is stale: say `make docs`, read the diff"


def snippets() -> list[str]:
    """The Python of the README and of the page on Python."""
    text = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/python.md"))
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("snippet", snippets())
def test_python_examples_run(snippet: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(snippet, "example", "exec"), {})  # noqa: S102 - our own examples
    assert "print" not in snippet or capsys.readouterr().out.strip(), "the example prints nothing"


LOADED = ("outputs.md", "layouts.md")
MADE = {
    **dict.fromkeys(("events.jsonl", "events.csv", "events.tsv", "events.parquet", "annotations.jsonld")),
    "plover.jsonl": "plover",
    "polecat.tsv": "polecat",
    "icews.tsv": "icews",
    "gdelt.csv": "gdelt",
}


def loading(language: str) -> list[str]:
    """The pieces of a language on the pages about outputs."""
    text = "".join((ROOT / "docs" / page).read_text(encoding="utf-8") for page in LOADED)
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every output the pages load, of the sample articles."""
    folder = tmp_path_factory.mktemp("outputs")
    records = folder / "events.jsonl"
    articles = [Article(**article) for article in samples()]
    coder = Coder()
    coded = [(Head(id=a.id, title=a.title, date=a.date, source=a.source, url=a.url), coder.code(a)) for a in articles]
    for name, layout in MADE.items():
        writer = layout_for(str(folder / name), layout).open(folder / name)
        for head, found in coded:
            writer.write(head, found)
        writer.close()
    assert records.stat().st_size
    return folder


def samples() -> list[dict[str, Any]]:
    """A few articles that have events with two sides, a place and a title."""
    lines = (ROOT / "samples/articles.jsonl").read_text(encoding="utf-8").splitlines()[:6]
    rows = [json.loads(line) for line in lines]
    return [{**row, "date": dt.date.fromisoformat(row["date"])} for row in rows]


@pytest.mark.parametrize("snippet", loading("python"))
def test_outputs_load_in_python(outputs: Path, monkeypatch: pytest.MonkeyPatch, snippet: str) -> None:
    """Every line of the pages that loads something gives all records, with CAMEO codes as they were written."""
    monkeypatch.chdir(outputs)
    names: dict[str, Any] = {}
    rows = len((outputs / "events.jsonl").read_text(encoding="utf-8").splitlines())
    loads = [line for line in snippet.splitlines() if line and not line.startswith(("import", "from"))]
    assert len(loads) >= 8
    exec("\n".join(line for line in snippet.splitlines() if line not in loads), names)  # noqa: S102 - our own examples
    for line in loads:
        loaded = eval(line, names)  # noqa: S307 - our own examples
        assert len(loaded) >= rows, line
        column = next((c for c in ("cameo", "CAMEO Code", "EventCode") if c in getattr(loaded, "columns", ())), None)
        assert column is None or str(min(map(str, loaded[column]))).startswith("0"), line


@pytest.mark.parametrize("statement", [s.strip() for piece in loading("sql") for s in piece.split(";") if s.strip()])
def test_outputs_load_in_duckdb(outputs: Path, monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is a development tool: say `make setup`")
    monkeypatch.chdir(outputs)
    assert duckdb.sql(statement).fetchall()


@pytest.mark.parametrize("snippet", loading("r"))
def test_outputs_load_in_r(outputs: Path, snippet: str) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("no R here")
    for package in sorted(set(re.findall(r"(\w+)::", snippet))):
        asked = subprocess.run([program, "-e", f"library({package})"], capture_output=True, check=False)
        if asked.returncode:
            pytest.skip(f"no R package {package} here")
    result = subprocess.run([program, "-e", snippet], cwd=outputs, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "Warning" not in result.stderr


def test_the_plan_of_a_crawl_is_reckoned_right() -> None:
    """Every figure of docs/common-crawl.md from the table at its head."""
    page = (ROOT / "docs/common-crawl.md").read_text(encoding="utf-8")

    def given(name: str) -> float:
        match = re.search(rf"^\| {name} \| \*?([\d.,]+)", page, re.MULTILINE)
        assert match, name
        return float(match[1].replace(",", ""))

    files = 365 * given("WARC files a day")
    pages = files * given("pages in a WARC file")
    arabic = pages * given("share of Arabic pages") / 100
    hours = [
        files * given("start of a process") / 3600,
        pages * given("unpacking a page of a WARC, seeing that it is not Arabic") / 3.6e6,
        arabic * given("taking a page apart") / 3.6e6,
        arabic * given("coding an article of 300 words") / 3.6e6,
    ]
    rows = [row.split("|") for row in page[page.index("| step |") :].split("\n\n")[0].splitlines()[2:]]
    assert [row[-2].strip(" *") for row in rows] == [f"{h:.0f}" for h in (*hours, sum(hours))]
    whole = 1.3 * sum(hours)
    minutes = whole / (8 * 16) * 60
    for told in (
        f"{files:,.0f} files, {pages / 1e6:.0f} million pages, {arabic / 1e6:.1f} million of them Arabic",
        f"{whole:.0f} core-hours. 8 nodes of 16 cores do it in {minutes:.0f} minutes",
        f"{files * 8 / 8 / (minutes * 60):.1f} Gbit/s",  # a gigabyte a file, eight bits a byte, eight nodes
        f"it costs {whole * given('price of a core-hour'):.0f} USD. {files / 1000:.1f} TB must be read",
        f"is {arabic * 26 * 1.3e3 / 1e9:.0f} GB of JSON lines",
        f"one process 52.7: {92 / 52.7:.2f} times",
        f"16 of them {16 * 0.22:.1f} GB a node",
    ):
        assert told in " ".join(page.split()), told


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in generate.PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append((page.name, target))
    assert broken == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert [p.name for p in (ROOT / "docs").glob("*.md") if p.name != "index.md" and f"({p.name})" not in index] == []


def test_make_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"^ *make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named
    assert [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "exec make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_every_code_and_field_of_the_record_is_documented() -> None:
    from musnad.record import Entity, Record

    page = (ROOT / "docs/record.md").read_text(encoding="utf-8")
    fields = [*Record.__struct_encode_fields__, *Entity.__struct_encode_fields__]
    assert [name for name in fields if f"`{name}`" not in page] == []
