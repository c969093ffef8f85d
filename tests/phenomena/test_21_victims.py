"""Whom an act befell: indefinite singulars, objects in «ا», further victims, both sides, the crowd of a protest."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row("2020-03-02", "مقتل مسلح في غارة على غزة.", fact("ASSAULT", "غارة", r="? UAF")),
    Row("2013-06-02", "قتل مدني في قصف على حمص.", fact("ASSAULT", "قصف", r="SYR CVL")),
    Row("2018-11-20", "اعتقلت الشرطة التركية صحفيا في أنقرة.", fact("COERCE", "اعتقلت", r="? JRN")),
    Row("2021-05-14", "أفرجت السلطات الجزائرية عن ناشط أمس.", fact("RETREAT", "أفرجت", r="DZA SOC")),
    Row("2016-02-08", "قتل ثلاثة جنود ومدني في انفجار في سيناء.", fact("ASSAULT", "انفجار", r="EGY MIL; EGY CVL")),
    Row(
        "2019-04-12",
        "فرقت الشرطة السودانية المظاهرة بالقوة.",
        fact("ASSAULT", "فرقت", a="SDN COP", r="SDN CVL"),
        fact("PROTEST", "المظاهرة", a="SDN CVL"),
    ),
    Row(
        "2014-09-02",
        "تدور اشتباكات عنيفة بين الجيش الليبي من جهة، وبين مقاتلي تنظيم الدولة الإسلامية من جهة ثانية.",
        fact("ASSAULT", "اشتباكات", a="LBY MIL; IMG REB"),
    ),
    Row("2017-01-05", "استهدف هجوم انتحاري القوات العراقية.", fact("ASSAULT", "هجوم", a="")),
    Row("2012-08-05", "مقتل جنديين في هجوم شرقي تركيا", fact("ASSAULT", "هجوم", a="", r="TUR MIL")),
    Row(
        "2013-10-02",
        "قال الجمهوري جون بينر رئيس مجلس النواب إن الموازنة سترفض.",
        fact("SAY", "قال", a="USA LEG boehner"),
    ),
    Row(
        "2015-06-11",
        "وقف نظيره الإسرائيلي موشي يعلون وقال إن الحرب قادمة.",
        fact("SAY", "قال", a="ISR GOV yaalon"),
    ),
    # adjectives of groups
    Row("2021-02-20", "الهجوم الحوثي على مأرب متواصل.", fact("ASSAULT", "الهجوم", a="YEM REB houthi")),
    Row("2016-07-04", "استهدف هجوم داعشي حي الكرادة.", fact("ASSAULT", "هجوم", a="IMG REB")),
    Row("2019-09-16", "أدانت الكويت الهجمات الحوثية على جدة.", fact("ACCUSE", "أدانت", a="KWT GOV", r="YEM REB")),
    Row("2018-06-13", "طرد الحوثيين من الحديدة هدف التحالف.", fact("ASSAULT", "طرد", a="")),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_victims(row: Row, want: Fact) -> None:
    check(row, want)
