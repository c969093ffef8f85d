"""``musnad where``: where a place of the Arabic press is."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
import msgspec

from musnad.errors import MusnadError
from musnad.resolve.where import Gazetteer


@click.command()
@click.argument("text", nargs=-1)
@click.option("--near", metavar="ISO3", help="Country of the context, as SYR; several with commas.")
@click.option(
    "--format",
    "output",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="How the answer is written.",
)
@click.option(
    "--line-format",
    type=click.Choice(["text", "tsv"]),
    default="text",
    show_default=True,
    help="Lines of standard input: a place phrase, or phrase<TAB>near.",
)
def command(text: tuple[str, ...], near: str | None, output: str, line_format: str) -> None:
    """Where TEXT is: name, country, GeoNames id, latitude and longitude.

    TEXT is a place phrase («حلب», «ريف حمص الشرقي»); without it, lines are read from standard input.
    """
    gazetteer = Gazetteer.load()
    rows = _rows(gazetteer, text, near, line_format)
    if output == "table":
        _table(rows)
        return
    encode = msgspec.json.encode
    for row in rows:
        sys.stdout.write(encode(row).decode() + "\n")


def _rows(
    gazetteer: Gazetteer, text: tuple[str, ...], near: str | None, line_format: str
) -> Iterator[dict[str, object]]:
    default = _codes(gazetteer, near, "--near")
    if text:
        for phrase in text:
            yield _row(gazetteer, phrase, default)
        return
    for number, line in enumerate(sys.stdin, 1):
        line = line.rstrip("\r\n")
        if not line.strip():
            continue
        codes = default
        if line_format == "tsv":
            line, _, hint = line.partition("\t")
            hint = hint.split("\t")[0].strip()
            codes = _codes(gazetteer, hint, f"line {number}") if hint else default
        yield _row(gazetteer, line, codes)


def _codes(gazetteer: Gazetteer, near: str | None, where: str) -> list[str]:
    codes = [code.strip().upper() for code in (near or "").split(",") if code.strip()]
    for code in codes:
        if not gazetteer.known_country(code):
            raise MusnadError("where-country", f"{where}: unknown country {code!r}", "use ISO 3166 alpha-3, as SYR")
    return codes


def _row(gazetteer: Gazetteer, phrase: str, near: list[str]) -> dict[str, object]:
    place = gazetteer.lookup(phrase, near)
    row: dict[str, object] = {"text": phrase}
    for field in ("name", "country", "geonameid", "lat", "lon", "kind"):
        row[field] = getattr(place, field) if place is not None else None
    return row


def _table(rows: Iterator[dict[str, object]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("text", "name", "country", "geonameid", "lat", "lon", "kind")
    for row in rows:
        table.add_row(*("" if v is None else str(v) for v in row.values()))
    Console().print(table)
