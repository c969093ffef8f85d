"""``musnad code``: articles in, records out. Thin: options, then readers, engine, writers."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, cast

import click
import msgspec

from musnad.errors import InputError, MusnadError

if TYPE_CHECKING:
    from musnad.engines.output import WorkFile
    from musnad.engines.run import Runner, Summary
    from musnad.engines.work import Settings
    from musnad.readers import Inputs, Options
    from musnad.writers import Layout

FORMATS = ("table", "jsonl", "json")
LAYOUT_NAMES = ("jsonl", "csv", "tsv", "parquet", "plover", "polecat", "icews", "gdelt", "brat", "w3c")
KIND_NAMES = ("text", "html", "warc", "xml", "jsonl", "json", "csv", "tsv", "parquet", "zip")


def note(text: str) -> None:
    """A line for people on standard error."""
    click.echo(f"musnad: {text}", err=True)


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "-o", "--output", "output", metavar="OUT", help="Write here instead of standard output; the suffix says how."
)
@click.option("--layout", type=click.Choice(LAYOUT_NAMES), help="How OUT is laid out, if its suffix does not say.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="On standard output. Default: table on a terminal, else jsonl."
)
@click.option("--date", "date_text", metavar="YYYY-MM-DD", help="Publication date of articles that give none.")
@click.option("--title", help="Title of articles that give none.")
@click.option("--source", help="Outlet of articles that give none.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column is the title, text, date, …; repeatable.",
)
@click.option("--input-kind", type=click.Choice(KIND_NAMES), help="What the inputs are, if names and content mislead.")
@click.option("--any-language", is_flag=True, help="Code articles that do not seem Arabic too.")
@click.option("-j", "--jobs", type=click.IntRange(1, 512), help="Processes. Default: all cores.")
@click.option("--resume", is_flag=True, help="Go on with an unfinished OUT.")
@click.option("--restart", is_flag=True, help="Begin an unfinished OUT again.")
@click.option(
    "--quarantine", metavar="FILE", help="Articles that could not be coded, and why. Default: OUT.quarantine.jsonl."
)
@click.option(
    "--actors",
    multiple=True,
    type=click.Path(exists=True),
    metavar="FILE",
    help="An actor file of your own; repeatable.",
)
@click.option(
    "--lexicon",
    multiple=True,
    type=click.Path(exists=True),
    metavar="FILE",
    help="A frame file of your own; repeatable.",
)
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Where the work is done."
)
@click.option("--ray-address", metavar="ADDRESS", help="Ray cluster to join. Default: a local one.")
@click.option("--allow-private", is_flag=True, help="URLs may lead to private addresses.")
@click.option(
    "--bidi",
    type=click.Choice(["auto", "on", "off"]),
    default="auto",
    show_default=True,
    help="Reorder right-to-left text.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def command(**options: Any) -> None:
    """Code the articles of INPUT: who did what to whom, when, where, on whose word.

    INPUT is a file (text, HTML, WARC, RSS or Atom, JSON lines, JSON, CSV, TSV, Parquet, zip; also .gz and .zst), a
    folder, a pattern, the URL of a feed or page, or - for standard input. Records go to standard output, or to OUT,
    whose suffix says how (.jsonl, .csv, .tsv, .parquet, .jsonld); notes go to standard error.
    """
    _run(msgspec.convert(options, Choice))


class Choice(msgspec.Struct, kw_only=True, frozen=True):
    """The options of the command."""

    inputs: tuple[str, ...]
    output: str | None = None
    layout: str | None = None
    form: str | None = None
    date_text: str | None = None
    title: str | None = None
    source: str | None = None
    mapping: tuple[str, ...] = ()
    input_kind: str | None = None
    any_language: bool = False
    jobs: int | None = None
    resume: bool = False
    restart: bool = False
    quarantine: str | None = None
    actors: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    engine: str = "local"
    ray_address: str | None = None
    allow_private: bool = False
    bidi: str = "auto"
    quiet: bool = False


def _run(choice: Choice) -> None:
    from musnad.readers import Inputs, Options
    from musnad.readers.columns import parse_map

    _check(choice)
    settings = _settings(choice)
    reading = Options(columns=parse_map(choice.mapping), kind=choice.input_kind)
    if choice.engine == "ray":
        _ray(choice, settings, reading)
        return
    fetch = _fetcher(choice) if any(n.startswith(("http://", "https://")) for n in choice.inputs) else None
    inputs = Inputs(choice.inputs, reading, note, fetch)
    summary = _to_stdout(choice, settings, inputs) if choice.output is None else _to_file(choice, settings, inputs)
    if summary is None:
        return
    if not choice.quiet and (choice.output is not None or sum(summary.counts.values()) > 1):
        _tell(summary, choice)
    if inputs.failed:
        for reason in inputs.failed[:20]:
            note(f"[input-read] {reason}")
        sys.exit(2)


def _check(choice: Choice) -> None:
    """Raises InputError for options that do not go together."""
    if choice.output is None and (choice.resume or choice.restart or choice.layout):
        raise InputError("output-missing", "--resume, --restart and --layout need an output file", "say -o OUT")
    if choice.output is not None and choice.form:
        raise InputError("output-form", "--format is for standard output", "use --layout or the suffix of OUT")


def _settings(choice: Choice) -> Settings:
    """How articles are worked on. Raises InputError if ``--date`` is none."""
    from musnad.engines.work import Settings
    from musnad.readers import Defaults
    from musnad.readers.dates import parse_date

    date = parse_date(choice.date_text)
    if choice.date_text and date is None:
        raise InputError("bad-date", f"--date: {choice.date_text!r} is no date", "write it as YYYY-MM-DD")
    return Settings(
        defaults=Defaults(date=date, title=choice.title, source=choice.source),
        any_language=choice.any_language,
        tell_residue=len(choice.inputs) <= 20 and all(n == "-" or n.lower().endswith(".txt") for n in choice.inputs),
        actors=choice.actors,
        lexicons=choice.lexicon,
    )


def _to_stdout(choice: Choice, settings: Settings, inputs: Inputs) -> Summary:
    """Code the inputs, records to standard output as they come."""
    from musnad.engines.run import Runner

    form = choice.form or ("table" if sys.stdout.isatty() else "jsonl")
    sink = _Stdout(form, cast(Literal["auto", "on", "off"], choice.bidi))
    settings = msgspec.structs.replace(settings, shape="bundle" if form == "table" else "records")
    summary = Runner(settings, _jobs(choice), note, prompt=True).run(inputs, sink)
    sink.close()
    return summary


def _to_file(choice: Choice, settings: Settings, inputs: Inputs) -> Summary | None:
    """Code the inputs into OUT; None if that is done already."""
    from musnad.engines.run import Runner
    from musnad.writers import layout_for

    layout = layout_for(cast(str, choice.output), choice.layout)
    work = _work_file(choice, layout, settings, inputs)
    if work.already:
        note(f"{choice.output}: already complete")
        return None
    shape = "records" if work.whole_records else "bundle+text" if layout.needs_text else "bundle"
    settings = msgspec.structs.replace(settings, shape=shape)
    return _interruptible(Runner(settings, _jobs(choice), note, meter=_meter(choice, inputs)), inputs, work)


def _jobs(choice: Choice) -> int:
    return choice.jobs or os.cpu_count() or 1


def _fetcher(choice: Choice) -> Any:
    from musnad.readers.fetch import Fetcher, simple

    return simple(Fetcher(allow_private=choice.allow_private))


def _meter(choice: Choice, inputs: Inputs) -> Any:
    from musnad.engines.progress import Meter

    return Meter(inputs.total, quiet=choice.quiet)


def _work_file(choice: Choice, layout: Layout, settings: Settings, inputs: Inputs) -> WorkFile:
    """The output as a work file, tied to its inputs, settings and coder."""
    from musnad import __version__
    from musnad.engines.output import Job, WorkFile
    from musnad.lexicon.frames import FrameLexicon

    told = repr((settings, choice.mapping, choice.input_kind, choice.layout)).encode("utf-8", "replace")
    lexicon = FrameLexicon.load([Path(p) for p in choice.lexicon])
    job = Job(
        inputs=[(name, Path(name).stat().st_size if Path(name).is_file() else 0) for name in inputs.names],
        settings=hashlib.sha256(told).hexdigest()[:16],
        coder=f"musnad {__version__} lexicon {lexicon.fingerprint}",
    )
    out = Path(cast(str, choice.output))
    aside = Path(choice.quarantine) if choice.quarantine else None
    return WorkFile(out, layout, job, resume=choice.resume, restart=choice.restart, quarantine=aside)


def _interruptible(runner: Runner, inputs: Inputs, work: WorkFile) -> Summary:
    """Run to the end, or to a signal: then what is finished is kept, and the command says how to go on."""

    def stop(_signal: int, _frame: object) -> None:
        if runner.stop:
            raise KeyboardInterrupt
        runner.stop = True
        note("stopping after the articles in hand …")

    before: dict[int, Any] = {}
    for wanted in (signal.SIGINT, signal.SIGTERM):
        with suppress(ValueError):  # not the main thread
            before[wanted] = signal.signal(wanted, stop)
    try:
        if work.progress.complete:
            from musnad.engines.run import Summary

            summary = Summary(counts=work.progress.counts, events=work.progress.events, seconds=work.progress.seconds)
        else:
            summary = runner.run(inputs, work, work.progress, lambda: inputs.counter.bytes)
        if runner.stop:
            work.close()
            note(f"stopped; {work.progress.documents:,} articles are done and kept: --resume goes on")
            sys.exit(130)
        work.finish()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return summary


def _tell(summary: Summary, choice: Choice) -> None:
    """The closing summary."""
    from musnad.engines.progress import duration

    speed = f", {summary.articles / summary.seconds:.0f} articles/s" if summary.seconds >= 1 else ""
    where = f" in {choice.output}" if choice.output else ""
    note(f"{summary.articles:,} articles coded, {summary.records:,} records{where}, {duration(summary.seconds)}{speed}")
    if summary.events:
        note(
            ", ".join(
                f"{name} {count:,}" for name, count in sorted(summary.events.items(), key=lambda p: (-p[1], p[0]))
            )
        )
    rest = {k: v for k, v in summary.counts.items() if k != "coded" and v}
    if rest:
        words = {"language": "not Arabic", "crash": "failed"}
        note("not coded: " + ", ".join(f"{count:,} {words.get(name, name)}" for name, count in sorted(rest.items())))


def _ray(choice: Choice, settings: Settings, reading: Options) -> None:
    if choice.output is None:
        raise InputError(
            "output-missing", "--engine ray writes a folder of files", "say -o OUT.parquet or -o OUT.jsonl"
        )
    if choice.resume:
        raise InputError("ray-resume", "--resume is for --engine local", "Ray runs failed tasks again; else --restart")
    if choice.layout not in (None, "parquet", "jsonl"):
        raise InputError("ray-kinds", "Ray writes .parquet or .jsonl", "lay them out with a second, local run")
    from musnad.engines.ray import Target, run

    target = Target(out=choice.output, quarantine=choice.quarantine, restart=choice.restart)
    summary = run(choice.inputs, target, settings, reading, address=choice.ray_address, jobs=choice.jobs, note=note)
    if not choice.quiet:
        _tell(summary, choice)


class _Stdout:
    """Standard output as a sink: records as they come."""

    def __init__(self, form: str, bidi: Literal["auto", "on", "off"]) -> None:
        self.form, self.bidi = form, bidi
        self.out: IO[bytes] = cast(Any, click).get_binary_stream("stdout")
        self.first = True
        self.contacts: list[Any] = []

    def commit(self, payload: bytes, aside: bytes, progress: Any) -> None:
        """Print the records of a batch."""
        if not payload:
            return
        try:
            if self.form == "table":
                self._table(payload)
            elif self.form == "jsonl":
                self.out.write(payload)
            else:
                for line in payload.splitlines():
                    self.out.write((b"[" if self.first else b",\n") + line)
                    self.first = False
            self.out.flush()
        except BrokenPipeError:
            # The reader has seen enough («| head»): no error. Nothing more may be written to the pipe at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except OSError as error:
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise MusnadError("output-write", f"standard output: {error.strerror or error}", "make room") from error

    def _table(self, payload: bytes) -> None:
        from rich.console import Console

        from musnad.article import Article
        from musnad.cli.display import show_records
        from musnad.engines.output import read_bundle

        console = Console()
        for line in payload.splitlines():
            bundle = read_bundle(line)
            head = bundle.article
            article = Article(id=head.id, text="", title=head.title, date=head.date, source=head.source)
            if not self.first:
                console.print()
            self.first = False
            show_records(bundle.records, [article], console, bidi=self.bidi, contacts=False)
            if len(self.contacts) < 1000:
                self.contacts += [r for r in bundle.records if r.event == "CONSULT"]

    def close(self) -> None:
        """End the array, or print the log of contacts."""
        if self.form == "json":
            self.out.write(b"[]\n" if self.first else b"]\n")
            self.out.flush()
        elif self.contacts:
            from rich.console import Console

            from musnad.cli.display import show_contact_log

            console = Console()
            console.print()
            show_contact_log(self.contacts, console, bidi=self.bidi)
