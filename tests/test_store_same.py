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


def test_two_sources_in_turn_do_not_drop_each_others_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two installations, or a lexicon of one's own now and then: each is compiled once, and old files still go."""
    monkeypatch.setenv("MUSNAD_CACHE", str(tmp_path / "cache"))
    sources = [tmp_path / f"source{n}" for n in range(30)]
    for source in sources:
        source.write_text("25")
    built: list[Path] = []

    def read(source: Path) -> None:
        def build() -> Point:
            built.append(source)
            return Point(25)

        compiled("point", [source], build, Point)

    for source in [*sources[:2], *sources[:2]]:
        read(source)
    assert built == sources[:2]
    for source in sources:
        read(source)
    assert 2 <= len(list((tmp_path / "cache").glob("point-*"))) < 30
