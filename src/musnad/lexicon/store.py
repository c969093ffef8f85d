"""Compiled knowledge: readable data files are parsed once and kept as MessagePack, a format that cannot run code.

The compiled file is keyed by the paths, sizes and modification times of its sources and by this program's version,
so an edited data file is never served stale.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from musnad.errors import DataError

T = TypeVar("T")
DATA = Path(__file__).resolve().parent.parent / "data"
_FORMAT = 1
_KEPT = 12  # compiled files of one name that stay in the cache (1 to 3 MB each)
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> object:
    """The content of one YAML data file. Raises DataError naming file and line when it is not YAML."""
    try:
        with path.open(encoding="utf-8") as handle:
            return yaml.load(handle, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise DataError("lexicon-syntax", f"{where}: {getattr(error, 'problem', error)}", "mend the YAML") from error


def cache_dir() -> Path:
    """Where compiled knowledge is kept: $MUSNAD_CACHE, else the user's cache directory."""
    if named := os.environ.get("MUSNAD_CACHE"):
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "musnad"


def _prune(folder: Path, name: str) -> None:
    """Drop compiled files of ``name`` but the newest. A few stay: two installations, or a run with a lexicon of one's
    own between runs without, would else compile anew each time, having dropped each other's file."""
    files = sorted(folder.glob(f"{name}-????????????????.msgpack"), key=lambda p: p.stat().st_mtime_ns, reverse=True)
    for old in files[_KEPT:]:
        old.unlink(missing_ok=True)


def compiled(name: str, sources: Sequence[Path], build: Callable[[], T], type_: type[T]) -> T:
    """``build()``'s value, from the compiled file when the sources have not changed, else built and kept."""
    digest = hashlib.sha256(f"{_FORMAT}:{name}".encode())
    for path in [*sources, Path(__file__)]:
        stat = path.stat()
        digest.update(f"{path}:{stat.st_size}:{stat.st_mtime_ns}".encode())
    target = cache_dir() / f"{name}-{digest.hexdigest()[:16]}.msgpack"
    try:
        return msgspec.msgpack.decode(target.read_bytes(), type=type_)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        pass
    packed = msgspec.msgpack.encode(build())
    try:  # best effort: a read-only home only costs time
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as handle:
            handle.write(packed)
        Path(handle.name).replace(target)
        _prune(target.parent, name)
    except OSError:
        pass
    # Not what was built but what the next run will read: a YAML «25» becomes the 25.0 that its type says.
    return msgspec.msgpack.decode(packed, type=type_)
