"""The actor dictionaries (``data/actors/``, and a user's own files in the same formats): read, checked, compiled.

``load`` gives ``ActorTables``: plain rows of words, ready for the resolver. Formats: ARCHITECTURE.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from musnad.errors import DataError
from musnad.lexicon import _actor_reading, actor_rows
from musnad.lexicon._actor_reading import Builder, Entry, read
from musnad.lexicon.actor_faults import check_file, entry_problems
from musnad.lexicon.actor_rows import ActorTables
from musnad.lexicon.store import DATA, compiled, read_yaml

ACTORS = DATA / "actors"
_CODE = [
    Path(module) for module in (__file__, _actor_reading.__file__, actor_rows.__file__)
]  # what the cache depends on


def data_files() -> list[Path]:
    """Our own actor files, in a stable order."""
    return sorted(ACTORS.glob("*.yaml")) + sorted(ACTORS.glob("offices/*.yaml")) + sorted(ACTORS.glob("orgs/*.yaml"))


def load(user_files: Sequence[Path] = (), lenient: bool = False) -> ActorTables:
    """All tables, the user's files last so that they override. Raises DataError on a broken file unless ``lenient``."""
    files = data_files()
    for path in user_files:
        if not path.is_file():
            raise DataError("actors-file", f"{path}: no such file", "give the path of a YAML dictionary file")
    return compiled(
        "actors" if not user_files else "actors-lenient" if lenient else "actors-user",
        [*files, *user_files, *_CODE],
        lambda: _build(files, user_files, lenient),
        ActorTables,
    )


def _build(files: Sequence[Path], user_files: Sequence[Path], lenient: bool) -> ActorTables:
    builder = Builder()
    for path in [*files, *user_files]:
        user = path in user_files
        try:
            problems = list(check_file(path)) if user else []
            if problems and not lenient:
                raise problems[0]
            read(builder, path.stem, read_yaml(path), _faulty if user else None)
        except DataError:
            if not lenient:
                raise
    builder.tables.persons = list(builder.persons.values())
    return builder.tables


def _faulty(entry: Entry) -> bool:
    return any(True for _ in entry_problems(entry))
