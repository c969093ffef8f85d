"""Group 11: passives and relative clauses that tell of an event."""

from __future__ import annotations

import pytest

from .support import Fact, Row, cases, check, fact

ROWS = [
    Row(
        "2014-11-03",
        "قُتل سبعة مدنيين عندما قُصفت سوق شعبية في مدينة الباب بريف حلب.",
        fact("ASSAULT", "قصفت", a="", p="SYR bab"),
    ),
    Row(
        "2010-09-28",
        "اختُطف سائحان فرنسيان في شمال النيجر الأسبوع الماضي على يد عناصر من تنظيم القاعدة.",
        fact("ASSAULT abduct", "اختطف", a="IMG REB", r="FRA CVL", t="2010-09-20/2010-09-26", p="NER"),
    ),
    Row(
        "2016-10-02",
        "أصدر المكتب بيانا حول الاجتماع الذي عقد أمس في عمّان بين وفدي الحكومة اليمنية والحوثيين.",
        fact(
            "CONSULT",
            "الاجتماع",
            a="YEM GOV; YEM REB",
            t="2016-10-01",
            p="JOR amman",
        ),
    ),
    Row(
        "2019-11-26",
        "اعتُقل الصحافي في مطار الجزائر بعد عودته من باريس، وأفرج عنه لاحقا.",
        fact("COERCE arrest", "اعتقل", a="", r="? JRN"),
        fact(
            "RETREAT release",
            "أفرج",
            r="? JRN",
        ),
    ),
    Row(
        "2012-05-25",
        "دعت موسكو إلى التحقيق في المجزرة التي ارتكبت الجمعة في الحولة وسط سوريا.",
        fact("ASSAULT", "المجزرة", a="", t="2012-05-25", p="SYR houla"),
    ),
    Row(
        "2021-05-22",
        "استغرب المراقبون سرعة الالتزام بالهدنة التي تم التوصل إليها فجر الجمعة بوساطة مصرية.",
        fact(
            "AGREE",
            "الهدنة|التوصل",
            t="2021-05-21TMO",
        ),
    ),
    Row(
        "2008-07-17",
        "جاء ذلك في اتصال هاتفي أجراه الرئيس اللبناني ميشال سليمان مع الأسير المحرر سمير القنطار.",
        fact(
            "CONSULT phone",
            "اتصال",
            a="LBN GOV suleiman; LBN ?",
            i="LBN GOV suleiman",
            known="initiator of a call not given («تلقى اتصالا من», «أجرى اتصالا ب», «اتصال أجراه»)",
        ),
    ),
    Row(
        "2023-02-10",
        "قوبل القرار بانتقادات وجهتها منظمات حقوقية إلى السلطات التونسية التي أوقفت عددا من المعارضين.",
        fact("ACCUSE", "انتقادات", a="? SOC", r="TUN GOV"),
        fact("COERCE arrest", "أوقفت", a="TUN GOV", r="TUN OPP"),
    ),
    Row(
        "2017-12-04",
        "قُتل الرئيس اليمني السابق علي عبد الله صالح على أيدي الحوثيين قرب صنعاء.",
        fact("ASSAULT", "قتل", a="YEM REB", r="YEM ELI saleh", p="YEM sanaa"),
    ),
    Row(
        "2015-07-15",
        "تواصلت ردود الفعل على الاتفاق الذي وُقّع الثلاثاء في فيينا بين إيران والدول الكبرى.",
        fact(
            "SUPPORT",
            "وقع",
            a="IRN GOV; - GOV",
            t="2015-07-14",
            p="AUT vienna",
        ),
    ),
    Row(
        "2013-10-10",
        "أُطلق سراح رئيس الوزراء الليبي علي زيدان بعد ساعات من خطفه في طرابلس.",
        fact(
            "RETREAT release",
            "أطلق|سراح",
            r="LBY GOV zeidan",
            known="recipient that stands in the sentence is not taken (object, «ل», «إلى», «من», or an attached pronoun)",
        ),
        fact("ASSAULT abduct", "خطفه", r="LBY GOV zeidan", p="LBY tripoli"),
    ),
    Row(
        "2020-02-06",
        "عُين السفير محمد فال مبعوثا، وذلك خلال القمة المصغرة التي دعت إليها الجزائر واستضافتها برازافيل الخميس الماضي.",
        fact("REQUEST meet", "دعت", a="DZA GOV", known="mode not taken from the words that give it"),
    ),
    Row(
        "2022-12-14",
        "ضُبطت كميات من الأسلحة وأوقف ستة أشخاص في عملية نفذتها مخابرات الجيش في بلدة بريتال.",
        fact(
            "COERCE arrest",
            "أوقف",
            a="LBN SPY",
            r="LBN UNK",
            p="LBN",
            known="a clause is broken at و / حيث / ثم / relative: subject known before is not carried over",
        ),
    ),
    Row(
        "2018-10-19",
        "نددت تركيا بمقتل الصحافي السعودي جمال خاشقجي الذي قُتل داخل قنصلية بلاده في إسطنبول.",
        fact("ASSAULT", "قتل", r="SAU JRN khashoggi", p="TUR istanbul"),
    ),
    Row(
        "2024-07-31",
        "قال البيان إن الزيارة التي كان مقررا أن يقوم بها الوزير إلى طهران ألغيت.",
        fact("REJECT", "ألغيت", known="trigger or frame lacks: a common verb or noun of the press gives no record"),
    ),
    Row(
        "2018-03-13",
        "استُهدف موكب رئيس الوزراء الفلسطيني رامي الحمد الله بعبوة ناسفة لدى دخوله قطاع غزة.",
        fact(
            "ASSAULT explosives",
            "استهدف",
            a="",
            r="PSE GOV hamdallah",
            p="PSE gaza",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2012-04-12",
        "أُعلن في دمشق عن وقف العمليات العسكرية التي يشنها الجيش السوري على مدينة حمص.",
        fact("ASSAULT", "العمليات", a="SYR MIL", p="SYR homs"),
    ),
    Row(
        "2021-01-20",
        "وُضع المعارض تحت الإقامة الجبرية، ومُنع أنصاره من التظاهر في الساحة التي طوقتها الشرطة.",
        fact("COERCE", "منع", r="? ?"),
    ),
    Row(
        "2016-12-31",
        "رحب مجلس الأمن بالهدنة التي أعلنتها روسيا وتركيا الخميس في سوريا.",
        fact(
            "CONCEDE|AGREE|SAY|RETREAT",
            "الهدنة|أعلنتها",
            a="RUS GOV; TUR GOV",
            t="2016-12-29",
            known="coordination of names: the second or third conjunct is lost, stripped of its name, or takes the head's code",
        ),
    ),
    Row(
        "2024-07-14",
        "أُصيب الرئيس الأميركي السابق دونالد ترامب في أذنه خلال إطلاق نار استهدف تجمعا انتخابيا في بنسلفانيا.",
        fact(
            "ASSAULT firearms",
            "إطلاق نار",
            p="USA pennsylvania",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2010-08-10",
        "حُكم على الصحافية بالسجن عاما، وصودرت نسخ الصحيفة التي انتقدت الوزير.",
        fact(
            "SANCTION convict",
            "حكم",
            a="",
            r="? JRN",
            known="trigger or frame lacks: a common verb or noun of the press gives no record",
        ),
    ),
    Row(
        "2013-07-25",
        "فجع التونسيون باغتيال النائب محمد البراهمي الذي أُطلقت عليه إحدى عشرة رصاصة أمام بيته.",
        fact("ASSAULT", "اغتيال", r="TUN LEG brahmi"),
    ),
]


@pytest.mark.parametrize(("row", "want"), cases(ROWS))
def test_passives(row: Row, want: Fact) -> None:
    check(row, want)
