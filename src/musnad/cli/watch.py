"""``musnad watch``: feeds polled, what is new coded."""

from __future__ import annotations

import re
import signal
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from musnad.cli.code import note
from musnad.errors import InputError

_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd]?)")


def seconds(text: str, option: str) -> float:
    """«90», «90s», «15m», «2h» as seconds. Raises InputError."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise InputError("watch-span", f"{option}: {text!r} is no time span", "write 90s, 15m or 2h")
    return float(match.group(1)) * _UNITS[match.group(2)]


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS.opml|URL…")
@click.option("-o", "--output", required=True, metavar="OUT.jsonl", help="Records are added to this file.")
@click.option("--interval", default="15m", show_default=True, help="How often a feed is asked: 90s, 15m, 2h.")
@click.option("--delay", default="2s", show_default=True, help="Pause between requests to one host.")
@click.option("--timeout", default="30s", show_default=True, help="Longest a request may take.")
@click.option("--max-mb", default=16.0, show_default=True, help="Largest answer that is read.")
@click.option("--once", is_flag=True, help="Ask each feed once and end.")
@click.option("--no-pages", is_flag=True, help="Do not ask for the pages of entries that are summaries.")
@click.option("--no-robots", is_flag=True, help="Do not ask robots.txt: for your own servers.")
@click.option("--allow-private", is_flag=True, help="URLs may lead to private addresses.")
@click.option("--source", help="Outlet of entries whose feed gives none.")
@click.option("-q", "--quiet", is_flag=True, help="No closing summary.")
def command(
    feeds: tuple[str, ...],
    output: str,
    interval: str,
    delay: str,
    timeout: str,
    max_mb: float,
    once: bool,
    no_pages: bool,
    no_robots: bool,
    allow_private: bool,
    source: str | None,
    quiet: bool,
) -> None:
    """Poll RSS and Atom FEEDS, code what is new, add the records to OUT as they come. Ends on SIGINT or SIGTERM."""
    from musnad import __version__
    from musnad.engines.watch import Watch, feed_urls
    from musnad.engines.work import Settings
    from musnad.readers import Defaults
    from musnad.readers.fetch import Fetcher, Limits

    out = Path(output)
    if out.suffix != ".jsonl":
        raise InputError(
            "watch-output", f"{output}: records are added to a .jsonl file", "convert it with musnad later"
        )
    stop = threading.Event()
    limits = Limits(
        seconds=seconds(timeout, "--timeout"), size=int(max_mb * (1 << 20)), delay=seconds(delay, "--delay")
    )
    fetcher = Fetcher(limits, allow_private=allow_private, robots=not no_robots, version=__version__, stop=stop)
    watch = Watch(
        feed_urls(feeds),
        out,
        Settings(defaults=Defaults(source=source)),
        fetcher,
        note,
        stop=stop,
        pages=not no_pages,
        interval=max(1.0, seconds(interval, "--interval")),
    )

    def end(_number: int, _frame: object) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before: dict[int, Any] = {}
    for wanted in (signal.SIGINT, signal.SIGTERM):
        with suppress(ValueError):  # not the main thread
            before[wanted] = signal.signal(wanted, end)
    try:
        counts = watch.run(once=once)
    finally:
        fetcher.close()
        for number, handler in before.items():
            signal.signal(number, handler)
    if not quiet:
        note(
            f"{counts.polls:,} polls ({counts.unchanged:,} unchanged, {counts.failed:,} failed), "
            f"{counts.articles:,} new articles, {counts.records:,} records in {output}"
        )
