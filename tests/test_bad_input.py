"""Bad input: no crash, no record without evidence, a message that names the input and the reason, the right status,
and time that grows with the length of the text and no faster."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from musnad.article import Article
from musnad.coder import Coder

SENTENCE = "قال وزير الخارجية الروسي إن بلاده دعت الولايات المتحدة إلى وقف الغارات على حلب"
QUOTES = "«قال الوزير: \"أكد الرئيس أن 'الهدنة" + " «قال (إن [الوفد" * 40


def musnad(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    return subprocess.run(
        [sys.executable, "-m", "musnad", *arguments],
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        env=environment,
        check=False,
    )


def coded(*arguments: str, stdin: bytes | None = None) -> tuple[int, list[dict[str, object]], str]:
    """(exit status, records, what was said on standard error)."""
    done = musnad("code", *arguments, "--format", "jsonl", stdin=stdin)
    said = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in said, said
    return done.returncode, [json.loads(line) for line in done.stdout.split(b"\n") if line.strip()], said


NOTHING = {
    "empty": b"",
    "blank": b" \n\t\n ",
    "marks": "\u200f\u202b\u202c\ufeff".encode(),
    "punctuation": "، . « » … ؟ ! - – ( ) : ؛ \" '".encode(),
    "english": b"The minister said on Monday that talks with the delegation would go on.",
    "numbers": "123 456 ٧٨٩ 2016/12/14".encode(),
}


@pytest.mark.parametrize("name", NOTHING)
def test_nothing_to_code(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_bytes(NOTHING[name])
    status, records, said = coded(str(path), "--date", "2016-12-14")
    assert (status, records) == (0, [])
    assert name in said, "the message names the input"


def test_articles_without_text_among_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    rows = [{"id": "void", "text": ""}, {"id": "good", "text": SENTENCE, "date": "2016-12-14"}, {"id": "none"}]
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    status, records, said = coded(str(path))
    assert status == 0
    assert {r["article_id"] for r in records} == {"good"}
    assert "line 1" in said


UNREADABLE = {
    "missing.txt": None,
    "missing.jsonl": None,
    "binary.txt": bytes(range(256)) * 40,
    "broken.jsonl": b'{"id": "a", "text": "\n',
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    content = UNREADABLE[name]
    if content is not None:
        path.write_bytes(content)
    status, records, said = coded(str(path))
    assert status == 2
    assert records == []
    assert name in said


def test_a_folder_given_as_file_is_no_crash(tmp_path: Path) -> None:
    coded(str(tmp_path))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256", "iso8859-6"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    """Old pages come in Windows-1256 and the like: they are read, or refused by name; never coded as rubbish."""
    path = tmp_path / "old.txt"
    path.write_bytes(f"{SENTENCE}. {SENTENCE}.".encode(encoding))
    status, records, said = coded(str(path), "--date", "2016-12-14")
    assert status == 0 or (status == 2 and "old.txt" in said)
    if status == 0:
        assert any(r["event"] == "SAY" for r in records) or "old" in said


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE + " \ud800 \udfff " + SENTENCE,
        "\u202b" + SENTENCE + "\u202c \u2066" + SENTENCE + "\u2069",
        "\u200f".join(SENTENCE),
        QUOTES,
        "«" * 500 + SENTENCE,
        SENTENCE + "»" * 500,
        "\x00" + SENTENCE.replace(" ", "\x00 "),
        " ".join(w + "\u0651" * 30 for w in SENTENCE.split()),
    ],
    ids=["surrogates", "bidi", "a mark after each letter", "quotes", "open", "closed", "nul", "many diacritics"],
)
def test_hostile_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(json.dumps({"id": "odd", "text": text, "date": "2016-12-14"}), encoding="ascii")
    status, records, said = coded(str(path))
    assert status == 0, said
    for record in records:
        evidence = record["evidence"]
        assert isinstance(evidence, dict)
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]
        assert evidence["text"].strip()


def test_bad_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    status, records, said = coded(str(path), "--date", "14/45/2016")
    assert (status, records) == (2, [])
    assert "14/45/2016" in said


def test_standard_input() -> None:
    status, records, _ = coded("-", "--date", "2016-12-14", stdin=SENTENCE.encode())
    assert status == 0
    assert records
    status, records, said = coded("-", stdin=b"")
    assert (status, records) == (0, [])
    assert said


# time -------------------------------------------------------------------------------------------------------------

SHAPES = {
    "one line": SENTENCE + " ",
    "sentences": SENTENCE + ". ",
    "open quotes": "«" + SENTENCE + " ",
    "straight quotes": 'قال "إن ',
    "colons": "قال الوزير: ",
    "that": "أن ",
    "and": "والوزير ",
    "said": "قال ",
    "commas": "وزير الخارجية الروسي، ",
    "names": "محمد ",
    "places": "في حلب ",
    "times": "مساء أمس ",
    "relative": "الذي قصف ",
    "nouns": "هجوم ",
    "letters": "ا",
    "diacritics": "\u064e",
    "digits": "1",
    "dots": ".",
    "dashes": "القاهرة - ",
    "lines": "قال\n",
    "of": "وزير ",
    "participles": "مؤكدا ",
    "report": "بحسب ",
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@contextmanager
def at_most(limit: int) -> Iterator[None]:
    """Fail what runs longer than ``limit`` seconds instead of waiting for it (where the system has alarms)."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"still running after {limit} s")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(limit)
    late = ""
    try:
        yield
    except TimeoutError as error:
        late = str(error)  # told from here: where an alarm rings, a traceback may have no line, and pytest stumbles
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    if late:
        pytest.fail(late)


def seconds(coder: Coder, text: str) -> float:
    started = time.process_time()
    coder.code(Article(id="long", text=text))
    return time.process_time() - started


def quickest(coder: Coder, text: str) -> float:
    """The better of two runs without the collector, whose pauses are longer than a short text takes."""
    gc.collect()
    gc.disable()
    try:
        return min(seconds(coder, text) for _ in range(2))
    finally:
        gc.enable()


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear_in_length(coder: Coder, shape: str) -> None:
    """Four times the text may take four times the time, and as much again for caches and noise; not 16 times."""
    unit = SHAPES[shape]
    short, long = (unit * (size // len(unit)) for size in (8_000, 32_000))
    with at_most(120):  # a clock on the wall, on a machine that may be busy: it only catches what would never end
        seconds(coder, short)
        ratio = quickest(coder, long) / max(quickest(coder, short), 0.01)
    assert ratio < 10, f"4 times the text took {ratio:.0f} times the time"


def test_a_megabyte_on_one_line(coder: Coder) -> None:
    """About 200,000 words; measured at some 10 s. The bound only catches what would never end."""
    with at_most(300):
        assert seconds(coder, (SENTENCE + " ") * (1_000_000 // len(SENTENCE))) < 150


def test_a_link_that_leads_nowhere_is_told_and_the_folder_coded(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "gone.txt")
    status, records, told = coded(str(folder), "--date", "2016-12-14")
    assert status == 2
    assert [r["event"] for r in records] == ["SAY", "REQUEST"]
    assert f"{folder / 'b.txt'}: No such file or directory" in told
