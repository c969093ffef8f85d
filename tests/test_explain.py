"""``musnad explain`` shows the steps, and its records are the coder's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.article import Article
from musnad.cli.explain import command
from musnad.coder import Coder
from musnad.errors import InputError
from musnad.evaluate.trace import Tracer

TEXT = (
    "قالت وزارة الخارجية الروسية في بيان إن لافروف دعا الولايات المتحدة إلى وقف القصف في سوريا.\nوصل الوزير إلى دمشق."
)


def explain(path: Path, *more: str) -> str:
    result = CliRunner().invoke(command, [str(path), "--date", "2016-12-14", *more], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_step_is_shown(article: Path) -> None:
    output = explain(article)
    for expected in (
        "sentence 0 (text, paragraph 1)",
        "VERB",
        "actor United States [USA/GOV]",
        "c0  root",
        "hangs on",
        "kept",
        "content:",
        "on the word of «قالت»",
        "record REQUEST",
        "sentence 1 (text, paragraph 2)",
    ):
        assert expected in output


def test_one_sentence_only(article: Path) -> None:
    output = explain(article, "--sentence", "1")
    assert "sentence 1" in output
    assert "sentence 0" not in output


def test_a_sentence_that_is_not_there(article: Path) -> None:
    assert "no sentence 99" in explain(article, "--sentence", "99")


def test_what_is_dropped_is_shown_too(article: Path) -> None:
    """The shelling that is only asked to stop is a candidate or a trigger without a frame, never a record."""
    output = explain(article, "--sentence", "0")
    lines = [line for line in output.splitlines() if "قصف" in line]
    assert any(line.lstrip().startswith(("dropped", "no frame")) for line in lines)
    assert not any(line.lstrip().startswith("record ASSAULT") for line in lines)


def test_records_are_those_of_the_coder() -> None:
    article = Article(id="a", text=TEXT, title="لافروف يصل إلى دمشق")
    steps = Tracer().trace(article)
    assert [record.id for step in steps for record in step.records] == [r.id for r in Coder().code(article)]


def test_right_to_left_words_are_reordered_on_demand(article: Path) -> None:
    assert "تلاق" in explain(article, "--bidi", "on").replace("ﻕ", "ق")
    assert "قالت" in explain(article, "--bidi", "off")


def test_an_article_of_a_jsonl_file_by_its_id(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    rows = [{"id": "a", "text": "وصل الوفد."}, {"id": "b", "text": TEXT, "date": "2016-12-14"}]
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    assert "روسية" in explain(path, "--id", "b")
    with pytest.raises(InputError, match="no article c"):
        explain(path, "--id", "c")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        explain(tmp_path / "none.txt")
    with pytest.raises(InputError, match="no date"):
        CliRunner().invoke(command, [__file__, "--date", "someday"], catch_exceptions=False)
