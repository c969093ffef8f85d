"""A job killed at any moment goes on with nothing lost and nothing twice."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from musnad.article import Article
from musnad.engines.output import Job, Progress, WorkFile
from musnad.engines.work import Settings, Worker
from musnad.errors import InputError, MusnadError
from musnad.writers import LAYOUTS, Bundle, Head, json_bytes

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from articles import article


def command(*args: object) -> list[str]:
    return [sys.executable, "-c", "from musnad.cli import main; main()", *map(str, args)]


def run(*args: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command(*args), capture_output=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("resume") / "in.jsonl"
    lines = [json.dumps(article(n, 120), ensure_ascii=False) for n in range(420)]
    lines[100] = "{broken"
    lines[200] = lines[199]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("jobs", [1, 2])
def test_kill_9_ten_times_and_resume(archive: Path, tmp_path: Path, jobs: int) -> None:
    whole = tmp_path / "whole.jsonl"
    assert run("code", archive, "-o", whole, "-j", jobs, "-q").returncode == 0
    dice = random.Random(jobs)
    out = tmp_path / "killed.jsonl"
    kills = 0
    for _ in range(10):
        process = subprocess.Popen(
            command("code", archive, "-o", out, "-j", jobs, "-q", "--resume"), stderr=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(0.2, 2.0))
        process.send_signal(signal.SIGKILL)
        kills += process.wait() == -signal.SIGKILL
    assert kills >= 3
    result = run("code", archive, "-o", out, "-j", jobs, "--resume")
    assert result.returncode == 0, result.stderr.decode()
    assert out.read_bytes() == whole.read_bytes()
    assert Path(f"{out}.quarantine.jsonl").read_bytes() == Path(f"{whole}.quarantine.jsonl").read_bytes()
    assert not out.with_name(out.name + ".partial").exists()
    assert b"already complete" in run("code", archive, "-o", out, "--resume").stderr


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_late_kills_of_files_with_columns(archive: Path, tmp_path: Path, suffix: str) -> None:
    """Killed when most is done, while parts are joined as well: the same bytes after ``--resume``."""
    whole = tmp_path / f"whole.{suffix}"
    begun = time.monotonic()
    assert run("code", archive, "-o", whole, "-j", 2, "-q").returncode == 0
    took = time.monotonic() - begun
    kills = 0
    for share in (0.5, 0.75, 0.95):
        out = tmp_path / f"killed-{share}.{suffix}"
        process = subprocess.Popen(command("code", archive, "-o", out, "-j", 2, "-q"), stderr=subprocess.DEVNULL)
        time.sleep(took * share)
        process.send_signal(signal.SIGKILL)
        kills += process.wait() == -signal.SIGKILL
        result = run("code", archive, "-o", out, "-j", 2, "--resume")
        assert result.returncode == 0, result.stderr.decode()
        assert out.read_bytes() == whole.read_bytes()
    assert kills


def test_a_signal_stops_cleanly_and_parquet_resumes(archive: Path, tmp_path: Path) -> None:
    import polars as pl

    whole, out = tmp_path / "whole.parquet", tmp_path / "o.parquet"
    assert run("code", archive, "-o", whole, "-q").returncode == 0
    process = subprocess.Popen(command("code", archive, "-o", out, "-j", 1), stderr=subprocess.PIPE)
    journal = out.with_name(out.name + ".progress")
    for _ in range(200):
        time.sleep(0.05)
        if journal.exists() and journal.read_bytes().count(b"\n") > 2:
            break
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"--resume goes on" in said
    assert not out.exists()
    assert run("code", archive, "-o", out).returncode == 2  # it will not throw the work away unasked
    assert run("code", archive, "-o", out, "--resume").returncode == 0
    assert pl.read_parquet(out).equals(pl.read_parquet(whole))


def work(out: Path, *, resume: bool = True, job: Job | None = None) -> WorkFile:
    return WorkFile(out, LAYOUTS["jsonl"], job or Job(inputs=[("a", 1)]), resume=resume, restart=False, quarantine=None)


def test_work_after_the_last_progress_is_cut_off(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    file = work(out)
    file.commit(b"one\n", b"q1\n", Progress(documents=1, last="a"))
    file.commit(b"two\n", b"", Progress(documents=2, last="b"))
    file.close()
    with file.partial.open("ab") as more:
        more.write(b"thr")
    with file.journal.open("ab") as more:
        more.write(b'{"documents":3,"la')
    file = work(out)
    assert (file.progress.documents, file.progress.last) == (2, "b")
    file.commit(b"three\n", b"q3\n", Progress(documents=3, last="c"))
    file.finish()
    assert out.read_bytes() == b"one\ntwo\nthree\n"
    assert file.quarantine.read_bytes() == b"q1\nq3\n"


def test_progress_that_the_file_does_not_bear_out_is_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    file = work(out)
    file.commit(b"one\n", b"", Progress(documents=1))
    file.commit(b"two\n", b"", Progress(documents=2))
    file.close()
    os.truncate(file.partial, 5)  # a power cut
    assert work(out).progress.documents == 1


def test_other_inputs_cannot_be_gone_on_with(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    work(out).close()
    with pytest.raises(InputError, match="inputs changed"):
        work(out, job=Job(inputs=[("b", 1)]))
    with pytest.raises(InputError, match="unfinished"):
        work(out, resume=False)
    with pytest.raises(InputError, match="no such folder"):
        work(tmp_path / "none" / "o.jsonl")


def test_a_disk_that_fills_loses_nothing_that_was_finished(archive: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "o.jsonl"
    assert run("code", archive, "-o", whole, "-q").returncode == 0
    limit = whole.stat().st_size // 2

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = subprocess.run(
        command("code", archive, "-o", out, "-j", 1, "-q"),
        capture_output=True,
        timeout=300,
        check=False,
        preexec_fn=small,
    )  # a file may grow no further: what a full disk looks like
    assert result.returncode == 2
    assert b"output-write" in result.stderr
    assert b"--resume" in result.stderr
    assert b"Traceback" not in result.stderr
    result = run("code", archive, "-o", out, "--resume")
    assert result.returncode == 0, result.stderr.decode()
    assert out.read_bytes() == whole.read_bytes()


def test_full_disk_error_of_the_work_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = work(tmp_path / "o.jsonl")

    class Full:
        def write(self, _data: bytes) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(file, "_out", Full())
    with pytest.raises(MusnadError, match="No space left"):
        file.commit(b"x", b"", Progress(documents=1))
    assert file.progress.documents == 0


@pytest.mark.parametrize("name", ["o.jsonl.gz", "o.csv", "o.parquet"])
def test_a_disk_that_fills_while_the_output_is_made(tmp_path: Path, name: str) -> None:
    """All is coded, and there is no room for the output: no half of one stays, and ``--resume`` makes it."""
    archive = tmp_path / "in.jsonl"
    archive.write_text("".join(json.dumps(article(n, 60)) + "\n" for n in range(20)), encoding="utf-8")
    out, whole = tmp_path / name, tmp_path / f"whole-{name}"
    assert run("code", archive, "-o", whole, "-q").returncode == 0
    program = (
        "import resource, sys\n"
        "from musnad.engines.output import WorkFile\n"
        "convert = WorkFile._convert\n"
        "def full(self):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "    convert(self)\n"
        "WorkFile._convert = full\n"
        "from musnad.cli import main; main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", program, "code", str(archive), "-o", str(out), "-q"],
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 2
    assert b"output-write" in result.stderr
    assert b"Traceback" not in result.stderr
    left = {p.name for p in tmp_path.glob(f"{name}*")}
    assert left == {f"{name}.partial", f"{name}.progress"}
    again = run("code", archive, "-o", out, "--resume")
    assert again.returncode == 0, again.stderr.decode()
    assert out.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_goes_on_where_it_was_cut_off(tmp_path: Path, layout: str) -> None:
    """Stopped after every batch, with a piece of the next one written: the same output as of one run."""
    articles = [Article(**{**article(n, 60), "date": dt.date(2019, 3, 4)}) for n in range(4)]
    settings = Settings(shape="bundle+text" if LAYOUTS[layout].needs_text else "bundle")
    coder = Worker(settings).coder
    bundles = [
        json_bytes(Bundle(Head(id=a.id, title=a.title, date=a.date, text=a.text), coder.code(a))) + b"\n"
        for a in articles
    ]
    suffix = ".parquet" if layout == "parquet" else ".out"

    def opened(name: str) -> WorkFile:
        return WorkFile(
            tmp_path / f"{name}{suffix}", LAYOUTS[layout], Job(), resume=True, restart=False, quarantine=None
        )

    whole = opened("whole")
    for number, line in enumerate(bundles, 1):
        whole.commit(line, b"", Progress(documents=number))
    whole.finish()
    for number, line in enumerate(bundles, 1):
        cut = opened("cut")
        assert cut.progress.documents == number - 1
        cut.commit(line, b"", Progress(documents=number))
        cut.close()
        with cut.partial.open("ab") as more:
            more.write(line[:200])
    last = opened("cut")
    last.finish()

    def content(path: Path) -> dict[str, bytes]:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return {file.name if path.is_dir() else "": file.read_bytes() for file in files}

    assert content(tmp_path / f"cut{suffix}") == content(tmp_path / f"whole{suffix}")
    assert {p.name for p in tmp_path.iterdir()} == {f"cut{suffix}", f"whole{suffix}"}
