"""Actor phrases in sentences of our own: where they begin and end, what they are, whom they name."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.lexicon.frames import FrameLexicon
from musnad.mentions.actors import Mention, find_actors
from musnad.resolve.who import Knowledge
from musnad.text import sentences


@pytest.fixture(scope="module")
def kb() -> Knowledge:
    knowledge = Knowledge.load()
    knowledge.common = FrameLexicon.load().forms  # as the coder does
    return knowledge


def found(kb: Knowledge, text: str, date: str = "2016-06-15") -> list[tuple[str, Mention]]:
    out = []
    for sentence in sentences("text", text):
        for m in find_actors(sentence, kb, dt.date.fromisoformat(date)):
            out.append((text[m.char_start : sentence.tokens[m.end - 1].end], m))
    return out


# sentence, then the expected phrases with ref and country/sector ("-" for none)
TABLE = [
    ("اجتمع وزير الخارجية الروسي، سيرغي لافروف، مع نظيره الألماني في برلين.",
     [("وزير الخارجية الروسي، سيرغي لافروف", "office", "RUS/GOV"), ("نظيره الألماني", "counterpart", "DEU/GOV"),
      ("برلين", "metonym", "DEU/GOV")]),
    ("هنأ الرئيس التونسي الباجي قائد السبسي ملك الأردن.",
     [("الرئيس التونسي الباجي قائد السبسي", "office", "TUN/GOV"), ("ملك الأردن", "office", "JOR/GOV")]),
    ("قال الناطق باسم الشرطة العراقية إن مسلحين مجهولين خطفوا 12 عاملا.",
     [("الناطق باسم الشرطة العراقية", "office", "IRQ/COP"), ("مسلحين مجهولين", "people", "-/UAF"),
      ("12 عاملا", "people", "-/LAB")]),
    ("ولموسكو رأي آخر.", [("موسكو", "metonym", "RUS/GOV")]),
    ("اتهمت السلطات التركية عناصر من حزب العمال الكردستاني.",
     [("السلطات التركية", "body", "TUR/GOV"), ("عناصر من حزب العمال الكردستاني", "group", "TUR/REB")]),
    ("زار وفد من حركة حماس القاهرة.",
     [("وفد من حركة حماس", "group", "PSE/REB"), ("القاهرة", "metonym", "EGY/GOV")]),
    ("أكدت مصادر في وزارة الدفاع الفرنسية النبأ.", [("مصادر في وزارة الدفاع الفرنسية", "unnamed", "FRA/GOV")]),
    ("بحث الجانبان السعودي والكويتي أسعار النفط.", [("الجانبان السعودي والكويتي", "anaphor", "-/-")]),
    ("رفض الائتلاف المشاركة.", [("الائتلاف", "anaphor", "-/-")]),
    ("وأعلنت الوزارة ذلك في بيان.", [("الوزارة", "anaphor", "-/GOV")]),
    ("دعا الوزير بلاده إلى الحوار.", [("الوزير", "office", "-/GOV"), ("بلاده", "possessive", "-/GOV")]),
    ("قصفت طائرات أميركية مواقع لتنظيم «داعش».",
     [("طائرات أميركية", "people", "USA/MIL"), ("تنظيم «داعش»", "group", "IMG/REB")]),
    ("قتل ثلاثة من رجال الشرطة وأصيب 7 مدنيين.",
     [("ثلاثة من رجال الشرطة", "people", "-/COP"), ("7 مدنيين", "people", "-/CVL")]),
    ("فرقت الشرطة مئات المتظاهرين.", [("الشرطة", "anaphor", "-/COP"), ("مئات المتظاهرين", "people", "-/CVL")]),
    ("نقلت وكالة «رويترز» عن مسؤول إسرائيلي كبير قوله إن الجيش يستعد.",
     [("وكالة «رويترز»", "media", "GBR/JRN"), ("مسؤول إسرائيلي كبير", "unnamed", "ISR/GOV"),
      ("الجيش", "anaphor", "-/MIL")]),
    ("وقع الهجوم في منطقة الرياض.", []),
    ("أثار التفجير الإرهابي غضبا.", []),
    ("قال مدير مركز الخليج للأبحاث عبد العزيز بن صقر ذلك.",
     [("مدير مركز الخليج للأبحاث عبد العزيز بن صقر", "office", "-/SOC")]),
    ("حكمت محكمة مصرية على الصحافي وائل رشاد.",
     [("محكمة مصرية", "body", "EGY/JUD"), ("الصحافي وائل رشاد", "office", "-/JRN")]),
    ("التقى جون كيري، وزير الخارجية الأميركي، بمسؤولين عراقيين.",
     [("جون كيري، وزير الخارجية الأميركي", "name", "USA/GOV"), ("مسؤولين عراقيين", "unnamed", "IRQ/GOV")]),
    ("التقت وزيرة خارجية النمسا نظيرتها الهولندية.",
     [("وزيرة خارجية النمسا", "office", "AUT/GOV"), ("نظيرتها الهولندية", "counterpart", "NLD/GOV")]),
    ("استقبل ولي ولي العهد النائب الثاني لرئيس مجلس الوزراء وزير الدفاع الأمير محمد بن سلمان السفير الهندي.",
     [("ولي ولي العهد النائب الثاني لرئيس مجلس الوزراء وزير الدفاع الأمير محمد بن سلمان", "office", "SAU/GOV"),
      ("السفير الهندي", "office", "IND/GOV")]),
    ("قال النائب عن كتلة المستقبل نزار عكروش إن المجلس معطل.",
     [("النائب عن كتلة المستقبل نزار عكروش", "office", "LBN/LEG"), ("المجلس", "anaphor", "-/GOV")]),
    ("قال العميد الركن راشد القنيطري ذلك.", [("العميد الركن راشد القنيطري", "name", "-/MIL")]),
    ("أصيب عقيد ليبي، وقال العقيد إنه بخير.", [("عقيد ليبي", "people", "LBY/MIL"), ("العقيد", "anaphor", "-/MIL")]),
    ("هاتف أردوغان ميركل.", [("أردوغان", "name", "TUR/GOV"), ("ميركل", "name", "DEU/GOV")]),
    ("مقتل عراقي واعتقال سوري.", [("عراقي", "people", "IRQ/CVL"), ("سوري", "people", "SYR/CVL")]),
    ("خطف مسلحون النمساوي توماس براندل قرب الحدود.",
     [("مسلحون", "people", "-/UAF"), ("النمساوي توماس براندل", "name", "AUT/CVL")]),
    ("فرح آلاف الجزائريين بالقرار وتفاوضت باريس مع الجزائريين.",
     [("آلاف الجزائريين", "people", "DZA/CVL"), ("باريس", "metonym", "FRA/GOV"),
      ("الجزائريين", "people", "DZA/GOV")]),
    ("استهدف الهجوم نقطة تفتيش للجيش المالي.", [("نقطة تفتيش للجيش المالي", "people", "MLI/MIL")]),
    ("طالب هؤلاء المسلحون بالمال.", [("المسلحون", "anaphor", "-/UAF")]),
    ("رحبت دول مجموعة «5+1» (روسيا والصين وغيرهما) بالنص.",
     [("دول مجموعة «5+1» (روسيا والصين وغيرهما)", "body", "-/GOV")]),
    ("اتهم القاضي بتخفيض الحكم، وقال في مؤتمر صحفي عقده أمس إن القوات مسؤولة عن الفوضى.",
     [("القاضي", "office", "-/JUD"), ("القوات", "anaphor", "-/MIL")]),
    ("تقدم الجيش في محافظة إب وعلى صعيد آخر انسحب من شرم الشيخ.",
     [("الجيش", "anaphor", "-/MIL")]),
    ("وقال جوليان زيليبور، من جامعة صغيرة، إن المدرسة بعيدة.",
     [("جوليان زيليبور", "name", "-/-")]),
    ("قال الناطق باسم حكومة الوحدة الوطنية الليبية ذلك.",
     [("الناطق باسم حكومة الوحدة الوطنية الليبية", "office", "LBY/GOV")]),
    ("أيد نائب رئيس هيئة الحشد الشعبي القرار.", [("نائب رئيس هيئة الحشد الشعبي", "office", "IRQ/PRM")]),
    ("قصفت قوات الأسد حيا سكنيا.", [("قوات الأسد", "people", "SYR/MIL")]),
    ("وصل الرئيس هادي إلى عدن.", [("الرئيس هادي", "office", "YEM/GOV")]),
    ("نفى وزير الصحة عزام القطيفان ذلك، وقتل قائدهم ومعه اثنان في الشيخ زويد.",
     [("وزير الصحة عزام القطيفان", "office", "-/GOV"), ("قائدهم", "possessive", "-/MIL")]),
    ("قال الرئيس حسن عبد الله على هامش القمة.", [("الرئيس حسن عبد الله", "office", "-/GOV")]),
    ("قدم الرئيس الأميركي تعازيه بعد الحادث.", [("الرئيس الأميركي", "office", "USA/GOV")]),
    ("هاجم العاهل الأردني إسرائيل بشدة.", [("العاهل الأردني", "office", "JOR/GOV"), ("إسرائيل", "state", "ISR/GOV")]),
    ("دعت ألمانيا أوكرانيا إلى التهدئة.", [("ألمانيا", "state", "DEU/GOV"), ("أوكرانيا", "state", "UKR/GOV")]),
    ("أدانت سورية ذلك.", [("سورية", "state", "SYR/GOV")]),
    ("وقال قائد قوات محلية لرويترز إن القتال توقف.",
     [("قائد قوات محلية", "office", "-/MIL"), ("رويترز", "media", "GBR/JRN")]),
    ("قال مصدر مغربي مسؤول في وزارة الصحة ذلك.", [("مصدر مغربي مسؤول في وزارة الصحة", "unnamed", "MAR/GOV")]),
    ("وصلت مساعدات بعد مظاهرات كبيرة أمام القصر.", []),
    ("التقى الوزير ودعاه إلى الحوار.", [("الوزير", "office", "-/GOV")]),
    ("وصل السفير سامي أحمد نقشلي إلى عدن.", [("السفير سامي أحمد نقشلي", "office", "-/GOV")]),
    ("التقى الوزير أحمد محمد رجالا.", [("الوزير أحمد محمد", "office", "-/GOV"), ("رجالا", "people", "-/UNK")]),
    ("أثار مقتل متطرف غضبا.", [("متطرف", "people", "-/REB")]),
    ("أدانت المحكمة متهمين اثنين.", [("المحكمة", "anaphor", "-/JUD"), ("متهمين اثنين", "people", "-/CRM")]),
    ("وقال جوليان زيليبور أحد قادة المعارضة في فرنسا إن ذلك خطأ.",
     [("جوليان زيليبور أحد قادة المعارضة", "name", "FRA/OPP"), ("فرنسا", "state", "FRA/GOV")]),
    ("بزعامة هيثم مناع تشكل الوفد.", [("هيثم مناع", "name", "SYR/OPP"), ("الوفد", "people", "-/GOV")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[0][:30] for t in TABLE])
def test_phrases(kb: Knowledge, text: str, expected: list[tuple[str, str, str]]) -> None:
    got = [(p, m.ref, f"{m.entity.country or '-'}/{m.entity.sector or '-'}") for p, m in found(kb, text)]
    assert got == expected


def test_coordinated_adjectives_are_parts(kb: Knowledge) -> None:
    (_, sides), *_ = found(kb, "اتفق الجانبان السعودي والكويتي.")
    assert [p.entity.country for p in sides.parts] == ["SAU", "KWT"]
    (_, ministers), *_ = found(kb, "استقبل وزيري الخارجية المصري والأردني.")
    assert [p.entity.name for p in ministers.parts] == ["Sameh Shoukry", "Nasser Judeh"]


def test_proclitics_are_reported_not_covered(kb: Knowledge) -> None:
    (text, m), *_ = found(kb, "ولأردوغان موقف.")
    assert (text, m.conj, m.prep, m.entity.country) == ("أردوغان", True, "ل", "TUR")
    (text, m), *_ = found(kb, "سلمت للاجئين سوريين مساعدات.")
    assert text.startswith("للاجئين")


def test_possessive_and_counterpart(kb: Knowledge) -> None:
    mentions = dict(found(kb, "أبلغ الرئيس حكومته ونظيريه السوري والإيراني."))
    assert mentions["حكومته"].ref == "possessive"
    assert mentions["حكومته"].poss == "ه"
    both = next(m for m in mentions.values() if m.ref == "counterpart")
    assert [p.adj_countries for p in both.parts] == [("SYR",), ("IRN",)]


def test_office_holder_changes_with_the_day(kb: Knowledge) -> None:
    for date, name in (("2015-02-01", "John Kerry"), ("2018-08-01", "Mike Pompeo")):
        (_, m), *_ = found(kb, "صرح وزير الخارجية الأميركي.", date)
        assert m.entity.name == name
        assert m.entity.by == "office"


def test_family_names_of_the_article(kb: Knowledge) -> None:
    sentence = sentences("text", "وأضاف خبرون أن الوضع هادئ.")[0]
    assert find_actors(sentence, kb, None) == []
    (m,) = find_actors(sentence, kb, None, frozenset({"خبرون"}))
    assert (m.ref, m.family, m.entity.country) == ("name", "خبرون", None)


def test_adjective_helper(kb: Knowledge) -> None:
    assert kb.adjective("الروسية").country == "RUS"  # type: ignore[union-attr]
    assert kb.adjective("حوثية").sector == "REB"  # type: ignore[union-attr]
    assert kb.adjective("جميلة") is None


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(list('ءآأإابتثجحخدذرزسشصضطظعغفقكلمنهويىةؤئ  «»"(),،.0123456789٣ـً\u200f\ud800')),
        max_size=200,
    )
)
def test_any_text_gives_ordered_spans(kb: Knowledge, text: str) -> None:
    for sentence in sentences("text", text):
        end = 0
        for m in find_actors(sentence, kb, None):
            assert end <= m.start < m.end <= len(sentence.tokens)
            assert sentence.tokens[m.start].start <= m.char_start < sentence.tokens[m.end - 1].end
            end = m.end
