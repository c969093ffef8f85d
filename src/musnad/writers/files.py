"""The outputs every tool reads: JSON lines, CSV, Parquet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from musnad.record import Record
from musnad.writers._tables import clean
from musnad.writers.base import TextFile, unfinished
from musnad.writers.encode import json_bytes
from musnad.writers.flat import COLUMNS, Head, arrow_schema, flat_row

_ROW_GROUP = 10_000  # rows held before they are written


class JsonLines:
    """Whole records, one JSON object a line (docs/record.md)."""

    def __init__(self, path: Path) -> None:
        self.file = TextFile(path)

    def write(self, article: Head, records: Sequence[Record]) -> None:
        """One line a record."""
        for record in records:
            self.file.bytes.write(json_bytes(record) + b"\n")

    def close(self) -> None:
        """Finish."""
        self.file.close()


class Csv:
    """One flat row a record, comma separated, under a header."""

    def __init__(self, path: Path, delimiter: str = ",") -> None:
        self.file = TextFile(path)
        self.special = re.compile(f'[{delimiter}"\r\n]')
        self.delimiter = delimiter
        self._row(COLUMNS)

    def write(self, article: Head, records: Sequence[Record]) -> None:
        """One row a record."""
        for record in records:
            self._row(flat_row(record, article).values())

    def _row(self, values: Iterable[object]) -> None:
        self.file.bytes.write((self.delimiter.join(map(self._cell, values)) + "\n").encode("utf-8"))

    def _cell(self, value: object) -> str:
        """A value, quoted if it holds what would end it: a lone carriage return too, which Python's csv leaves bare
        and readers take for the end of a row."""
        text = "" if value is None else clean(str(value))
        return '"' + text.replace('"', '""') + '"' if self.special.search(text) else text

    def close(self) -> None:
        """Finish."""
        self.file.close()


class Parquet:
    """One flat row a record, zstd-compressed, written in groups so that memory stays small."""

    def __init__(self, path: Path) -> None:
        import pyarrow.parquet as pq

        self.path = path
        self.part = unfinished(path)
        self.schema = arrow_schema()
        self.file = pq.ParquetWriter(self.part, self.schema, compression="zstd")
        self.rows: list[dict[str, Any]] = []

    def write(self, article: Head, records: Sequence[Record]) -> None:
        """One row a record."""
        for record in records:
            row = flat_row(record, article)
            self.rows.append({k: clean(v) if isinstance(v, str) else v for k, v in row.items()})
        if len(self.rows) >= _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        self.file.write_table(pa.Table.from_pylist(self.rows, schema=self.schema))
        self.rows = []

    def close(self) -> None:
        """Finish."""
        if self.rows:
            self._flush()
        self.file.close()
        self.part.replace(self.path)
