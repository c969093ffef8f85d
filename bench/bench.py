"""Measures Musnad and appends the figures to bench/history.jsonl, with date, commit and machine.

    python bench/bench.py            # a few minutes
    python bench/bench.py --full     # memory with long articles (tens of minutes)
    python bench/bench.py --only throughput,scaling

Every figure is taken in a process of its own; articles are made by bench/articles.py (280 words and a little more each).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from articles import article, articles, page  # noqa: E402

HISTORY = HERE / "history.jsonl"
MAIN = "from musnad.cli import main; main()"


def write_articles(path: Path, count: int, words: int = 280) -> None:
    """A JSON lines file of made articles."""
    with path.open("w", encoding="utf-8") as file:
        for item in articles(count, words=words):
            file.write(json.dumps(item, ensure_ascii=False) + "\n")


def command(*args: object) -> tuple[float, float]:
    """Seconds of ``musnad ARGS`` and the peak memory of its largest process, in MB."""
    program = f"import resource, sys\nimport atexit\nfrom musnad.cli import main\n{_REPORT}\nmain()"
    started = time.perf_counter()
    result = subprocess.run([sys.executable, "-c", program, *map(str, args)], capture_output=True, check=False)
    seconds = time.perf_counter() - started
    if result.returncode:
        raise SystemExit(result.stderr.decode()[-2000:])
    return seconds, float(result.stderr.rsplit(b"peak-mb ", 1)[1].split()[0])


_REPORT = """
def report():
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sys.stderr.write(f"\\npeak-mb {max(own, children) / 1024:.1f}\\n")
atexit.register(report)
"""


def _warm(folder: Path) -> None:
    """Code one article, so that what is measured next does not hold the one-time compilation of the lexicon."""
    path = folder / "warm.jsonl"
    write_articles(path, 1)
    command("code", path, "-o", folder / "warm.out.jsonl", "-j", 1, "-q")


def throughput(folder: Path, _full: bool) -> dict[str, Any]:
    """Articles per second in one process, coder loaded, and what each stage costs."""
    from musnad.engines.work import Settings, Worker
    from musnad.readers import Document, Inputs, Options

    path = folder / "t.jsonl"
    write_articles(path, 300)
    worker = Worker(Settings())
    _ = worker.coder
    stages: dict[str, float] = {}
    started = time.perf_counter()
    documents = list(Inputs([str(path)], Options(), lambda _: None))
    stages["read"] = time.perf_counter() - started
    words = sum(len(d.text.split()) for d in documents)
    records = 0
    began, cpu = time.perf_counter(), time.process_time()
    for document in documents:
        outcome = worker.work(document)
        records += sum(outcome.events.values())
        for name, seconds in outcome.stages.items():
            stages[name] = stages.get(name, 0.0) + seconds
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    pages = [Document(where="", id=str(n), page=page(article(n)).encode()) for n in range(40)]
    mark = time.perf_counter()
    from musnad.readers.markup import extract

    extract(pages[0])
    mark = time.perf_counter()
    for one in pages:
        extract(one)
    return {
        "articles_per_second": round(len(documents) / seconds, 1),
        "articles_per_cpu_second": round(len(documents) / cpu, 1),
        "microseconds_per_word": round(cpu / words * 1e6, 1),
        "records_per_article": round(records / len(documents), 1),
        "stage_ms_per_article": {k: round(v / len(documents) * 1000, 3) for k, v in stages.items() if k != "extract"},
        "html_extraction_ms_per_page": round((time.perf_counter() - mark) / len(pages) * 1000, 1),
    }


def coder_stages(_folder: Path, _full: bool) -> dict[str, Any]:
    """Milliseconds an article in each room of the coder, from the profiler (which slows all of them alike)."""
    import cProfile
    import pstats

    from musnad.engines.work import Settings, Worker
    from musnad.readers import Document

    worker = Worker(Settings())
    _ = worker.coder
    documents = [Document(where="", **item) for item in articles(60)]
    for document in documents[:5]:
        worker.work(document)
    profile = cProfile.Profile()
    profile.enable()
    for document in documents:
        worker.work(document)
    profile.disable()
    rooms: dict[str, float] = {}
    for (file, _line, _name), row in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        parts = Path(file).parts
        room = parts[parts.index("musnad") + 1].removesuffix(".py") if "musnad" in parts else "python"
        rooms[room] = rooms.get(room, 0.0) + row[2]
    total = sum(rooms.values())
    return {
        "share_of_time": {
            k: round(v / total, 3) for k, v in sorted(rooms.items(), key=lambda p: -p[1]) if v / total > 0.005
        }
    }


def startup(folder: Path, _full: bool) -> dict[str, Any]:
    """Seconds from the command to the first record, the caches warm; the best of three."""
    path = folder / "s.txt"
    path.write_text(article(1)["text"], encoding="utf-8")
    best = 1e9
    for _ in range(4):
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", MAIN, "code", str(path), "--format", "jsonl"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if process.stdout is not None:
            process.stdout.readline()
        best = min(best, time.perf_counter() - started)
        process.communicate()
    return {"seconds_to_first_record": round(best, 2)}


def linearity(_folder: Path, _full: bool) -> dict[str, Any]:
    """Microseconds a character for one article of growing size, on one line: the same if the coder is linear."""
    from musnad.article import Article
    from musnad.coder import Coder

    coder = Coder()
    base = " ".join(a["text"].replace("\n", " ") for a in articles(40))
    out = {}
    for size in (5_000, 50_000, 500_000, 5_000_000):
        text = (base * (size // len(base) + 1))[:size]
        started = time.process_time()
        coder.code(Article(id="x", text=text, date=dt.date(2016, 5, 1)))
        out[str(size)] = round((time.process_time() - started) / size * 1e6, 2)
    values = list(out.values())
    return {"microseconds_per_character": out, "largest_to_second": round(values[-1] / values[1], 2)}


def scaling(folder: Path, _full: bool) -> dict[str, Any]:
    """Whole runs with one and two processes, start included."""
    path = folder / "c.jsonl"
    count = 1500
    write_articles(path, count)
    _warm(folder)
    seconds = {}
    outputs = []
    for jobs in (1, 2):
        out = folder / f"c{jobs}.jsonl"
        seconds[jobs], _ = command("code", path, "-o", out, "-j", jobs, "-q")
        outputs.append(out.read_bytes())
    return {
        "articles_per_second_1_job": round(count / seconds[1], 1),
        "articles_per_second_2_jobs": round(count / seconds[2], 1),
        "speedup": round(seconds[1] / seconds[2], 2),
        "same_bytes": outputs[0] == outputs[1],
        "load_before": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def memory(folder: Path, full: bool) -> dict[str, Any]:
    """Peak memory of the largest process for 1,000 and 100,000 articles, two jobs. The articles are short ones of 25
    words (minutes instead of half an hour); with --full they have 280."""
    words = 280 if full else 25
    out: dict[str, Any] = {"words": words}
    _warm(folder)
    for count in (1000, 100_000):
        path = folder / "m.jsonl"
        write_articles(path, count, words)
        seconds, peak = command("code", path, "-o", folder / "m.out.jsonl", "-j", 2, "-q")
        out[f"peak_mb_{count}"] = peak
        out[f"seconds_{count}"] = round(seconds, 1)
        (folder / "m.out.jsonl").unlink()
    out["ratio"] = round(out["peak_mb_100000"] / out["peak_mb_1000"], 3)
    return out


PARTS: dict[str, Callable[[Path, bool], dict[str, Any]]] = {
    "throughput": throughput,
    "coder_stages": coder_stages,
    "startup": startup,
    "linearity": linearity,
    "scaling": scaling,
    "memory": memory,
}


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    model = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    return {"cpu": model, "cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version()}


def commit() -> str:
    """The commit measured, with + if there are changes on top."""
    run = ["git", "-C", str(HERE)]
    head = subprocess.run(
        [*run, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    changed = subprocess.run(
        [*run, "status", "--porcelain", "-uno"], capture_output=True, text=True, check=False
    ).stdout
    return head + ("+" if changed.strip() else "")


def main() -> None:
    """Measure, print, append."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="articles of 280 words for the memory figure")
    parser.add_argument("--only", help=f"parts, with commas: {', '.join(PARTS)}")
    parser.add_argument("--no-history", action="store_true", help="print only")
    options = parser.parse_args()
    wanted = options.only.split(",") if options.only else list(PARTS)
    figures: dict[str, Any] = {}
    for name in wanted:
        # Each part in a process of its own, so that none measures what another left in memory.
        code = (
            "import sys, json, tempfile, pathlib\n"
            f"sys.path.insert(0, {str(HERE)!r})\nimport bench\n"
            "with tempfile.TemporaryDirectory() as t:\n"
            f"    print(json.dumps(bench.PARTS[{name!r}](pathlib.Path(t), {options.full!r})))"
        )
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        if result.returncode:
            figures[name] = {"failed": result.stderr.strip().splitlines()[-1:]}
        else:
            figures[name] = json.loads(result.stdout.strip().splitlines()[-1])
        print(f"{name}: {json.dumps(figures[name])}", flush=True)
    now = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%MZ")
    entry = {"date": now, "commit": commit(), "machine": machine(), "full": options.full, **figures}
    if not options.no_history:
        with HISTORY.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
