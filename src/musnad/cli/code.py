"""``musnad code``: articles in, records out."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from musnad.article import Article
from musnad.errors import InputError
from musnad.readers.plain import decode_json
from musnad.record import Record
from musnad.writers.encode import json_bytes


def _note(text: str) -> None:
    click.echo(f"musnad: {text}", err=True)


def _read(name: str, defaults: dict[str, object]) -> Iterator[Article]:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError("input-read", f"{name}: {error.strerror or error}", "check the path") from error
    head = raw.lstrip()[:1]
    if (name == "-" and head == b"{") or name.endswith((".jsonl", ".ndjson")):
        for number, line in enumerate(raw.split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                item = decode_json(line)
            except ValueError as error:
                raise InputError("input-json", f"{name}:{number}: {error}", "one JSON object a line") from error
            if not isinstance(item, dict):
                raise InputError("input-json", f"{name}:{number}: no JSON object", "one JSON object a line")
            date = item.get("date") or None
            yield Article(
                id=str(item.get("id") or f"{Path(name).stem}:{number}"),
                title=str(item.get("title") or defaults["title"] or ""),
                text=str(item.get("text") or ""),
                date=dt.date.fromisoformat(str(date)[:10]) if date else defaults["date"],  # type: ignore[arg-type]
                source=item.get("source") or defaults["source"],
                url=item.get("url"),
                author=item.get("author"),
                language=item.get("language"),
            )
        return
    text = raw.decode("utf-8", "replace")
    yield Article(
        id="stdin" if name == "-" else Path(name).stem,
        text=text,
        title=str(defaults["title"] or ""),
        date=defaults["date"],  # type: ignore[arg-type]
        source=defaults["source"],  # type: ignore[arg-type]
    )


def _residue(article: Article) -> None:
    from musnad.text import find_residue

    counts = Counter(r.reason for r in find_residue(article.text, article.title))
    if counts:
        what = ", ".join(f"{n} {reason}" for reason, n in sorted(counts.items()))
        _note(f"{article.id}: not coded as page residue: {what}")


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("--date", "date_text", help="Publication date (YYYY-MM-DD) of articles that give none.")
@click.option("--title", help="Title of articles that give none.")
@click.option("--source", help="Outlet of articles that give none.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "json"]), help="Default: table on a terminal.")
@click.option("--bidi", type=click.Choice(["auto", "on", "off"]), default="auto", help="Reorder right-to-left text.")
def command(
    inputs: tuple[str, ...], date_text: str | None, title: str | None, source: str | None, form: str | None, bidi: str
) -> None:
    """Code the articles of INPUT: who did what to whom, when, where, on whose word."""
    from musnad.coder import Coder

    try:
        date = dt.date.fromisoformat(date_text) if date_text else None
    except ValueError as error:
        raise InputError("bad-date", f"--date: {date_text!r} is no date", "write it as YYYY-MM-DD") from error
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    out = click.get_binary_stream("stdout")
    coder: Coder | None = None
    kept: list[Record] = []
    articles: list[Article] = []
    for name in inputs:
        for article in _read(name, {"date": date, "title": title, "source": source}):
            coder = coder or Coder()
            letters = sum(c.isalpha() for c in article.text)
            arabic = sum("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufefc" for c in article.text if c.isalpha())
            if not letters:
                _note(f"{article.id}: no text, nothing to code")
            elif arabic * 2 < letters:
                _note(f"{article.id}: not Arabic ({arabic} of {letters} letters)")
            records = coder.code(article)
            _residue(article)
            if form == "jsonl":
                for record in records:
                    out.write(json_bytes(record) + b"\n")
                out.flush()
            else:
                kept += records
                articles.append(article)
    if form == "json":
        out.write(b"[" + b",\n".join(json_bytes(r) for r in kept) + b"]\n")
    elif form == "table":
        from rich.console import Console

        from musnad.cli.display import show_records

        show_records(kept, articles, Console(), bidi=bidi)
