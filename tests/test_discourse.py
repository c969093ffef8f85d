"""The discourse room: who is meant, on whose word, when and where. Sentences of our own."""

from __future__ import annotations

import pytest

import musnad
from musnad.discourse.agreement import Party
from musnad.discourse.outlets import is_outlet, outlet_of
from musnad.discourse.scene import Scene
from musnad.record import Entity, Record


def records(text: str, date: str = "2016-03-10", *, title: str = "", source: str | None = None) -> list[Record]:
    return musnad.code(text, title=title, date=date, source=source)


def one(found: list[Record], event: str, trigger: str) -> Record:
    """The record of ``event`` at ``trigger``; the test fails when there is none."""
    hits = [r for r in found if r.event == event and r.trigger.text == trigger]
    assert hits, f"no {event} at {trigger}: {[(r.event, r.trigger.text) for r in found]}"
    return hits[-1]


def codes(entities: list[Entity]) -> list[str]:
    return [f"{e.country or '-'}/{e.sector or '-'}" for e in entities]


# (text, event, trigger, actors)
WHO = [
    pytest.param(
        "قالت وزارة الخارجية الروسية إن المحادثات مستمرة. وأضافت أن الوفد عاد إلى موسكو.",
        "SAY", "أضافت", ["RUS/GOV"], id="a feminine verb goes on for the ministry",
    ),
    pytest.param(
        "قال وزير الخارجية المصري سامح شكري إن بلاده ترفض القرار. وقالت مصادر فلسطينية إن اللقاء تأجل. وأضافت أن الموعد لم يحدد.",
        "SAY", "أضافت", ["PSE/UNK"], id="not for the man who spoke before",
    ),
    pytest.param(
        "التقى وزير الخارجية الأردني أيمن الصفدي وزير الخارجية المصري سامح شكري في عمان. وأكد الوزيران أهمية الحل السياسي.",
        "SAY", "أكد", ["JOR/GOV", "EGY/GOV"], id="the two ministers are those who met",
    ),
    pytest.param(
        "اتهمت أنقرة دمشق بقصف قرية حدودية. وتبادل الطرفان الاتهامات مرارا.",
        "ACCUSE", "الاتهامات", ["TUR/GOV", "SYR/GOV"], id="the two sides are accuser and accused",
    ),
    pytest.param(
        "التقى وزير الخارجية الليبي السفير الإيطالي في طرابلس. وأكد الأخير دعم بلاده للحوار.",
        "SAY", "أكد", ["ITA/GOV"], id="the latter is who was named last",
    ),
    pytest.param(
        "قصف التحالف العربي مواقع للحوثيين في صعدة باليمن. وقال سكان إن طيران التحالف استهدف معسكرا في صنعاء.",
        "ASSAULT", "استهدف", ["IGO/MIL"], id="the coalition's aircraft",
    ),
    pytest.param(
        "أصدرت وزارة الداخلية التونسية بيانا. وقالت الوزارة إن الشرطة اعتقلت ثلاثة متشددين.",
        "COERCE", "اعتقلت", ["TUN/COP"], id="police of the article's country",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "trigger", "wanted"), WHO)
def test_who(text: str, event: str, trigger: str, wanted: list[str]) -> None:
    assert codes(one(records(text), event, trigger).actors) == wanted


def test_family_name_means_the_person_of_the_article() -> None:
    """A later «العلي» is the spokesman just introduced, whom no dictionary knows."""
    found = records(
        "قال المتحدث باسم الحكومة الأردنية سالم العلي إن القرار نهائي. وأوضح العلي أن الحكومة أبلغت البرلمان."
    )
    actor = one(found, "SAY", "أوضح").actors[0]
    assert (actor.country, actor.sector) == ("JOR", "GOV")


# (text, event, trigger, speaker)
ON_WHOSE_WORD = [
    pytest.param(
        "قصفت الطائرات الروسية مدينة إدلب، بحسب المرصد السوري لحقوق الإنسان.", "ASSAULT", "قصفت", "SOC",
        id="according to, looking back",
    ),
    pytest.param("وبحسب وكالة رويترز، قصفت الطائرات الروسية مدينة إدلب.", "ASSAULT", "قصفت", "JRN", id="looking forward"),
    pytest.param("قصفت الطائرات الروسية مدينة إدلب.", "ASSAULT", "قصفت", None, id="nobody's but the article's"),
    pytest.param(
        "أكد الجيش العراقي أن قواته قصفت تنظيم داعش الذي احتل الموصل قبل عامين.", "COERCE", "احتل", None,
        id="who somebody is, is background",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "trigger", "sector"), ON_WHOSE_WORD)
def test_speaker(text: str, event: str, trigger: str, sector: str | None) -> None:
    speaker = one(records(text), event, trigger).speaker
    assert (speaker.sector if speaker else None) == sector


def test_a_report_at_the_end_is_nobodys_word() -> None:
    """«قال س إن ..., بحسب ص»: the agency's own report has no speaker; it carries what the minister says."""
    found = records("قال وزير الدفاع العراقي إن القوات قصفت مواقع داعش في الرمادي، بحسب وكالة الأناضول.")
    assert one(found, "SAY", "بحسب").speaker is None


def test_the_paper_that_prints_is_no_link() -> None:
    text = "قال وزير الدفاع العراقي لصحيفة الشرق الأوسط إن القوات قصفت مواقع داعش في الرمادي."
    elsewhere = one(records(text, source="okaz"), "ASSAULT", "قصفت")
    at_home = one(records(text, source="aawsat"), "ASSAULT", "قصفت")
    assert elsewhere.via is not None
    assert elsewhere.via.sector == "JRN"
    assert at_home.via is None


# (text, event, trigger, ISO time or None)
WHEN = [
    pytest.param("أعلنت وزارة الدفاع أمس أن مسلحين قتلوا جنديا مصريا.", "ASSAULT", "قتلوا", None, id="when it was said is not when it was done"),
    pytest.param("قتل مسلحون أمس جنديا مصريا في سيناء.", "ASSAULT", "قتل", "2016-03-09", id="in its own clause"),
    pytest.param(
        "زار الرئيس الفرنسي أمس القاهرة والتقى الرئيس المصري.", "CONSULT", "التقى", "2016-03-09", id="a coordinate clause keeps the date",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "trigger", "value"), WHEN)
def test_when(text: str, event: str, trigger: str, value: str | None) -> None:
    time = one(records(text), event, trigger).time
    assert (time.value if time else None) == value


# (text, event, trigger, country, name)
WHERE = [
    pytest.param("قصفت الطائرات السورية بلدة دوما.", "ASSAULT", "قصفت", "SYR", id="the town that was shelled"),
    pytest.param("اندلعت اشتباكات في مدينة تعز اليمنية. وقصف الحوثيون المدينة بالمدافع.", "ASSAULT", "قصف", "YEM", id="the city named before"),
    pytest.param("قتل جنديان في هجوم نفذه مسلحون في بلدة تونسية.", "ASSAULT", "هجوم", "TUN", id="a town told by its nationality"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "trigger", "country"), WHERE)
def test_where(text: str, event: str, trigger: str, country: str) -> None:
    place = one(records(text), event, trigger).place
    assert place is not None
    assert place.country == country


def test_victims_take_the_country_of_the_place() -> None:
    found = records("قتل خمسة مدنيين في قصف على مدينة غزة.")
    hit = next(r for r in found if r.event == "ASSAULT")
    assert codes(hit.recipients) == ["PSE/CVL"]


def test_ids_are_stable_and_unique() -> None:
    text = "قصفت الطائرات الروسية إدلب وقتلت ثلاثة مدنيين. وأكدت موسكو القصف. وأدانت باريس القصف."
    first, second = records(text), records(text)
    assert [r.id for r in first] == [r.id for r in second]
    assert len({r.id for r in first}) == len(first)
    assert len({(r.trigger.field, r.trigger.start, r.event) for r in first}) == len(first)


PERSON = Entity(kind="person", name="A")
BODY = Entity(kind="body", name="B")


@pytest.mark.parametrize(
    ("party", "number", "gender", "fits"),
    [
        (Party([PERSON], "m"), "s", "m", True),
        (Party([PERSON], "m"), "s", "f", False),
        (Party([PERSON], "m"), "p", "m", False),
        (Party([BODY], "f"), "s", "f", True),
        (Party([BODY], "f"), "s", "m", False),
        (Party([PERSON, BODY], "m", "d"), "d", "m", True),
        (Party([PERSON, BODY], "m", "p"), "p", "m", True),
        (Party([BODY], "f", "p", loose=True, human=False), "s", "f", True),
        (Party([BODY], "f", "p", loose=True, human=False), "p", "m", False),
        (Party([]), "s", "m", False),
    ],
)
def test_agreement(party: Party, number: str, gender: str, fits: bool) -> None:
    assert party.fits(number, gender) is fits


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("aawsat", "Asharq al-Awsat"),
        ("https://www.okaz.com.sa/article/1", "Okaz"),
        ("m.hespress.com", "Hespress"),
        ("arabic.rt.com", "RT"),
        ("no-such-paper", None),
        ("", None),
        (None, None),
    ],
)
def test_outlets(source: str | None, name: str | None) -> None:
    outlet = outlet_of(source)
    assert (outlet.name if outlet else None) == name


def test_an_outlet_is_known_by_its_arabic_name_too() -> None:
    own = Entity(kind="media", name=None, name_ar="صحيفة عكاظ", country="SAU", sector="JRN")
    assert is_outlet(outlet_of("okaz"), own)
    assert not is_outlet(outlet_of("sabq"), own)
    assert not is_outlet(None, own)


def test_a_party_of_one_name_is_the_articles_own() -> None:
    """Turkey and Morocco each have a «حزب العدالة والتنمية» "Justice and Development Party"."""
    text = "اجتمع العاهل المغربي بالوزراء. وأعلن حزب العدالة والتنمية فوزه في الانتخابات المغربية."
    assert codes(one(records(text), "SAY", "أعلن").actors) == ["MAR/PTY"]
    text = "اجتمع الرئيس التركي بالوزراء. وأعلن حزب العدالة والتنمية فوزه في الانتخابات التركية."
    assert codes(one(records(text), "SAY", "أعلن").actors) == ["TUR/PTY"]


def test_foreigners_are_not_of_the_country_told_of() -> None:
    text = "اجتمعت الحكومة الليبية في طرابلس. وقال مسؤولون غربيون إن ليبيا تحتاج إلى هدنة."
    assert codes(one(records(text), "SAY", "قال").actors) == ["-/GOV"]


def test_the_coalition_follows_the_scene() -> None:
    yemen, levant, nowhere = Scene(), Scene(), Scene()
    yemen.weights["YEM"] = 3
    levant.weights["SYR"] = 3
    assert yemen.coalition() == "Arab Coalition in Yemen"
    assert levant.coalition() == "US-led international coalition"
    assert nowhere.coalition() is None
    assert nowhere.kingdom() == "SAU"


@pytest.mark.parametrize(
    "text", ["", "،،،", "« « «", "وأضاف", "بحسب", "الطرفان", "وقال: «", "أن أن أن أن", "بلاده نظيره", "ه" * 5000]
)
def test_no_text_is_too_poor(text: str) -> None:
    assert isinstance(records(text), list)
