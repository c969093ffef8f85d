"""Records out: JSON lines, CSV, Parquet, and the layouts the field uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from musnad.errors import InputError
from musnad.writers import events, files
from musnad.writers.annotations import Brat, WebAnnotation
from musnad.writers.base import Bundle, Writer
from musnad.writers.encode import json_bytes
from musnad.writers.flat import COLUMNS, Head, flat_row, flat_rows

__all__ = [
    "COLUMNS",
    "LAYOUTS",
    "Bundle",
    "Head",
    "Layout",
    "Writer",
    "flat_row",
    "flat_rows",
    "json_bytes",
    "layout_for",
]


@dataclass(slots=True, frozen=True)
class Layout:
    """A way to lay records out: its writer, the suffixes it goes by, and whether it prints the article's text."""

    open: Callable[[Path], Writer]
    suffixes: tuple[str, ...] = ()
    needs_text: bool = False


LAYOUTS: dict[str, Layout] = {
    "jsonl": Layout(files.JsonLines, (".jsonl", ".ndjson")),
    "csv": Layout(files.Csv, (".csv",)),
    "tsv": Layout(lambda path: files.Csv(path, "\t"), (".tsv", ".tab")),
    "parquet": Layout(files.Parquet, (".parquet", ".pq")),
    "plover": Layout(events.Plover),
    "polecat": Layout(events.Polecat),
    "icews": Layout(events.Icews),
    "gdelt": Layout(events.Gdelt),
    "brat": Layout(Brat, needs_text=True),
    "w3c": Layout(WebAnnotation, (".jsonld",)),
}


def layout_for(path: str, name: str | None) -> Layout:
    """The layout called ``name``, else the one the suffix of ``path`` means. Raises InputError if there is none."""
    suffixes = [s.lower() for s in Path(path).suffixes]
    packed = suffixes.pop() if suffixes and suffixes[-1] in (".gz", ".zst") else ""
    suffix = suffixes[-1] if suffixes else ""
    layout = LAYOUTS[name] if name else next((a for a in LAYOUTS.values() if suffix and suffix in a.suffixes), None)
    parquet = LAYOUTS["parquet"]
    if packed and layout in (parquet, LAYOUTS["brat"]):
        raise InputError("output-kind", f"{path}: this layout is not packed with {packed}", f"leave {packed} away")
    if layout and layout is not parquet and suffix in parquet.suffixes:
        raise InputError("output-kind", f"{path}: --layout {name} is no Parquet", "end the name in .tsv or .jsonl")
    if layout:
        return layout
    known = ", ".join(s for layout in LAYOUTS.values() for s in layout.suffixes)
    raise InputError("output-kind", f"{path}: no known kind of output", f"end the name in {known}, or say --layout")
