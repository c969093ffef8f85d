"""Times: bare expressions (tests/data/when.tsv), expressions in sentences, dates of saved pages, the command."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import musnad
from musnad.cli.when import command
from musnad.errors import MusnadError
from musnad.mentions.times import find_times
from musnad.resolve.when import Calendar, find_article_date
from musnad.text import sentences

TABLE = Path(__file__).parent / "data" / "when.tsv"
WEDNESDAY = dt.date(2016, 12, 14)


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return Calendar.load()


def test_table(calendar: Calendar) -> None:
    """At least 95 % of our own table is right; the misses are printed."""
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(rows) >= 220
    misses = []
    for text, date, expected in rows:
        when = calendar.parse(text, dt.date.fromisoformat(date))
        if (when.value if when else "") != expected:
            misses.append((text, date, expected, when.value if when else ""))
    for miss in misses:
        print("miss:", *miss, sep=" | ")  # noqa: T201 - the misses are the point of the report
    assert 1 - len(misses) / len(rows) >= 0.95


# sentence, its mentions as (text, value, value under a future verb)
IN_SENTENCES = [
    ("وصل المبعوث أمس (الثلاثاء) إلى العاصمة", [("أمس (الثلاثاء)", "2016-12-13", "2016-12-13")]),
    ("يصل المبعوث الأحد إلى العاصمة", [("الأحد", "2016-12-11", "2016-12-18")]),
    ("تجتمع اللجنة الأربعاء", [("الأربعاء", "2016-12-14", "2016-12-14")]),
    ("لا أحد يعرف مكان الوزير", []),
    ("مارس السفير دورا في الوساطة", []),
    ("التقى الأمين العام السابق للحزب نوابا", []),
    ("قال حزب الغد إن المجلس العام الحالي منحل", []),
    ("فجر انتحاري نفسه وظهر دخان", []),
    ("فجر انتحاري نفسه فجر الجمعة", [("فجر الجمعة", "2016-12-09TMO", "2016-12-16TMO")]),
    ("وقعوا الاتفاق في آذار/مارس الماضي", [("آذار/مارس الماضي", "2016-03", "2016-03")]),
    ("وفي العام الماضي زار البلاد", [("العام الماضي", "2015", "2015")]),
    ("التقى والوزير أب لطفلين", []),
    ("زارت تيريزا ماي القاهرة في ماي 2016", [("ماي 2016", "2016-05", "2016-05")]),
    ("قالت قوى 14 آذار إنها ترفض ذلك", []),
    ("بين 5 و10 ديسمبر قصفت القرية", [("بين 5 و10 ديسمبر", "2016-12-05/2016-12-10", "2017-12-05/2017-12-10")]),
    ("قتل 2000 مقاتل في 2015", [("2015", "2015", "2015")]),
    ("انتشر في 2000 موقع", []),
    ("قال اللواء محمد الخميس إن الوضع هادئ", []),
    ("وقعوا عليه في مدينة السادس من أكتوبر", []),
    ("يعقد المؤتمر من الاثنين إلى الخميس", [("من الاثنين إلى الخميس", "2016-12-05/2016-12-08", "2016-12-19/2016-12-22")]),
    ("استمرت المعارك من 28 نوفمبر إلى 3 ديسمبر", [("من 28 نوفمبر إلى 3 ديسمبر", "2016-11-28/2016-12-03", "2017-11-28/2017-12-03")]),
    ("استمر الاجتماع ثلاثة أيام", []),
    ("ستجرى الانتخابات بعد يومين", [("بعد يومين", "2016-12-16", "2016-12-16")]),
    ("انسحبوا قبل يومين من الانتخابات", []),
    ("منذ اندلاع القتال في مارس 2015 نزح الآلاف", [("منذ اندلاع القتال في مارس 2015", "2015-03/2016-12-14", "2015-03/2016-12-14")]),
    ("زار أنقرة الاثنين والتقى نظيره الثلاثاء", [("الاثنين", "2016-12-12", "2016-12-19"), ("الثلاثاء", "2016-12-13", "2016-12-20")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_SENTENCES, ids=[text for text, _ in IN_SENTENCES])
def test_in_sentences(calendar: Calendar, text: str, expected: list[tuple[str, str, str]]) -> None:
    (sentence,) = sentences("text", text)
    found = find_times(sentence, calendar, WEDNESDAY)
    assert [(sentence.span(m.start, m.end).text, m.value, m.future_value) for m in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خلال شهر مارس أو أبريل المقبلين", ["2016-03/2016-04"]),  # in March or April next
        ("في مارس أو أبريل", ["2016-03/2016-04"]),
        ("خلال شهري مارس وأبريل المقبلين", ["2016-03/2016-04"]),  # in the two months of March and April next
        ("يوم الثلاثاء أو الأربعاء", ["2016-01-12/2016-01-13"]),  # on Tuesday or Wednesday
        ("غدا أو الشهر المقبل", ["2016-01-11"]),  # tomorrow or next month: no one span
    ],
)
def test_either_of_two_times(text: str, expected: list[str]) -> None:
    records = musnad.code(f"سيزور وزير الخارجية الفرنسي الجزائر {text}.", date="2016-01-10")
    assert [record.time.value for record in records if record.time] == expected


def test_since_keeps_the_date_inside(calendar: Calendar) -> None:
    (sentence,) = sentences("text", "نزح الآلاف منذ بدء الحملة قبل أربعة أشهر")
    (mention,) = find_times(sentence, calendar, WEDNESDAY)
    assert mention.kind == "since"
    assert mention.value == "2016-08/2016-12-14"
    assert mention.inner is not None and mention.inner.value == "2016-08"
    assert sentence.span(mention.inner_start, mention.end).text == "قبل أربعة أشهر"


def test_after_an_event(calendar: Calendar) -> None:
    (sentence,) = sentences("text", "جاءت الزيارة بعد ثلاثة أيام على هجوم استهدف السفارة")
    (mention,) = find_times(sentence, calendar, WEDNESDAY)
    assert (mention.kind, mention.value) == ("after-event", "2016-12-11")


PAGES = [
    ("عنوان الخبر\n14 ديسمبر 2016\nقال الوزير أمس", dt.date(2016, 12, 14)),
    ("عنوان\nالأربعاء 14 كانون الأول 2016 - 10:30\nنص", dt.date(2016, 12, 14)),
    ("عنوان\nنشر في: 2016/12/14\nنص", dt.date(2016, 12, 14)),
    ("عنوان\n١٤ دجنبر ٢٠١٦ الساعة ١٠:٣٠\nنص", dt.date(2016, 12, 14)),
    ("Title\nPublished December 14, 2016\n", dt.date(2016, 12, 14)),
    ("Title\n2016-12-14T10:30:00\n", dt.date(2016, 12, 14)),
    ("عنوان\nالأربعاء 15 ربيع الأول 1438هـ - 14 ديسمبر 2016م\nنص", dt.date(2016, 12, 14)),
    ("وقعت الحرب في 6 أكتوبر 1973 وانتهت بعد أسابيع", None),
    ("قال المتحدث إن الاتفاق الموقع في 5 مايو 2014 في القاهرة بين الجانبين ما زال قائما", None),
    ("لا تاريخ هنا", None),
    ("", None),
]


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_article_date(page: str, expected: dt.date | None) -> None:
    assert find_article_date(page) == expected


def test_no_publication_date(calendar: Calendar) -> None:
    """Without a publication date only complete dates have a value."""
    assert calendar.parse("أمس", None) is None
    assert calendar.parse("5 يوليو", None) is None
    whole = calendar.parse("5 يوليو 2015", None)
    assert whole is not None and whole.value == "2015-07-05"


def test_span_is_narrower_than_value(calendar: Calendar) -> None:
    when = calendar.parse("أواخر مايو 2015", WEDNESDAY)
    assert when is not None
    assert (when.value, when.start, when.end) == ("2015-05", dt.date(2015, 5, 21), dt.date(2015, 5, 31))


def test_command() -> None:
    result = CliRunner().invoke(command, ["مساء أمس", "--date", "2016-12-14"])
    assert json.loads(result.output) == {
        "text": "مساء أمس", "value": "2016-12-13TEV", "grain": "daypart", "start": "2016-12-13", "end": "2016-12-13",
    }  # fmt: skip
    lines = CliRunner().invoke(command, ["--line-format", "tsv"], input="أمس\t2016-12-14\nكلام\t2016-12-14\n")
    assert [json.loads(line)["value"] for line in lines.output.splitlines()] == ["2016-12-13", None]


@pytest.mark.parametrize(
    ("arguments", "stdin"), [(["أمس", "--date", "14/2016"], ""), (["--line-format", "tsv"], "أمس\tغد\n")]
)
def test_bad_date(arguments: list[str], stdin: str) -> None:
    result = CliRunner().invoke(command, arguments, input=stdin)
    assert isinstance(result.exception, MusnadError)
    assert "YYYY-MM-DD" in str(result.exception)


WORDS = """
أمس غد يوم الأحد مساء 14 5 2016 ديسمبر رمضان من إلى بين و منذ قبل بعد خلال الأسبوع الماضي ثلاثة أيام ( ) / - ، شهر عام 9999 0 31 99/99/9999 الموافق
""".split()  # noqa: SIM905


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.dates())
def test_never_fails(words: list[str], date: dt.date) -> None:
    """Any jumble of time words, on any date: no failure, spans in order, start not after end."""
    calendar = Calendar.load()
    text = " ".join(words)
    calendar.parse(text, date)
    for sentence in sentences("text", text):
        last = 0
        for mention in find_times(sentence, calendar, date):
            assert last <= mention.start < mention.end <= len(sentence.tokens)
            assert mention.when.start <= mention.when.end
            last = mention.end
    find_article_date(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    Calendar.load().parse(text, WEDNESDAY)
    find_article_date(text)
