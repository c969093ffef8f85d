"""YAML with line numbers: every mapping remembers where it began, and a key given twice is a problem."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from musnad.errors import DataError

_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict[str, object]):
    """A mapping of a data file. ``line`` counts from 1; ``repeated`` are keys that stood in it more than once."""

    line: int = 0
    repeated: tuple[str, ...] = ()


class _Loader(_Base):  # type: ignore[misc, valid-type]
    pass


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> Iterator[Located]:
    value = Located()
    value.line = node.start_mark.line + 1
    yield value
    keys = [str(key.value) for key, _ in node.value]
    value.repeated = tuple(sorted({k for k in keys if keys.count(k) > 1}))
    for key, item in loader.construct_mapping(node, deep=True).items():
        value[str(key)] = item


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_located(path: Path) -> object:
    """The content of a data file with its mappings as :class:`Located`. Raises DataError when it is not YAML."""
    try:
        with path.open(encoding="utf-8") as handle:
            return yaml.load(handle, Loader=_Loader)  # noqa: S506 - a safe loader
    except UnicodeDecodeError as error:
        raise DataError("lexicon-encoding", f"{path}: not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise DataError("lexicon-syntax", f"{where}: {getattr(error, 'problem', error)}", "mend the YAML") from error
