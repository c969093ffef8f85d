"""The benchmark's own articles, and that it measures what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from articles import article, articles

BENCH = Path(__file__).parent.parent / "bench"


def test_articles_are_the_same_everywhere_and_of_the_length_named() -> None:
    assert article(7) == article(7)
    assert article(7) != article(8)
    words = [len(a["text"].split()) for a in articles(50)]
    assert 280 <= sum(words) / len(words) <= 310


def test_a_part_is_measured_and_printed() -> None:
    result = subprocess.run(
        [sys.executable, str(BENCH / "bench.py"), "--only", "startup", "--no-history"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    figures = json.loads(result.stdout.split(":", 1)[1])
    assert 0 < figures["seconds_to_first_record"] < 60
