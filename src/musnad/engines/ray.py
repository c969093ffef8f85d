"""Many articles on many machines: the same work on a Ray cluster (extra ``musnad[ray]``).

Ray Data reads the inputs (Parquet or JSON lines, on any filesystem pyarrow knows: local, S3, GCS, HDFS), hands blocks of
rows to workers that each hold one coder, and writes a folder of part files. A row is worked on by the same
:class:`Worker` as on one machine, so the records are the same; their order is not, sort by ``id`` where it matters.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import msgspec

from musnad.engines.run import Note, Summary
from musnad.engines.work import Outcome, Settings, Worker
from musnad.errors import InputError, MusnadError
from musnad.readers import Options
from musnad.readers.columns import Columns
from musnad.readers.document import Document
from musnad.readers.sources import expand
from musnad.readers.tables import decode_json

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 64  # rows handed to a worker at once
_FAILED, _COUNTED = "!", "#"  # before what is told of the work, among lines of JSON
_TOLD = "_told"  # the column of it, among flat rows


class _Code:
    """A Ray Data actor: batches of rows in, a batch of output lines (or flat rows) out, and what is told of the work:
    lines of JSON with a sign before them, one for each failure and one of counts for the batch."""

    def __init__(self, settings: Settings, columns: dict[str, str], parquet_in: bool, parquet_out: bool) -> None:
        self.worker = Worker(settings)
        self.given, self.parquet_in, self.parquet_out = columns, parquet_in, parquet_out
        self.columns: Columns | None = None
        self.account: str | None = None  # of the guess at columns, told once

    def __call__(self, batch: pa.Table) -> pa.Table:
        outcomes = [self.worker.work(self._document(row)) for row in batch.to_pylist()]
        told = [_FAILED + json.dumps(entry, ensure_ascii=True) for o in outcomes if (entry := o.failure())]
        told.append(_COUNTED + json.dumps({**_counts(outcomes), "account": self.account}))
        self.account = None
        payloads = [o.payload for o in outcomes if not o.problem]
        return _flat_table(payloads, told) if self.parquet_out else _line_table(payloads, told)

    def _document(self, row: dict[str, Any]) -> Document:
        where = str(row.pop("path", "") or "ray")
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
        if self.columns is None:
            self.columns = Columns(list(row), self.given, where, row)
            self.account = self.columns.account(where)
        elif not self.parquet_in:  # lines may have columns of their own
            self.columns = Columns(list(row), self.given, where, row)
        digest = hashlib.blake2b(
            repr(sorted(row.items(), key=lambda p: p[0])).encode("utf-8", "replace"), digest_size=8
        )
        return self.columns.document(row, where, f"{stem}:{digest.hexdigest()}")


def _counts(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """How many articles were coded or not, by problem, and how many records of each category there are."""
    events = Counter[str]()
    for outcome in outcomes:
        events.update(outcome.events)
    return {"counts": Counter(o.problem or "coded" for o in outcomes), "events": events}


def _line_table(payloads: Sequence[bytes], told: Sequence[str]) -> pa.Table:
    import pyarrow as pa

    lines = [line for payload in payloads for line in payload.decode("utf-8").splitlines() if line]
    return pa.table({"line": pa.array([*lines, *told], pa.large_string())})


def _flat_table(payloads: Sequence[bytes], told: Sequence[str]) -> pa.Table:
    import pyarrow as pa

    from musnad.engines.output import read_bundle
    from musnad.writers._tables import clean
    from musnad.writers.flat import arrow_schema, flat_row

    rows: list[dict[str, Any]] = [{_TOLD: line} for line in told]
    for bundle in map(read_bundle, payloads):
        for record in bundle.records:
            flat = flat_row(record, bundle.article)
            rows.append({k: clean(v) if isinstance(v, str) else v for k, v in flat.items()})
    return pa.Table.from_pylist(rows, schema=arrow_schema().append(pa.field(_TOLD, pa.string())))


class Target(msgspec.Struct, kw_only=True, frozen=True):
    """Where a job writes: the folder ``out``, failures to ``quarantine``. ``restart``: parts that lie there go."""

    out: str
    quarantine: str | None = None
    restart: bool = False

    @property
    def parquet(self) -> bool:
        return _kind(self.out) == "parquet"

    def clear(self) -> None:
        """Make room for the parts. Raises InputError if there are some already: old and new would be mixed."""
        import pyarrow.fs as fs

        filesystem, folder = _filesystem(self.out)
        found = filesystem.get_file_info(fs.FileSelector(folder, allow_not_found=True))
        parts = [f.path for f in found if f.base_name.startswith("part-")]
        if parts and not self.restart:
            advice = "--restart replaces them, or write elsewhere"
            raise InputError("output-exists", f"{self.out}: {len(parts)} part files are there", advice)
        for path in parts:
            filesystem.delete_file(path)


def run(
    inputs: Sequence[str],
    target: Target,
    settings: Settings,
    reading: Options,
    *,
    address: str | None = None,
    jobs: int | None = None,
    note: Note = print,
) -> Summary:
    """Code the inputs on Ray and write a folder of part files named by its suffix (.parquet or .jsonl).

    Failures are also written to the quarantine. Raises InputError on inputs that are not there or inputs and outputs
    of other kinds, MusnadError if Ray is not installed or gives up.
    """
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MusnadError("ray-missing", "Ray is not installed", 'pip install "musnad[ray]"') from error
    paths = [path for name in inputs for path in _expand(name)]
    kinds = {_kind(path) or _kind_inside(path) for path in paths}
    if len(kinds) != 1 or None in kinds or _kind(target.out) is None:
        problem = "Ray reads Parquet or JSON lines (one of them), and writes .parquet or .jsonl"
        raise InputError("ray-kinds", problem, "convert the inputs first")
    began = time.monotonic()
    target.clear()
    settings = msgspec.structs.replace(settings, shape="bundle" if target.parquet else "records")
    workers = _start(address, jobs)
    parquet_in = kinds == {"parquet"}
    try:
        coded = _rows(paths, parquet_in).map_batches(
            _Code,
            fn_constructor_args=(settings, reading.columns, parquet_in, target.parquet),
            batch_size=_BATCH,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=workers),
            zero_copy_batch=True,
        )
        summary = _write(coded, target, note)
    except FileNotFoundError as error:
        raise InputError("input-missing", f"{error}: no such file or folder", "check the path") from error
    except (ray.exceptions.RayError, OSError) as error:
        said = next((line for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)
        raise MusnadError("ray-failed", f"Ray gave up: {said.strip()[:300]}", "mend it, then --restart") from error
    summary.seconds = time.monotonic() - began
    return summary


def _start(address: str | None, jobs: int | None) -> int:
    """Join the cluster, or start one here; how many workers the job may have."""
    import ray
    import ray.data

    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    if not ray.is_initialized():
        # One processor more than workers: reading needs one while all of them hold theirs.
        cpus = None if address else (jobs or os.cpu_count() or 1) + 1
        options: dict[str, Any] = {"include_dashboard": False, "log_to_driver": False, "logging_level": logging.ERROR}
        ray.init(address=address, num_cpus=cpus, **options)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return jobs or max(1, int(ray.cluster_resources().get("CPU", 2)) - 1)


def _rows(paths: list[str], parquet: bool) -> Any:
    import ray.data

    if parquet:
        return ray.data.read_parquet(paths, include_paths=True)
    return ray.data.read_text(paths, drop_empty_lines=True, include_paths=True, encoding="utf-8")


def _kind(name: str) -> str | None:
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if suffix in (".gz", ".zst"):
        suffix = PurePosixPath(path.stem).suffix.lower()
    return {".parquet": "parquet", ".pq": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl"}.get(suffix)


def _expand(name: str) -> list[str]:
    """The paths a local pattern stands for; those of other filesystems are left to Ray. Raises InputError."""
    return [name] if "://" in name else expand(name)


def _kind_inside(folder: str) -> str | None:
    """The kind of the first file in a folder that has one."""
    import pyarrow.fs as fs

    filesystem, path = _filesystem(folder)
    found = filesystem.get_file_info(fs.FileSelector(path, recursive=True, allow_not_found=True))
    kinds = (_kind(file.path) for file in sorted(found, key=lambda f: str(f.path)) if file.is_file)
    return next((kind for kind in kinds if kind), None)


def _write(coded: Any, target: Target, note: Note) -> Summary:
    """One part file a block, written by the workers; failures go to the quarantine, counts into the summary."""
    import ray

    @ray.remote(num_cpus=0.1)  # type: ignore[untyped-decorator]
    def put(block: Any, number: int) -> list[str]:
        return _part(block, target.out, number, target.parquet)

    blocks = (ref for bundle in coded.iter_internal_ref_bundles() for ref in bundle.block_refs)  # as they are finished
    tasks = [put.remote(block, n) for n, block in enumerate(blocks)]
    counts, events, failures = Counter[str](), Counter[str](), list[str]()
    accounts: dict[str, None] = {}
    for line in (line for lines in ray.get(tasks) for line in lines):
        if line.startswith(_FAILED):
            failures.append(line[1:])
            continue
        batch = json.loads(line[1:])
        counts.update(batch["counts"])
        events.update(batch["events"])
        if batch["account"]:
            accounts[batch["account"]] = None
    for account in accounts:
        note(account)
    if failures:
        filesystem, path = _filesystem(target.quarantine or target.out + ".quarantine.jsonl")
        with filesystem.open_output_stream(path) as stream:
            stream.write("".join(f"{line}\n" for line in failures).encode())
    return Summary(counts=dict(counts), events=dict(events))


def _part(block: Any, out: str, number: int, parquet: bool) -> list[str]:
    """Write a block as a part file under its final name at once; returns what is told of it. Safe to do twice."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    table: pa.Table = block
    filesystem, folder = _filesystem(out)
    filesystem.create_dir(folder, recursive=True)
    if parquet:
        told = table.filter(pc.is_valid(table[_TOLD]))[_TOLD].to_pylist()
        good = table.filter(pc.is_null(table[_TOLD])).drop_columns([_TOLD])
        if good.num_rows:
            pq.write_table(good, f"{folder}/part-{number:06}.parquet", filesystem=filesystem, compression="zstd")
        return [str(line) for line in told]
    lines = [str(line) for line in table["line"].to_pylist()]
    records = "".join(f"{line}\n" for line in lines if not line.startswith((_FAILED, _COUNTED)))
    if records:
        with filesystem.open_output_stream(f"{folder}/part-{number:06}.jsonl") as stream:
            stream.write(records.encode("utf-8"))
    return [line for line in lines if line.startswith((_FAILED, _COUNTED))]


def _filesystem(uri: str) -> tuple[Any, str]:
    """The pyarrow filesystem of a path or URI, and the path on it."""
    import pyarrow.fs as fs

    if "://" in uri:
        filesystem, path = fs.FileSystem.from_uri(uri)
        return filesystem, path
    return fs.LocalFileSystem(), str(Path(uri).absolute())
