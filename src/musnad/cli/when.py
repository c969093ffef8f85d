"""``musnad when``: a time expression resolved against a publication date."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator

import click

from musnad.errors import InputError
from musnad.resolve.when import Calendar


def _date(text: str | None, where: str = "--date") -> dt.date | None:
    if text is None or not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError("bad-date", f"{where}: {text.strip()!r} is no date", "write it as YYYY-MM-DD") from error


def _inputs(text: str | None, date: dt.date | None, line_format: str) -> Iterator[tuple[str, dt.date | None]]:
    if text is not None:
        yield text, date
        return
    stream = sys.stdin
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
    for number, line in enumerate(stream, 1):
        line = line.rstrip("\r\n")
        if number == 1:
            line = line.removeprefix("\ufeff")
        if not line.strip():
            continue
        if line_format == "tsv":
            mention, _, day = line.partition("\t")
            yield mention, _date(day.split("\t")[0], f"standard input, line {number}") or date
        else:
            yield line, date


@click.command()
@click.argument("text", required=False)
@click.option("--date", "date_text", help="Publication date, YYYY-MM-DD.")
@click.option("--future", is_flag=True, help="The governing verb is in the future: a weekday is the coming one.")
@click.option("--line-format", type=click.Choice(["text", "tsv"]), default="text", help="tsv: mention TAB date.")
@click.option("--format", "output", type=click.Choice(["jsonl", "table"]), default="jsonl", help="Output format.")
def command(text: str | None, date_text: str | None, future: bool, line_format: str, output: str) -> None:
    """Resolve TEXT (or each line of standard input), a time expression, to ISO 8601 against a publication date."""
    date = _date(date_text)
    calendar = Calendar.load()
    for expression, day in _inputs(text, date, line_format):
        when = calendar.parse(expression, day, future=future)
        row = {
            "text": expression,
            "value": when.value if when else None,
            "grain": when.grain if when else None,
            "start": when.start.isoformat() if when else None,
            "end": when.end.isoformat() if when else None,
        }
        if output == "table":
            click.echo(
                f"{row['value'] or '-':24} {row['grain'] or '-':9} {row['start'] or '-'} {row['end'] or '-'}  {expression}"
            )
        else:
            click.echo(json.dumps(row, ensure_ascii=False))
