"""The lexicon's data, its loader, its checker on broken files, and the commands."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.cli.lexicon import command
from musnad.errors import DataError, InputError
from musnad.lexicon.check import check, check_modes
from musnad.lexicon.coverage import coverage
from musnad.lexicon.frames import FrameLexicon, build, frame_files
from musnad.lexicon.functions import function_words, is_preposition_ala
from musnad.lexicon.grammar import grammar, read_grammar
from musnad.lexicon.store import DATA
from musnad.morphology import Analyser
from musnad.morphology._codes import Features, pack, unpack

GOOD = (
    "- {verb: قصف, present: يقصف, masdar: [قصف], frames: [{rule: t.shell, event: ASSAULT, roles: {actor: subject}}]}\n"
)


def write(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shipped() -> FrameLexicon:
    return FrameLexicon.load()


# What the checker must say of a broken entry: the text, the line of the problem, a word of the message.
BROKEN = [
    ("- verb: قصف\n  presnt: يقصف\n  present: يقصف\n", 1, "presnt"),
    ("- {verb: قصف, present: يقتل}\n", 1, "last letter"),
    ("- {verb: قصف, present: يعصف}\n", 1, "does not fit"),
    ("- {verb: قصف}\n", 1, "no present"),
    ("- {verb: قصف, present: تقصف}\n", 1, "ي"),
    ("- {verb: قام ب, present: يقوم}\n", 1, "more than one word"),
    ("- {vreb: قصف, present: يقصف}\n", 1, "vreb"),
    (GOOD + "- {noun: غارة, frames: []}\n", 2, "no frames"),
    (GOOD + "- {noun: غارة}\n", 2, "no frames"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ATTACK}\n", 3, "ATTACK"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, mode: phone}\n", 3, "phone"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: SAY, modes: {visit: [زيارة]}}\n", 3, "visit"),
    ("- noun: غارة\n  frames:\n    - {event: ASSAULT}\n", 3, "without rule"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, roles: {actor: sbject}}\n", 3, "sbject"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, roles: {aktor: subject}}\n", 3, "aktor"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, roles: {actor: []}}\n", 3, "no place"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, when: {hass: [actor]}}\n", 3, "hass"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, when: {has: [actr]}}\n", 3, "actr"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, when: {form: [vrb]}}\n", 3, "vrb"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, factuality: maybe}\n", 3, "maybe"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, cameo: 19}\n", 3, "cameo"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT, evnt: SAY}\n", 3, "evnt"),
    ("- noun: غارة\n  frames:\n    - {rule: a, event: ASSAULT}\n    - {rule: a, event: ASSAULT}\n", 4, "already used"),
    ("- noun: غارة\n  noun: هجوم\n  frames:\n    - {rule: a, event: ASSAULT}\n", 1, "twice"),
    ("- {light: أجرى, present: يجري, nouns: [فرفشة], roles: {actor: subject, noun: object}}\n", 1, "فرفشه"),
    ("- phrase: ألقى القبض على\n  trigger: قبضة\n  frames:\n    - {rule: a, event: COERCE}\n", 1, "قبضة"),
    ("- {report: بحسب, kind: chanel}\n", 1, "chanel"),
    (GOOD + GOOD.replace("t.shell", "t.other"), 2, "stands already"),
    ("- verb: قصف\n  present: [\n", 3, "own.yaml"),
    ("verb: قصف\n", 1, "list"),
    ("- قصف\n", 1, "قصف"),
    ("- {verb: 5, present: يقصف}\n", 1, "5"),
    ("- {noun: غارة, frames: [5]}\n", 1, "5"),
    ("- {verb: قصف, present: يقصف, masdar: [5], frames: [{rule: a, event: SAY}]}\n", 1, "masdar"),
]


@pytest.mark.parametrize(("text", "line", "word"), BROKEN, ids=[str(i) for i in range(len(BROKEN))])
def test_checker_names_line_and_fault(tmp_path: Path, text: str, line: int, word: str) -> None:
    path = write(tmp_path, text)
    problems = check([path])
    assert any(p.line == line and word in p.what and p.path == path for p in problems), problems
    assert all(p.remedy for p in problems)


def test_checker_passes_a_good_file(tmp_path: Path) -> None:
    assert check([write(tmp_path, GOOD)]) == []
    assert check([write(tmp_path, "")]) == []


def test_checker_missing_file(tmp_path: Path) -> None:
    (problem,) = check([tmp_path / "none.yaml"])
    assert "no such file" in problem.what


def test_checker_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes("- {verb: قصف}".encode("cp1256"))
    assert any("UTF-8" in p.what for p in check([path]))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ASSAULT: {phone: [هاتف]}\n", "phone"),
        ("ATTACK: {aerial: [جوي]}\n", "ATTACK"),
        ("ASSAULT: {aerial: جوي}\n", "list"),
        ("- 1\n", "mapping"),
    ],
)
def test_modes_table(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "modes.yaml"
    path.write_text(text, encoding="utf-8")
    assert any(word in p.what for p in check_modes(path))


def test_loading_a_broken_file_names_it(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD + "- {noun: غارة, frames: []}\n")
    with pytest.raises(DataError, match=r"own\.yaml:2"):
        build([path])


def test_a_users_entry_replaces_ours(tmp_path: Path) -> None:
    ours = write(tmp_path, GOOD)
    theirs = tmp_path / "theirs.yaml"
    theirs.write_text(GOOD.replace("t.shell", "t.mine"), encoding="utf-8")
    lexicon = build([ours], [theirs])
    assert [f.rule for e in lexicon.entries for f in e.frames] == ["t.mine"]


def test_a_frame_beats_a_plain_verb(tmp_path: Path) -> None:
    lexicon = build([write(tmp_path, "- {verb: قصف, present: يقصف}\n" + GOOD)])
    assert [e.kind for e in lexicon.entries] == ["verb"]


def test_fingerprint_follows_the_data(tmp_path: Path) -> None:
    first = build([write(tmp_path, GOOD)]).fingerprint
    assert first == build([write(tmp_path, GOOD)]).fingerprint
    assert first != build([write(tmp_path, GOOD.replace("t.shell", "t.mine"))]).fingerprint
    assert len(first) == 6
    int(first, 16)


def test_codes_round_trip() -> None:
    for features in (
        Features(0, "verb", "past", "either", 3, "m", "d", False),
        Features(99_999, "passive", "", "passive", 3, "f", "p", True),
        Features(5, "noun", "", "", 1, "", "", False),
    ):
        assert unpack(pack(features)) == features


def test_shipped_plain_verbs_are_sound() -> None:
    assert [p for p in check() if p.path.name in ("plain.yaml", "grammar.yaml")] == []


def test_shipped_lexicon_loads_fast(shipped: FrameLexicon) -> None:
    begun = time.perf_counter()
    FrameLexicon.load()
    assert time.perf_counter() - begun < 1.0  # 0.08 s on an idle machine; a wide margin for a busy one
    assert sum(e.kind == "verb" for e in shipped.entries) >= 450
    assert all(e.id == i for i, e in enumerate(shipped.entries))
    assert all(unpack(c).entry < len(shipped.entries) for codes in shipped.forms.values() for c in codes)


def test_plain_file_is_large() -> None:
    text = (DATA / "frames" / "plain.yaml").read_text(encoding="utf-8")
    assert text.count("- {verb:") >= 700
    assert DATA / "frames" / "plain.yaml" in frame_files()


def test_function_words() -> None:
    words = function_words()
    assert {"في", "الي", "علي", "من", "من قبل"} <= words.prepositions
    assert {"انه", "انها", "انهم", "انهما", "بانه", "ان"} <= words.closed
    assert "من جهته" in grammar().connective
    assert words.preposition_pronouns["عليه"] == ("علي", "ه")
    assert words.preposition_pronouns["لهما"] == ("ل", "هما")
    assert "لم" in grammar().negation
    assert "قال" not in words.all_words
    assert is_preposition_ala("على")
    assert is_preposition_ala("علي")
    assert not is_preposition_ala("عليّ")


@pytest.mark.parametrize("text", ["- 1\n", "prep: [في]\n", "prep: في\n", "nonsense: [في]\n"])
def test_broken_grammar(tmp_path: Path, text: str) -> None:
    path = tmp_path / "grammar.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        read_grammar(path)


def test_coverage_counts(tmp_path: Path) -> None:
    analyser = Analyser(build([write(tmp_path, GOOD + "- {report: بحسب, pattern: 'بحسب {speaker}'}\n")]))
    articles = [
        ("قصف المدينة", "قصفت الطائرات المدينة. ويستشرف الخبراء المستقبل. المدينة هادئة. بحسب المصدر انتهى كل شيء."),
        ("", "وفقا للمصدر هدأت المعارك، وقال الوزير محمد إن الأمور جيدة."),
    ]
    result = coverage(articles, analyser)
    assert result.articles == 2
    assert result.verbs.known == 2  # the title «قصف» is a masdar first, yet a verb too
    assert result.verbs.unknown["يستشرف"] == 1
    assert (result.reports.known, result.reports.unknown["وفقا"]) == (1, 1)
    assert result.titles.known == 1


def test_coverage_of_nothing(tmp_path: Path) -> None:
    result = coverage([], Analyser(build([write(tmp_path, GOOD)])))
    assert (result.verbs.share, result.words) == (None, 0)


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, list(args), catch_exceptions=False)
    return result.exit_code, result.output


def test_command_check(tmp_path: Path) -> None:
    good = write(tmp_path, GOOD)
    assert run("check", str(good))[0] == 0
    bad = write(tmp_path, "- {verb: قصف}\n")
    status, output = run("check", str(bad))
    assert status == 1
    assert f"{bad}:1:" in output


def test_command_stats() -> None:
    status, output = run("stats", "--json")
    assert status == 0
    assert json.loads(output)["verb entries"] >= 450


def test_command_show() -> None:
    status, output = run("show", "وأكدوا")
    assert status == 0
    assert "«أكد»" in output
    assert "3mp" in output
    assert run("show", "قلعقعق")[0] == 1


def test_command_coverage(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl.gz"
    with gzip.open(corpus, "wt", encoding="utf-8") as handle:
        handle.write(json.dumps({"title": "زيارة", "text": "قال الوزير إن المحادثات مثمرة."}) + "\n\n")
    status, output = run("coverage", str(corpus), "--json")
    assert status == 0
    assert json.loads(output)["main-clause verbs"]["known"] == 1
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{}\n{oops\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.jsonl:2"):
        run("coverage", str(broken))
    with pytest.raises(InputError):
        run("coverage", str(tmp_path / "none.jsonl"))
