"""Many articles on many machines: the same work on a Ray cluster (extra ``musnad[ray]``).

Ray Data reads the inputs (Parquet or JSON lines, on any filesystem pyarrow knows: local, S3, GCS, HDFS), hands blocks of
rows to workers that each hold one coder, and writes a folder of part files. A row is worked on by the same
:class:`Worker` as on one machine, so the records are the same; their order is not, sort by ``id`` where it matters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from musnad.engines.work import Settings, Worker
from musnad.errors import InputError, MusnadError
from musnad.readers import Options
from musnad.readers.columns import Columns
from musnad.readers.document import Document
from musnad.readers.tables import decode_json

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 64  # rows handed to a worker at once


class _Code:
    """A Ray Data actor: batches of rows in, a batch of output lines (or flat rows) and of failures out."""

    def __init__(
        self, settings: Settings, columns: dict[str, str], parquet_in: bool, parquet_out: bool, stem: str
    ) -> None:
        self.worker = Worker(settings)
        self.given, self.parquet_in, self.parquet_out, self.stem = columns, parquet_in, parquet_out, stem
        self.columns: Columns | None = None

    def __call__(self, batch: pa.Table) -> pa.Table:
        import pyarrow as pa

        from musnad.engines.output import read_bundle
        from musnad.writers._tables import clean
        from musnad.writers.flat import arrow_schema, flat_row

        rows: list[dict[str, Any]] = []
        lines: list[str] = []
        for row in batch.to_pylist():
            outcome = self.worker.work(self._document(row))
            if outcome.problem:
                entry = {
                    "problem": outcome.problem,
                    "id": outcome.id,
                    "where": outcome.where,
                    "message": outcome.message,
                }
                told = json.dumps(entry, ensure_ascii=True)
                if self.parquet_out:
                    rows.append({"_problem": told})
                else:
                    lines.append("!" + told)
            elif self.parquet_out:
                bundle = read_bundle(outcome.payload)
                for record in bundle.records:
                    flat = flat_row(record, bundle.article)
                    rows.append({k: clean(v) if isinstance(v, str) else v for k, v in flat.items()})
            else:
                lines += outcome.payload.decode("utf-8").splitlines()
        if self.parquet_out:
            schema = arrow_schema().append(pa.field("_problem", pa.string()))
            return pa.Table.from_pylist(rows, schema=schema)
        return pa.table({"line": pa.array([s for s in lines if s], pa.large_string())})

    def _document(self, row: dict[str, Any]) -> Document:
        where = str(row.pop("path", "") or self.stem)
        stem = PurePosixPath(where).stem
        if not self.parquet_in:
            text = row.get("text") or ""
            try:
                item = decode_json(text.encode("utf-8", "surrogatepass"))
            except ValueError as error:
                return Document(where=where, id=stem, problem="unreadable", message=f"no JSON: {error}: {text[:100]}")
            if not isinstance(item, dict):
                return Document(where=where, id=stem, problem="unreadable", message="no JSON object")
            row = item
        if self.columns is None or not self.parquet_in:
            self.columns = Columns(list(row), self.given, where, row)
        import hashlib

        digest = hashlib.blake2b(
            repr(sorted(row.items(), key=lambda p: p[0])).encode("utf-8", "replace"), digest_size=8
        )
        return self.columns.document(row, where, f"{stem}:{digest.hexdigest()}")


def run(
    inputs: Sequence[str],
    out: str,
    settings: Settings,
    reading: Options,
    *,
    address: str | None = None,
    jobs: int | None = None,
    note: Callable[[str], None] = print,
) -> dict[str, int]:
    """Code the inputs on Ray and write ``out``, a folder of part files named by its suffix (.parquet or .jsonl).

    Returns counts of articles not coded, by problem; each is also written to ``OUT.quarantine``. Raises InputError on
    inputs or outputs of other kinds, MusnadError if Ray is not installed.
    """
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MusnadError("ray-missing", "Ray is not installed", 'pip install "musnad[ray]"') from error

    kind_in, kind_out = {_kind(name) for name in inputs}, _kind(out)
    if len(kind_in) != 1 or kind_out is None or None in kind_in:
        raise InputError(
            "ray-kinds",
            "Ray reads Parquet or JSON lines (one of them), and writes .parquet or .jsonl",
            "convert the inputs first",
        )
    parquet_in = kind_in == {"parquet"}
    parquet_out = kind_out == "parquet"
    import msgspec

    settings = msgspec.structs.replace(settings, shape="bundle" if parquet_out else "records")
    import os

    workers = jobs or os.cpu_count() or 1
    if not ray.is_initialized():  # one processor more than workers: reading needs one while all of them hold theirs
        ray.init(
            address=address, num_cpus=None if address else workers + 1, include_dashboard=False, log_to_driver=False
        )
    ray.data.DataContext.get_current().enable_progress_bars = False
    if jobs is None:
        workers = max(1, int(ray.cluster_resources().get("CPU", 2)) - 1)
    paths = list(inputs)
    if parquet_in:
        rows = ray.data.read_parquet(paths, include_paths=True)
    else:
        rows = ray.data.read_text(paths, drop_empty_lines=True, include_paths=True, encoding="utf-8")
    coded = rows.map_batches(
        _Code,
        fn_constructor_args=(settings, reading.columns, parquet_in, parquet_out, "ray"),
        batch_size=_BATCH,
        batch_format="pyarrow",
        concurrency=(1, workers),
        zero_copy_batch=True,
    )
    counts = _write(coded, out, parquet_out)
    note(f"{out}: written by {workers} Ray workers" + "".join(f"; {n:,} {k}" for k, n in sorted(counts.items())))
    return counts


def _kind(name: str) -> str | None:
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if suffix in (".gz", ".zst"):
        suffix = PurePosixPath(path.stem).suffix.lower()
    return {".parquet": "parquet", ".pq": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl"}.get(suffix)


def _write(coded: Any, out: str, parquet: bool) -> dict[str, int]:
    """One part file a block, written by the workers; failures go to ``OUT.quarantine``."""
    import ray

    @ray.remote(num_cpus=0.1)  # type: ignore[untyped-decorator]
    def put(block: Any, number: int) -> list[str]:
        return _part(block, out, number, parquet)

    blocks = (ref for bundle in coded.iter_internal_ref_bundles() for ref in bundle.block_refs)  # as they are finished
    tasks = [put.remote(block, n) for n, block in enumerate(blocks)]
    problems = [line for lines in ray.get(tasks) for line in lines]
    counts: dict[str, int] = {}
    for line in problems:
        name = json.loads(line)["problem"]
        counts[name] = counts.get(name, 0) + 1
    if problems:
        filesystem, path = _filesystem(out + ".quarantine.jsonl")
        with filesystem.open_output_stream(path) as stream:
            stream.write("".join(f"{line}\n" for line in problems).encode())
    return counts


def _part(block: Any, out: str, number: int, parquet: bool) -> list[str]:
    """Write a block as a part file under its final name at once; returns its failures. Safe to do twice."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    table: pa.Table = block
    filesystem, folder = _filesystem(out)
    filesystem.create_dir(folder, recursive=True)
    if parquet:
        bad = table.filter(pc.is_valid(table["_problem"]))["_problem"].to_pylist()
        good = table.filter(pc.is_null(table["_problem"])).drop_columns(["_problem"])
        if good.num_rows:
            pq.write_table(good, f"{folder}/part-{number:06}.parquet", filesystem=filesystem, compression="zstd")
        return [str(b) for b in bad]
    lines = [str(s) for s in table["line"].to_pylist()]
    good_lines = "".join(f"{s}\n" for s in lines if not s.startswith("!"))
    if good_lines:
        with filesystem.open_output_stream(f"{folder}/part-{number:06}.jsonl") as stream:
            stream.write(good_lines.encode("utf-8"))
    return [s[1:] for s in lines if s.startswith("!")]


def _filesystem(uri: str) -> tuple[Any, str]:
    """The pyarrow filesystem of a path or URI, and the path on it."""
    import pyarrow.fs as fs

    if "://" in uri:
        filesystem, path = fs.FileSystem.from_uri(uri)
        return filesystem, path
    from pathlib import Path

    return fs.LocalFileSystem(), str(Path(uri).absolute())
