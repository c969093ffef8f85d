"""Topics of articles: what is left out of sport, weather, accidents, markets and routine services (codebook 2, rule 7)."""

from __future__ import annotations

import pytest

import musnad
from musnad.discourse.topics import Topics, drop
from musnad.text import sentences

ARTICLES = [
    (
        "sport",
        "الفريق يفوز في افتتاح الدوري",
        "قال مدرب المنتخب إن اللاعبين قدموا مباراة كبيرة أمام جماهيرهم، وسجل المهاجم هدفين في الشوط الثاني.",
    ),
    (
        "weather",
        "أمطار غزيرة على الساحل",
        "هطلت أمطار رعدية وتوقعت الأرصاد الجوية هبوب رياح قوية وانخفاض درجات الحرارة.",
    ),
    (
        "accident",
        "وفاة ثلاثة في حادث مروري",
        "لقي ثلاثة أشخاص مصرعهم في تصادم حافلة وسيارة على الطريق السريع، ونقل الدفاع المدني المصابين.",
    ),
    (
        "markets",
        "أسهم البورصة تتراجع",
        "تراجع مؤشر البورصة وسط هبوط أسهم البنوك، وقالت شركة وساطة إن المستثمرين ينتظرون نتائج الأرباح.",
    ),
    ("culture", "مهرجان السينما يفتتح دورته", "عرض المهرجان فيلما جديدا للمخرج وسط حضور فنانين وممثلين."),
    (
        None,
        "الحكومة ترفض شروط المعارضة",
        "رفضت الحكومة مطالب المعارضة بحل البرلمان، وقال رئيس الوزراء إن الانتخابات ستجري في موعدها.",
    ),
    (
        None,
        "قتلى في هجوم على ملعب",
        "قتل عشرة مدنيين في تفجير انتحاري تبناه تنظيم داعش واستهدف ملعبا خلال مباراة، وأعلنت الشرطة اعتقال مسلحين.",
    ),
    (
        None,
        "عقوبات على صادرات النفط",
        "فرضت واشنطن عقوبات جديدة على صادرات النفط من إيران، وهدد مسؤول عسكري في طهران بإغلاق المضيق.",
    ),
]


@pytest.mark.parametrize(("topic", "title", "text"), ARTICLES)
def test_topic(topic: str | None, title: str, text: str) -> None:
    assert Topics.load().of([*sentences("title", title), *sentences("text", text)]) == topic


@pytest.mark.parametrize(
    ("topic", "event", "codes", "left_out"),
    [
        (None, "SAY", [(None, None)], False),
        ("sport", "SAY", [("TUN", "CVL")], True),
        ("sport", "ASSAULT", [(None, "UAF")], True),  # a forward, not an attacker
        ("sport", "COERCE", [("CHE", "COP")], False),
        ("sport", "PROTEST", [("EGY", "CVL")], False),
        ("markets", "SAY", [("DEU", "BUS")], True),
        ("markets", "SAY", [("DEU", "GOV")], False),
        ("markets", "AGREE", [("IGO", None)], False),
        ("accident", "ASSAULT", [], True),
        ("services", "ASSAULT", [("MAR", "CVL")], False),
    ],
)
def test_drop(topic: str | None, event: str, codes: list[tuple[str | None, str | None]], left_out: bool) -> None:
    assert drop(topic, event, codes) is left_out


def test_the_coder_leaves_out_sport() -> None:
    _, title, text = ARTICLES[0]
    assert musnad.code(text, title=title, date="2019-03-02") == []
