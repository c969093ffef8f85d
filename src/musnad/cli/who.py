"""``musnad who``: the entity a mention names on a day."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from musnad.errors import InputError
from musnad.record import Entity


def parse_date(text: str | None, where: str = "--date") -> dt.date | None:
    """An ISO date; None for an empty one. Raises InputError naming where it stands."""
    if text is None or not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError("date", f"{where}: {text.strip()!r} is no date", "write YYYY-MM-DD") from error


def _lines(mentions: tuple[str, ...], line_format: str, date: dt.date | None) -> Iterator[tuple[str, dt.date | None]]:
    if mentions:
        yield from ((mention, date) for mention in mentions)
        return
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            line = raw.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise InputError("encoding", f"standard input, line {number}: not UTF-8", "convert it to UTF-8") from error
        if line_format == "tsv" and "\t" in line:
            mention, _, day = line.partition("\t")
            yield mention, parse_date(day.split("\t")[0], f"standard input, line {number}") or date
        else:
            yield line, date


def _row(mention: str, entity: Entity | None) -> dict[str, object]:
    value: dict[str, object] = msgspec.to_builtins(entity or Entity())
    value["text"] = mention
    return value


@click.command()
@click.argument("mentions", nargs=-1, metavar="[MENTION]...")
@click.option(
    "--date", "day", help="The day on which the mention was written (YYYY-MM-DD); default: today's knowledge."
)
@click.option("--line-format", type=click.Choice(["text", "tsv"]), default="text",
              help="Lines on standard input: the mention alone, or mention<TAB>date.")  # fmt: skip
@click.option(
    "--format",
    "output",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="How the answer is written.",
)
@click.option("--actors", "dictionaries", multiple=True, type=click.Path(path_type=Path),
              help="A dictionary file of your own; may be given more than once.")  # fmt: skip
@click.option("--lenient", is_flag=True, help="Name faulty dictionary entries and leave them out, instead of stopping.")
def command(
    mentions: tuple[str, ...], day: str | None, line_format: str, output: str, dictionaries: tuple[Path, ...],
    lenient: bool,
) -> None:  # fmt: skip
    """Say who a mention names: «وزير الخارجية البريطاني» on a day gives name, country, sector, office.

    Mentions come as arguments, or as lines on standard input. An unknown mention gives null fields.
    """
    from musnad.cli.actors import user_files
    from musnad.lexicon.actor_faults import check_file
    from musnad.resolve.who import Knowledge

    date = parse_date(day)
    files = [*user_files(), *dictionaries]
    if lenient:
        for problem in (problem for path in files for problem in check_file(path)):
            click.echo(str(problem), err=True)
    kb = Knowledge.load(files, lenient)
    write = sys.stdout.write
    for mention, on in _lines(mentions, line_format, date):
        row = _row(mention, kb.who(mention, on))
        if output == "jsonl":
            write(msgspec.json.encode(row).decode("utf-8", "surrogatepass") + "\n")
        else:
            code = f"{row['country'] or '-'}/{row['sector'] or '-'}"
            write(f"{mention}\t{row['name'] or row.get('name_ar') or '?'}\t{code}\t{row.get('office') or ''}\n")
