"""Where: phrases to places (table tests/data/where.tsv), place mentions in sentences, the command."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.cli.where import command
from musnad.errors import DataError, MusnadError
from musnad.lexicon.store import read_yaml
from musnad.mentions.places import back_nouns, find_places, find_references
from musnad.resolve import _gazetteer_build as build
from musnad.resolve.where import Gazetteer, Place
from musnad.text import fold, sentences

TABLE = Path(__file__).parent / "data" / "where.tsv"
GAZETTEER = Gazetteer.load()


def kilometres(lat: float, lon: float, place: Place) -> float:
    """Great-circle distance (haversine, Earth's mean radius)."""
    if place.lat is None or place.lon is None:
        return math.inf
    a, b = math.radians(lat), math.radians(place.lat)
    d = math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon - place.lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(d))


def rows() -> list[tuple[str, str, str, float, float]]:
    out = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            mention, near, country, lat, lon = line.split("\t")
            out.append((mention, near, country, float(lat), float(lon)))
    return out


def test_table_within_thirty_kilometres() -> None:
    table = rows()
    misses = []
    for mention, near, country, lat, lon in table:
        place = GAZETTEER.lookup(mention, near or None)
        if place is None or place.country != country or kilometres(lat, lon, place) > 30:
            misses.append((mention, near, country, place))
    assert len(table) >= 170
    assert len(misses) <= 0.05 * len(table), misses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع الانفجار في بلدة سروج التركية", [("بلدة سروج التركية", "في", "TUR")]),
        ("اشتباكات في منطقة المار بولاية فارياب", [("منطقة المار بولاية فارياب", "في", "AFG")]),
        ("قصف المسلحون شمال غربي مدينة دونيتسك أمس", [("شمال غربي مدينة دونيتسك", None, "UKR")]),
        ("اجتمعوا في العاصمة البلجيكية بروكسل", [("العاصمة البلجيكية بروكسل", "في", "BEL")]),
        ("دخلت القوات الأراضي السورية", [("الأراضي السورية", None, "SYR")]),
        ("سقطت قذائف على المدن العراقية", [("المدن العراقية", "علي", "IRQ")]),
        ("وصل إلى بغداد وأربيل", [("بغداد", "الي", "IRQ"), ("وأربيل", "الي", "IRQ")]),
        ("التقى الوفدان بالدوحة", [("بالدوحة", "ب", "QAT")]),
        ("غارات على ريف حمص الشرقي", [("ريف حمص الشرقي", "علي", "SYR")]),
        ("بالقرب من مدينة الموصل", [("مدينة الموصل", "قرب", "IRQ")]),
        ("في الأجزاء الغربية من ريف حلب", [("الأجزاء الغربية من ريف حلب", "في", "SYR")]),
        ("قتل شخصان قرب قاعدة العند الجوية", [("قاعدة العند الجوية", "قرب", "YEM")]),
        ("غارة على بلدة «خان شيخون»", [("بلدة «خان شيخون", "علي", "SYR")]),
        ("في مناطق متفرقة من ريف إدلب", [("مناطق متفرقة من ريف إدلب", "في", "SYR")]),
        ("اشتبكوا في ولاية شمال دارفور", [("ولاية شمال دارفور", "في", "SDN")]),
        ("في بلدة تركية", [("بلدة تركية", "في", "TUR")]),
        ("سافر من لندن للقاهرة", [("لندن", "من", "GBR"), ("للقاهرة", "ل", "EGY")]),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    sentence = sentences("text", text)[0]
    found = find_places(sentence, GAZETTEER, [])
    assert [(sentence.span(m.start, m.end).text, m.prep, m.place.country) for m in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "قال صدام التكريتي إنه سيعود",  # a family name, not Tikrit
        "وصف البغدادي الخطة بالفاشلة",  # not Baghdad, nor the town of al-Baghdadi
        "عاد صالح وسعد إلى بيتيهما",
        "أكد محمد سالم أن العمل مستمر",
        "وإن الوزير وأنا متفقان",  # «وإن» "and indeed" is not Van
        "كانت دائماً وستبقى دوماً معنا",  # «دوماً» "always" is not Douma
        "حققت الشركة زيادة كبيرة في المائة",
        "لأول مرة منذ سنوات",
        "نشرت صحيفة الرياض الخبر",  # a newspaper
        "تعليق القنوات السعودية على الأمر",  # an adjective
        "استمر القتال في المدينة وفي أنحاء البلاد",  # references back
        "زار أبو غزة صديقه",
    ],
)
def test_no_place(text: str) -> None:
    assert find_places(sentences("text", text)[0], GAZETTEER, []) == []


@pytest.mark.parametrize(
    ("text", "near", "country"),
    [
        ("انفجار في طرابلس", ["LBN"], "LBN"),
        ("انفجار في طرابلس", ["LBY"], "LBY"),
        ("انفجار في طرابلس", [], "LBY"),
        ("زار القاهرة", ["USA"], "EGY"),  # a big city outweighs its namesakes in the country of context
        ("اجتمعوا في عُمان", ["JOR"], "OMN"),  # the vowel decides
        ("سيطروا على أريحا", ["SYR"], "SYR"),
    ],
)
def test_context(text: str, near: list[str], country: str) -> None:
    assert [m.place.country for m in find_places(sentences("text", text)[0], GAZETTEER, near)] == [country]


def test_unknown_name_after_a_class_noun() -> None:
    sentence = sentences("text", "هاجموا بلدة زرطوفانكا الأوكرانية")[0]
    (mention,) = find_places(sentence, GAZETTEER, [])
    assert not mention.known
    assert mention.place.country == "UKR"
    assert mention.place.lat is None


def test_parts_are_named() -> None:
    place = GAZETTEER.lookup("شمال العراق")
    assert place is not None
    assert (place.name, place.country, place.kind) == ("northern Iraq", "IRQ", "area")


def test_spelling_variants() -> None:
    for spelling in ("غوتنبرغ", "جوتنبرج"):
        place = GAZETTEER.lookup(spelling)
        assert place is not None
        assert place.country == "SWE"
    assert GAZETTEER.lookup("ثثثث") is None


def test_longest() -> None:
    norms = [fold(w) for w in ["مدينة", "دير", "الزور", "السورية"]]
    assert GAZETTEER.longest(norms, 1) == 2
    assert GAZETTEER.longest(norms, 3) == 0


def test_back_nouns() -> None:
    assert {fold("البلاد"), fold("المدينة"), fold("العاصمة")} <= back_nouns(GAZETTEER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دخلوا المدينة ليلا", [("المدينة", "المدينه", [], None)]),
        ("قصف شمال البلاد", [("شمال البلاد", "البلاد", ["northern"], None)]),
        (
            "في الأجزاء الغربية من ريف المدينة",
            [("الأجزاء الغربية من ريف المدينة", "المدينه", ["western", "countryside of"], "في")],
        ),
        ("سيطروا على الجهة الشرقية للبلدة", [("الجهة الشرقية للبلدة", "البلده", ["eastern"], "علي")]),
        ("في مدينة حلب", []),
        ("المنظمة الدولية في جنيف", []),
    ],
)
def test_references_back(text: str, expected: list[tuple[str, str, list[str], str | None]]) -> None:
    sentence = sentences("text", text)[0]
    found = find_references(sentence, GAZETTEER, find_places(sentence, GAZETTEER, []))
    assert [(sentence.span(r.start, r.end).text, r.noun, r.glosses, r.prep) for r in found] == expected


def test_capital_of_a_nationality() -> None:
    for phrase, name in (
        ("العاصمة الأفغانية", "Kabul"),
        ("عاصمة بلجيكا", "Brussels"),
        ("العاصمة السورية", "Damascus"),
        ("العاصمة الكازاخية", "Astana"),
    ):
        place = GAZETTEER.lookup(phrase)
        assert place is not None
        assert place.name == name


def test_unknown_country() -> None:
    with pytest.raises(MusnadError, match="XQX"):
        GAZETTEER.lookup("حلب", "XQX")


def test_own_data() -> None:
    total = 0
    for path in build.PLACES.glob("*.yaml"):
        if not path.name.startswith("_"):
            entries = read_yaml(path)
            assert isinstance(entries, list)
            total += len(entries)
    assert total >= 1500


def test_wrong_entry_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="lat 200"):
        build._check(
            tmp_path, {"name": "X", "ar": ["س"], "country": "SYR", "lat": 200, "kind": "city"}, frozenset({"SYR"})
        )
    with pytest.raises(DataError, match="kind"):
        build._check(tmp_path, {"name": "X", "ar": ["س"], "country": "SYR", "kind": "town"}, frozenset({"SYR"}))


def test_command() -> None:
    runner = CliRunner()
    result = runner.invoke(command, ["طرابلس", "--near", "LBN"])
    assert result.exit_code == 0
    row = json.loads(result.stdout)
    assert list(row) == ["text", "name", "country", "geonameid", "lat", "lon", "kind"]
    assert row["country"] == "LBN"
    result = runner.invoke(command, ["--line-format", "tsv"], input="طرابلس\tLBN\nطرابلس\tLBY\nحلب\t\nثثثث\n")
    assert [json.loads(line)["country"] for line in result.stdout.splitlines()] == ["LBN", "LBY", "SYR", None]
    result = runner.invoke(command, ["حلب", "--near", "ZZ"])
    assert isinstance(result.exception, MusnadError)
    assert "Aleppo" in runner.invoke(command, ["حلب", "--format", "table"]).stdout


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list('ابتدرسلمنهويوفكة «»"،.1aفي مدينة شمال من ال')), max_size=80)
    | st.text(max_size=60)
)
def test_any_text(text: str) -> None:
    for sentence in sentences("text", text):
        last = 0
        for mention in find_places(sentence, GAZETTEER, ["SYR"]):
            assert last <= mention.start < mention.end <= len(sentence.tokens)
            assert mention.start <= mention.head < mention.end
            last = mention.end
    GAZETTEER.lookup(text)
