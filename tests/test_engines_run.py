"""Many articles: the same bytes for any number of jobs, ids, quarantine, workers that die."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from musnad.engines.output import Progress
from musnad.engines.progress import Meter, duration
from musnad.engines.run import Runner
from musnad.engines.seen import Seen
from musnad.engines.work import Outcome, Settings, Worker
from musnad.errors import MusnadError
from musnad.readers import Document

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from articles import article, page


def musnad(*args: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from musnad.cli import main; main()", *map(str, args)]
    return subprocess.run(command, capture_output=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    lines = [json.dumps(article(n, 60), ensure_ascii=False) for n in range(90)]
    lines[5] = "{broken"
    lines[40] = json.dumps({"id": "english", "text": "The minister met his counterpart in the capital."})
    lines[41] = json.dumps({"id": "none", "text": ""})
    lines.insert(50, lines[49])  # the same article again
    lines.insert(
        60, json.dumps({**article(500, 60), "id": article(20, 60)["id"]}, ensure_ascii=False)
    )  # another under that id
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "b.html").write_text(page(article(700)), encoding="utf-8")
    return folder


def test_same_bytes_for_any_number_of_jobs(archive: Path, tmp_path: Path) -> None:
    outs = []
    for jobs in (1, 2, 3):
        out = tmp_path / f"o{jobs}.jsonl"
        result = musnad("code", archive, "-o", out, "-j", jobs)
        assert result.returncode == 0, result.stderr.decode()
        outs.append((out.read_bytes(), Path(f"{out}.quarantine.jsonl").read_bytes()))
        assert not list(tmp_path.glob("*.partial"))
        assert not list(tmp_path.glob("*.progress"))
    assert outs[0] == outs[1] == outs[2]
    ids = [json.loads(line)["id"] for line in outs[0][0].splitlines()]
    assert len(ids) == len(set(ids))
    articles = {json.loads(line)["article_id"] for line in outs[0][0].splitlines()}
    assert article(20)["id"] in articles
    assert article(20)["id"] + "~2" in articles
    assert "b" in articles
    aside = {json.loads(line)["problem"] for line in outs[0][1].splitlines()}
    assert aside == {"unreadable", "language", "empty", "duplicate"}
    said = result.stderr.decode()
    assert "89 articles coded" in said
    assert "1 duplicate" in said
    assert "not Arabic" in said


def test_standard_output_is_the_same_too(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    musnad("code", archive, "-o", out, "-j", 1, "-q")
    assert musnad("code", archive, "-j", 2, "--format", "jsonl").stdout == out.read_bytes()


class Sink:
    def __init__(self) -> None:
        self.payload = b""
        self.progress = Progress()

    def commit(self, payload: bytes, aside: bytes, progress: Progress) -> None:
        self.payload += payload
        self.progress = progress


def documents(count: int, words: int = 40) -> list[Document]:
    return [Document(where=f"w{n}", **article(n, words)) for n in range(count)]  # type: ignore[arg-type]


def test_an_article_that_crashes_the_coder_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(Settings())
    real = worker.coder.code

    def code(given: Any) -> Any:
        if given.id == article(1)["id"]:
            raise RecursionError("too deep")
        return real(given)

    monkeypatch.setattr(worker.coder, "code", code)
    first, second = (worker.work(d) for d in documents(2))
    assert first.problem is None
    assert second.problem == "crash"
    assert "RecursionError" in second.message


def test_a_worker_that_dies_is_replaced_and_its_article_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from musnad.engines import pool

    items = documents(100, 20)
    items[37].title = "DIE"
    monkeypatch.setattr(pool, "_serve", _serve)
    notes: list[str] = []
    sink = Sink()
    summary = Runner(Settings(), 2, notes.append).run(items, sink)
    assert summary.counts == {"coded": 99, "crash": 1}
    assert any("w37" in n and "died" in n for n in notes)


def _serve(pipe: Any, settings: Settings) -> None:
    """A worker that is killed by one article, as by the system when memory ends."""
    pipe.send("ready")
    try:
        while True:
            out = []
            for document in pipe.recv():
                if document.title == "DIE":
                    os.kill(os.getpid(), signal.SIGKILL)
                out.append(Outcome(where=document.where, id=document.id, payload=b"x\n"))
            pipe.send(out)
    except (EOFError, OSError):
        return


def _never(pipe: Any, settings: Settings) -> None:
    sys.exit(3)


def test_workers_that_cannot_start_are_an_error_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from musnad.engines import pool

    monkeypatch.setattr(pool, "_serve", _never)
    with pytest.raises(MusnadError, match="cannot start"):
        Runner(Settings(), 2, lambda _: None).run(documents(100, 20), Sink())


def test_notes_do_not_flood() -> None:
    notes: list[str] = []
    items = [Document(where=f"w{n}", id=f"e{n}", text=f"only english {n}") for n in range(200)]
    summary = Runner(Settings(), 1, notes.append).run(items, Sink())
    assert summary.counts == {"language": 200}
    assert len(notes) == 51


def test_seen_tells_copies_from_namesakes() -> None:
    seen = Seen()

    def name(id_: str, text: str) -> str | None:
        return seen.resolve(Document(where="", id=id_, text=text))

    assert [name("a", "1"), name("a", "1"), name("a", "2"), name("a", "2"), name("a", "3"), name("b", "1")] == [
        *("a", None, "a~2", None, "a~3", "b"),
    ]
    assert name("\ud800", "x") == "\ud800"
    seen.close()


def test_bad_dates_are_noted_and_the_article_is_coded() -> None:
    (document,) = documents(1)
    document.date = "one fine day"
    outcome = Worker(Settings()).work(document)
    assert outcome.problem is None
    assert "one fine day" in outcome.notes[0]


def test_durations() -> None:
    assert [duration(s) for s in (0, 59.6, 200, 18180)] == ["0 s", "1 min 00 s", "3 min 20 s", "5 h 03 min"]


def test_time_left_of_a_resumed_job_is_guessed_from_what_this_run_does(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """80 % were done before and were read again in no time; a tenth of the rest took ten seconds: 90 s are left."""
    from musnad.engines import progress

    clock = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: clock[0])
    meter = Meter(1000)
    meter.shown = 0.0
    runner = Runner(Settings(), 1, lambda _: None, meter=meter)
    done = Progress(documents=3, last="w2")
    seen = Seen()
    assert [d.where for d in runner._fresh(documents(5, 5), seen, done, lambda: 800)] == ["w3", "w4"]
    seen.close()
    clock[0] = 110.0
    meter.update(2, 5, 820)
    assert "82%, 1 min 30 s left" in capsys.readouterr().err


def test_meter_is_silent_when_told(capsys: pytest.CaptureFixture[str]) -> None:
    meter = Meter(100, quiet=True)
    meter.shown = -100
    meter.update(1, 1, 50)
    assert capsys.readouterr().err == ""
    meter.quiet = False
    meter.update(1, 1, 50)
    assert "50%" in capsys.readouterr().err


def test_ray_engine_needs_ray_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(article(n, 40)) + "\n" for n in range(12)) + "{broken\n", encoding="utf-8")
    try:
        import ray  # noqa: F401
    except ImportError:
        result = musnad("code", path, "-o", tmp_path / "o.jsonl", "--engine", "ray")
        assert result.returncode == 2
        assert b"musnad[ray]" in result.stderr
        return
    local = tmp_path / "local.jsonl"
    musnad("code", path, "-o", local, "-q")
    for suffix in ("jsonl", "parquet"):
        result = musnad("code", path, "-o", tmp_path / f"o.{suffix}", "--engine", "ray", "-j", 2)
        assert result.returncode == 0, result.stderr.decode()[-2000:]
        assert b"12 articles coded" in result.stderr
        assert b"not coded: 1 unreadable" in result.stderr
        again = musnad("code", path, "-o", tmp_path / f"o.{suffix}", "--engine", "ray", "-j", 2)
        assert b"part files are there" in again.stderr  # old parts and new ones would be mixed
    parts = b"".join(p.read_bytes() for p in sorted((tmp_path / "o.jsonl").glob("part-*")))
    assert sorted(parts.splitlines()) == sorted(local.read_bytes().splitlines())
    import polars as pl

    assert pl.read_parquet(tmp_path / "o.parquet" / "*.parquet").height == len(parts.splitlines())
    assert "no JSON" in (tmp_path / "o.jsonl.quarantine.jsonl").read_text()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("-o", "o.jsonl", "--resume"), b"ray-resume"),
        (("-o", "o.tsv", "--layout", "icews"), b"ray-kinds"),
        ((), b"-o OUT"),
    ],
)
def test_options_that_ray_does_not_have_are_refused(tmp_path: Path, args: tuple[str, ...], said: bytes) -> None:
    (tmp_path / "in.jsonl").write_text("{}\n")
    result = musnad("code", tmp_path / "in.jsonl", "--engine", "ray", *args)
    assert (result.returncode, result.stdout) == (2, b"")
    assert said in result.stderr


def test_the_collector_runs_again_once_the_coder_is_loaded() -> None:
    assert Worker(Settings()).coder
    assert gc.isenabled()
