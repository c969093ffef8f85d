"""What the first run builds is what later runs read: an integer in the data is the float its type says, from the start."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from musnad.lexicon.store import compiled


class Point(msgspec.Struct):
    """A type with a float field."""

    lat: float


def test_built_and_read_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_CACHE", str(tmp_path / "cache"))
    source = tmp_path / "source"
    source.write_text("25")
    build = lambda: Point(25)  # noqa: E731 - as YAML gives it: an int
    first = compiled("point", [source], build, Point)
    second = compiled("point", [source], build, Point)
    assert repr(first.lat) == repr(second.lat) == "25.0"
