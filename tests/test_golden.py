"""The sample articles give the records that were reviewed (tests/golden). If a change is for the better: `make golden`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from musnad.coder import Coder

HERE = Path(__file__).parent / "golden"


def _regenerate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden_regenerate", HERE / "regenerate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


regenerate = _regenerate()
ARTICLES = {article.id: article for article in regenerate.articles()}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize("name", ARTICLES)
def test_records_of_the_samples(coder: Coder, name: str) -> None:
    expected = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    assert regenerate.golden(coder, ARTICLES[name]) == expected, "if this is better: `make golden`, and read the diff"


def test_every_golden_file_is_of_a_sample() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(ARTICLES)
