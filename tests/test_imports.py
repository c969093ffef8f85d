"""The rooms of ARCHITECTURE.md stay apart, and a command starts without loading what it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_import_contracts_hold() -> None:
    """What `make imports` checks; here so that a bare `pytest` finds it too."""
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_architecture_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [p.name for p in (ROOT / "src/musnad").iterdir() if (p / "__init__.py").exists()]
    assert rooms
    assert [room for room in rooms if f"`{room}`" not in text] == []


@pytest.mark.parametrize("heavy", ["polars", "pyarrow", "pandas", "ray", "trafilatura", "httpx", "feedparser"])
def test_help_does_not_load_heavy_packages(heavy: str) -> None:
    code = f"import sys, musnad, musnad.cli, musnad.coder; raise SystemExit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
