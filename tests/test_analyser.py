"""Analyses of single tokens: proclitics, enclitics, voice marks, where the stem begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.lexicon.frames import FrameLexicon, build
from musnad.morphology import Analyser, Analysis
from musnad.text import Token, tokenise

# A small lexicon of our own, so that the shipped data may change without touching these tables.
LEXICON = """
- {verb: أكد, present: يؤكد, masdar: [تأكيد], frames: [{rule: t.affirm, event: SAY}]}
- {verb: أعلن, present: يعلن, masdar: [إعلان], frames: [{rule: t.announce, event: SAY}]}
- {verb: قال, present: يقول, masdar: [قول], frames: [{rule: t.say, event: SAY}]}
- {verb: بين, present: يبين, masdar: [تبيين], frames: [{rule: t.clear, event: SAY}]}
- {verb: زار, present: يزور, masdar: [زيارة], plural: [زيارات], frames: [{rule: t.visit, event: CONSULT}]}
- {verb: استهدف, present: يستهدف, masdar: [استهداف], frames: [{rule: t.target, event: ASSAULT}]}
- {verb: قصف, present: يقصف, masdar: [قصف], frames: [{rule: t.shell, event: ASSAULT}]}
- {verb: تفاهم, present: يتفاهم, masdar: [تفاهم], frames: [{rule: t.understand, event: AGREE}]}
- {verb: أبلغ, present: يبلغ, masdar: [إبلاغ], frames: [{rule: t.inform, event: SAY}]}
- {verb: دعا, present: يدعو, masdar: [دعوة], plural: [دعوات], frames: [{rule: t.call, event: REQUEST}]}
- {verb: أشار, present: يشير, masdar: [إشارة], frames: [{rule: t.point, event: SAY}]}
- {verb: اتهم, present: يتهم, masdar: [اتهام], plural: [اتهامات], frames: [{rule: t.accuse, event: ACCUSE}]}
- {verb: بحث, present: يبحث, masdar: [بحث, مباحثات], frames: [{rule: t.discuss, event: CONSULT}]}
- {verb: حث, present: يحث, masdar: [حث], frames: [{rule: t.urge, event: REQUEST}]}
- {verb: التقى, present: يلتقي, masdar: [لقاء, التقاء], plural: [لقاءات], frames: [{rule: t.meet, event: CONSULT}]}
- {verb: أعطى, present: يعطي, masdar: [إعطاء], frames: [{rule: t.give, event: AID}]}
- {verb: نفى, present: ينفي, masdar: [نفي], frames: [{rule: t.deny, event: REJECT}]}
- {verb: قتل, present: يقتل, masdar: [قتل], frames: [{rule: t.kill, event: ASSAULT}]}
- {verb: تصدى, present: يتصدى, masdar: [تصدي], frames: [{rule: t.repel, event: ASSAULT}]}
- {noun: غارة, plural: [غارات], frames: [{rule: t.raid, event: ASSAULT}]}
- {light: أجرى, present: يجري, masdar: [إجراء], nouns: [زيارة], roles: {actor: subject, noun: object}}
- {verb: ملك, present: يملك}
- {verb: وجد, present: يجد}
- {verb: كان, present: يكون}
- {phrase: ألقى القبض على, trigger: القبض, present: يلقي, masdar: [إلقاء], frames: [{rule: t.arrest, event: COERCE}]}
- {phrase: تبادل لإطلاق النار, trigger: إطلاق, frames: [{rule: t.fire, event: ASSAULT}]}
- {report: بحسب, kind: according-to, pattern: "بحسب {speaker}"}
- {report: نقلا عن, kind: according-to, pattern: "نقلا عن {speaker}"}
- {report: حسبما ذكر, kind: according-to, pattern: "حسبما قال {speaker}"}
- {report: في تصريح, kind: channel, pattern: "في تصريح ل {speaker}"}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> FrameLexicon:
    path = tmp_path_factory.mktemp("frames") / "own.yaml"
    path.write_text(LEXICON, encoding="utf-8")
    return build([path])


@pytest.fixture(scope="module")
def analyser(lexicon: FrameLexicon) -> Analyser:
    return Analyser(lexicon)


def token(word: str) -> Token:
    (found,) = tokenise(word)
    return found


def brief(a: Analysis) -> str:
    """lemma pos, then clitics and features that are set, in a fixed order."""
    assert a.entry is not None
    parts = [a.entry.spelling, a.pos]
    parts += [f"conj={a.conj}"] * bool(a.conj) + [f"prep={a.prep}"] * bool(a.prep)
    parts += ["ال"] * a.article + ["س"] * a.future + [a.tense] * bool(a.tense)
    parts += [f"{a.person}{a.gender}{a.number}"] if a.pos == "verb" else [f"{a.gender}{a.number}"]
    parts += [f"+{a.clitic}"] * bool(a.clitic) + ["acc"] * a.accusative + [f"@{a.stem_start}"]
    return " ".join(parts)


FIRST = [
    # word, the first reading
    ("أكد", "أكد verb past 3ms @0"),
    ("وأكدا", "أكد verb conj=و past 3md @1"),
    ("فأعلنت", "أعلن verb conj=ف past 3fs @1"),
    ("سيزور", "زار verb س present 3ms @0"),
    ("وسيزور", "زار verb conj=و س present 3ms @1"),
    ("ستزوران", "زار verb س present 3fd @0"),
    ("ليزور", "زار verb prep=ل present 3ms @1"),
    ("يستهدفها", "استهدف verb present 3ms +ها @0"),
    ("لإجراء", "أجرى masdar prep=ل ms @1"),
    ("بقصف", "قصف masdar prep=ب ms @1"),
    ("وبقصفها", "قصف masdar conj=و prep=ب ms +ها @2"),
    ("للتفاهم", "تفاهم masdar prep=ل ال ms @0"),
    ("والتفاهم", "تفاهم masdar conj=و ال ms @1"),
    ("بالتفاهم", "تفاهم masdar prep=ب ال ms @1"),
    ("وللتفاهم", "تفاهم masdar conj=و prep=ل ال ms @1"),
    ("أبلغه", "أبلغ verb past 3ms +ه @0"),
    ("أبلغوهم", "أبلغ verb past 3mp +هم @0"),
    ("دعته", "دعا verb past 3fs +ه @0"),
    ("دعاه", "دعا verb past 3ms +ه @0"),
    ("أعطاها", "أعطى verb past 3ms +ها @0"),
    ("قتلوه", "قتل verb past 3mp +ه @0"),
    ("مؤكدًا", "أكد active ms acc @0"),
    ("مؤكدين", "أكد active mp acc @0"),
    ("مشيرة", "أشار active fs @0"),
    ("ومشيراً", "أشار active conj=و ms acc @1"),
    ("داعيا", "دعا active ms acc @0"),
    ("داعياً", "دعا active ms acc @0"),
    ("متهمين", "اتهم active mp acc @0"),
    ("دعوته", "دعا masdar fs +ه @0"),
    ("زيارتهما", "زار masdar fs +هما @0"),
    ("زيارتي", "زار masdar fd acc @0"),  # «زيارتي الوزيرين»; "my visit" comes second
    ("زيارتين", "زار masdar fd acc @0"),
    ("زياراته", "زار masdar p +ه @0"),
    ("لقائه", "التقى masdar ms +ه @0"),
    ("لقاؤهما", "التقى masdar ms +هما @0"),
    ("للقاء", "التقى masdar prep=ل ال ms @0"),
    ("غاراتها", "غارة noun p +ها @0"),
    ("الغارتان", "غارة noun ال fd @0"),
    ("بحث", "بحث verb past 3ms @0"),
    ("والمباحثات", "بحث masdar conj=و ال ms @1"),
    ("قلنا", "قال verb past 1p @0"),
    ("تصد", "تصدى masdar ms @0"),
    ("وَأَكَّدَ", "أكد verb conj=و past 3ms @2"),
    ("وأكّــــد", "أكد verb conj=و past 3ms @1"),
    ("اتّهموا", "اتهم verb past 3mp @0"),
    ("اكد", "أكد verb past 3ms @0"),  # without hamza, as many papers write
]


@pytest.mark.parametrize(("word", "expected"), FIRST, ids=[w for w, _ in FIRST])
def test_first_reading(analyser: Analyser, word: str, expected: str) -> None:
    readings = analyser.analyse(token(word))
    assert readings, f"{word} is unknown"
    assert brief(readings[0]) == expected


@pytest.mark.parametrize(
    "word",
    [
        "ولافروف",
        "الوزير",
        "لندن",
        "يدعي",
        "ملكه",
        "قالة",
        "بينهم",
        "بالقال",
        "سأكد",
        "لقال",
        "منه",
        "انه",
        "و",
        "ملك",
        "2015",
    ],
)
def test_no_reading(analyser: Analyser, word: str) -> None:
    assert analyser.analyse(token(word)) == ()


@pytest.mark.parametrize(
    ("word", "voice"),
    [
        ("أُعلن", "passive"),
        ("أعلن", "either"),
        ("قُتل", "passive"),
        ("وقُتل", "passive"),
        ("استُهدف", "passive"),
        ("أُجري", "passive"),
        ("أجري", "passive"),
        ("أجرى", "either"),  # Egyptian papers write the passive so too
        ("يجري", "active"),
        ("يجرى", "either"),
        ("قيل", "passive"),
        ("يقال", "passive"),
        ("قال", "active"),
        ("دُعي", "passive"),
        ("دعي", "passive"),
        ("يدعى", "passive"),
    ],
)
def test_voice(analyser: Analyser, word: str, voice: str) -> None:
    verbs = [a for a in analyser.analyse(token(word)) if a.pos == "verb"]
    assert [a.voice for a in verbs][:1] == [voice]


@pytest.mark.parametrize(
    ("word", "pos"),
    [
        ("قصف", {"verb", "masdar"}),
        ("متهم", {"active", "passive"}),
        ("نفي", {"masdar"}),  # with dotted yeh no verb
        ("نفى", {"verb", "masdar"}),
        ("دعوة", {"masdar"}),  # a written ة is no pronoun: not «دعوه» "they invited him"
        ("دعوه", {"verb", "masdar"}),
        ("بحث", {"verb", "masdar"}),  # never ب + حث
    ],
)
def test_parts_of_speech(analyser: Analyser, word: str, pos: set[str]) -> None:
    readings = analyser.analyse(token(word))
    assert {a.pos for a in readings} == pos
    assert len({a.entry.lemma for a in readings if a.entry}) == 1


def test_doubtful(analyser: Analyser) -> None:
    assert [a.doubtful for a in analyser.analyse(token("بين"))] == [True]
    assert [a.doubtful for a in analyser.analyse(token("بينت"))] == [False]


@pytest.mark.parametrize(
    ("sentence", "lemma", "words", "trigger", "speaker"),
    [
        ("ألقت قوات الأمن القبض على مسلحين", "القي القبض علي", (0, 3, 4), (3, 4), None),
        ("وألقي القبض أمس عليه", "القي القبض علي", (0, 1, 3), (1, 2), None),
        ("بإلقاء القبض على خمسة", "القي القبض علي", (0, 1, 2), (1, 2), None),
        ("تبادل لإطلاق النار في العاصمة", "تبادل لاطلاق النار", (0, 1, 2), (1, 2), None),
        ("وبحسب المصدر", "بحسب", (0,), (0, 1), 1),
        ("نقلا عن صحيفة محلية", "نقلا عن", (0, 1), (0, 1), 2),
        ("حسبما قالت الوزارة", "حسبما ذكر", (0, 1), (0, 1), 2),
        ("في تصريح لصحيفة", "في تصريح", (0, 1, 2), (0, 1), 2),
    ],
)
def test_phrases(
    analyser: Analyser,
    sentence: str,
    lemma: str,
    words: tuple[int, ...],
    trigger: tuple[int, int],
    speaker: int | None,
) -> None:
    (match,) = analyser.phrases(list(tokenise(sentence)), 0)
    assert (match.entry.lemma, match.words, match.trigger, match.speaker) == (lemma, words, trigger, speaker)


@pytest.mark.parametrize("sentence", ["ألقى كلمة في الحفل. وعلى القبض", "ألقى القبض", "نقلا", "القبض على"])
def test_no_phrase(analyser: Analyser, sentence: str) -> None:
    assert analyser.phrases(list(tokenise(sentence)), 0) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("يستشرف", True),
        ("ويستشرفون", True),
        ("سيبتهج", True),
        ("ابتهجوا", True),
        ("استشرفت", True),
        ("يوسف", False),
        ("يوليو", False),
        ("سياسة", False),
        ("سيارات", False),
        ("المدينة", False),
        ("لافروف", False),
        ("استثمارات", False),
        ("", False),
    ],
)
def test_verb_like(analyser: Analyser, word: str, expected: bool) -> None:
    found = list(tokenise(word))
    assert [analyser.is_verb_like(t) for t in found] == [expected] * len(found)


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    analyser = _small()
    for one in tokenise(text):
        for reading in analyser.analyse(one):
            assert 0 <= reading.stem_start < len(one.text)
        analyser.is_verb_like(one)


@given(st.text(alphabet="وفبلكسايتنهممةىأؤئءقدع\u064b\u064f\u0651\u0640\u200f", min_size=1, max_size=12))
def test_any_letters(text: str) -> None:
    analyser = _small()
    tokens = list(tokenise(text))
    for i, one in enumerate(tokens):
        first = analyser.analyse(one)
        assert analyser.analyse(one) == first
        assert all(0 <= r.stem_start < len(one.text) for r in first)
        analyser.phrases(tokens, i)


_KEPT: list[Analyser] = []


def _small() -> Analyser:
    if not _KEPT:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "own.yaml"
            path.write_text(LEXICON, encoding="utf-8")
            _KEPT.append(Analyser(build([path])))
    return _KEPT[0]
