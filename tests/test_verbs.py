"""Conjugation tables: one line a verb, cells written out by hand from grammar, not from the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.morphology import NotAVerbError, conjugate
from musnad.morphology.verbs import VerbForm, classify

# past, present, class, form, then cells: what must be among the forms.
# Cells: past 3fs, past 3md, past 3mp, past 1p | present 3fs, 3md, 3mp, jussive 3ms | active participle, feminine, accusative
TABLE = """
كتب يكتب sound 1 | كتبت كتبا كتبوا كتبنا | تكتب يكتبان يكتبون يكتب | كاتب كاتبة كاتبا
وقف يقف sound 1 | وقفت وقفا وقفوا وقفنا | تقف يقفان يقفون يقف | واقف واقفة واقفا
وصل يصل sound 1 | وصلت وصلا وصلوا وصلنا | تصل يصلان يصلون يصل | واصل واصلة واصلا
أخذ يأخذ sound 1 | أخذت أخذا أخذوا أخذنا | تأخذ يأخذان يأخذون يأخذ | آخذ آخذة آخذا
سأل يسأل sound 1 | سألت سألا سألوا سألنا | تسأل يسألان يسألون يسأل | سائل سائلة سائلا
بدأ يبدأ sound 1 | بدأت بدآ بدأوا بدأنا | تبدأ يبدآن يبدأون يبدأ | بادئ بادئة بادئا
لجأ يلجأ sound 1 | لجأت لجآ لجؤوا لجأنا | تلجأ يلجآن يلجؤون يلجأ | لاجئ لاجئة لاجئا
بات يبيت hollow 1 | باتت باتا باتوا بتنا | تبيت يبيتان يبيتون يبت | بائت بائتة بائتا
أثبت يثبت sound 4 | أثبتت أثبتا أثبتوا أثبتنا | تثبت يثبتان يثبتون يثبت | مثبت مثبتة مثبتا
قال يقول hollow 1 | قالت قالا قالوا قلنا | تقول يقولان يقولون يقل | قائل قائلة قائلا
زار يزور hollow 1 | زارت زارا زاروا زرنا | تزور يزوران يزورون يزر | زائر زائرة زائرا
باع يبيع hollow 1 | باعت باعا باعوا بعنا | تبيع يبيعان يبيعون يبع | بائع بائعة بائعا
خاف يخاف hollow 1 | خافت خافا خافوا خفنا | تخاف يخافان يخافون يخف | خائف خائفة خائفا
جاء يجيء hollow 1 | جاءت جاءا جاؤوا جئنا | تجيء يجيئان يجيئون يجئ | - - -
دعا يدعو defective 1 | دعت دعوا دعوا دعونا | تدعو يدعوان يدعون يدع | داع داعية داعيا
نفى ينفي defective 1 | نفت نفيا نفوا نفينا | تنفي ينفيان ينفون ينف | ناف نافية نافيا
سعى يسعى defective 1 | سعت سعيا سعوا سعينا | تسعى يسعيان يسعون يسع | ساع ساعية ساعيا
بقي يبقى defective 1 | بقيت بقيا بقوا بقينا | تبقى يبقيان يبقون يبق | باق باقية باقيا
رأى يرى defective 1 | رأت رأيا رأوا رأينا | ترى يريان يرون ير | - - -
حث يحث doubled 1 | حثت حثا حثوا حثثنا | تحث يحثان يحثون يحث | حاث حاثة حاثا
شن يشن doubled 1 | شنت شنا شنوا شننا | تشن يشنان يشنون يشن | شان شانة شانا
أكّد يؤكد sound 2 | أكدت أكدا أكدوا أكدنا | تؤكد يؤكدان يؤكدون يؤكد | مؤكد مؤكدة مؤكدا
هدّد يهدد sound 2 | هددت هددا هددوا هددنا | تهدد يهددان يهددون يهدد | مهدد مهددة مهددا
سمّى يسمي defective 2 | سمت سميا سموا سمينا | تسمي يسميان يسمون يسم | مسم مسمية مسميا
هنّأ يهنئ sound 2 | هنأت هنآ هنأوا هنأنا | تهنئ يهنئان يهنئون يهنئ | مهنئ مهنئة مهنئا
قابل يقابل sound 3 | قابلت قابلا قابلوا قابلنا | تقابل يقابلان يقابلون يقابل | مقابل مقابلة مقابلا
نادى ينادي defective 3 | نادت ناديا نادوا نادينا | تنادي يناديان ينادون يناد | مناد منادية مناديا
فاجأ يفاجئ sound 3 | فاجأت فاجآ فاجأوا فاجأنا | تفاجئ يفاجئان يفاجئون يفاجئ | مفاجئ مفاجئة مفاجئا
أعلن يعلن sound 4 | أعلنت أعلنا أعلنوا أعلنا | تعلن يعلنان يعلنون يعلن | معلن معلنة معلنا
أدان يدين hollow 4 | أدانت أدانا أدانوا أدنا | تدين يدينان يدينون يدن | مدين مدينة مدينا
أشار يشير hollow 4 | أشارت أشارا أشاروا أشرنا | تشير يشيران يشيرون يشر | مشير مشيرة مشيرا
أجرى يجري defective 4 | أجرت أجريا أجروا أجرينا | تجري يجريان يجرون يجر | مجر مجرية مجريا
أعدّ يعد doubled 4 | أعدت أعدا أعدوا أعددنا | تعد يعدان يعدون يعد | معد معدة معدا
أصرّ يصر doubled 4 | أصرت أصرا أصروا أصررنا | تصر يصران يصرون يصر | مصر مصرة مصرا
أنشأ ينشئ sound 4 | أنشأت أنشآ أنشأوا أنشأنا | تنشئ ينشئان ينشئون ينشئ | منشئ منشئة منشئا
أساء يسيء hollow 4 | أساءت أساءا أساؤوا أسأنا | تسيء يسيئان يسيئون يسئ | مسيء مسيئة مسيئا
أوقف يوقف sound 4 | أوقفت أوقفا أوقفوا أوقفنا | توقف يوقفان يوقفون يوقف | موقف موقفة موقفا
آمن يؤمن sound 4 | آمنت آمنا آمنوا آمنا | تؤمن يؤمنان يؤمنون يؤمن | مؤمن مؤمنة مؤمنا
تحدث يتحدث sound 5 | تحدثت تحدثا تحدثوا تحدثنا | تتحدث يتحدثان يتحدثون يتحدث | متحدث متحدثة متحدثا
تولى يتولى defective 5 | تولت توليا تولوا تولينا | تتولى يتوليان يتولون يتول | متول متولية متوليا
تبوأ يتبوأ sound 5 | تبوأت تبوآ تبوأوا تبوأنا | تتبوأ يتبوآن يتبوأون يتبوأ | متبوئ متبوئة متبوئا
تعاون يتعاون sound 6 | تعاونت تعاونا تعاونوا تعاونا | تتعاون يتعاونان يتعاونون يتعاون | متعاون متعاونة متعاونا
تآمر يتآمر sound 6 | تآمرت تآمرا تآمروا تآمرنا | تتآمر يتآمران يتآمرون يتآمر | متآمر متآمرة متآمرا
انسحب ينسحب sound 7 | انسحبت انسحبا انسحبوا انسحبنا | تنسحب ينسحبان ينسحبون ينسحب | منسحب منسحبة منسحبا
انضم ينضم doubled 7 | انضمت انضما انضموا انضممنا | تنضم ينضمان ينضمون ينضم | منضم منضمة منضما
انحاز ينحاز hollow 7 | انحازت انحازا انحازوا انحزنا | تنحاز ينحازان ينحازون ينحز | منحاز منحازة منحازا
اتهم يتهم sound 8 | اتهمت اتهما اتهموا اتهمنا | تتهم يتهمان يتهمون يتهم | متهم متهمة متهما
اجتمع يجتمع sound 8 | اجتمعت اجتمعا اجتمعوا اجتمعنا | تجتمع يجتمعان يجتمعون يجتمع | مجتمع مجتمعة مجتمعا
التقى يلتقي defective 8 | التقت التقيا التقوا التقينا | تلتقي يلتقيان يلتقون يلتق | ملتق ملتقية ملتقيا
احتل يحتل doubled 8 | احتلت احتلا احتلوا احتللنا | تحتل يحتلان يحتلون يحتل | محتل محتلة محتلا
اضطر يضطر doubled 8 | اضطرت اضطرا اضطروا اضطررنا | تضطر يضطران يضطرون يضطر | مضطر مضطرة مضطرا
اختار يختار hollow 8 | اختارت اختارا اختاروا اخترنا | تختار يختاران يختارون يختر | مختار مختارة مختارا
ادعى يدعي defective 8 | ادعت ادعيا ادعوا ادعينا | تدعي يدعيان يدعون يدع | مدع مدعية مدعيا
اصطدم يصطدم sound 8 | اصطدمت اصطدما اصطدموا اصطدمنا | تصطدم يصطدمان يصطدمون يصطدم | مصطدم مصطدمة مصطدما
استمع يستمع sound 8 | استمعت استمعا استمعوا استمعنا | تستمع يستمعان يستمعون يستمع | مستمع مستمعة مستمعا
احمر يحمر doubled 9 | احمرت احمرا احمروا احمررنا | تحمر يحمران يحمرون يحمر | محمر محمرة محمرا
استهدف يستهدف sound 10 | استهدفت استهدفا استهدفوا استهدفنا | تستهدف يستهدفان يستهدفون يستهدف | مستهدف مستهدفة مستهدفا
استقال يستقيل hollow 10 | استقالت استقالا استقالوا استقلنا | تستقيل يستقيلان يستقيلون يستقل | مستقيل مستقيلة مستقيلا
استدعى يستدعي defective 10 | استدعت استدعيا استدعوا استدعينا | تستدعي يستدعيان يستدعون يستدع | مستدع مستدعية مستدعيا
استمر يستمر doubled 10 | استمرت استمرا استمروا استمررنا | تستمر يستمران يستمرون يستمر | مستمر مستمرة مستمرا
استأنف يستأنف sound 10 | استأنفت استأنفا استأنفوا استأنفنا | تستأنف يستأنفان يستأنفون يستأنف | مستأنف مستأنفة مستأنفا
سيطر يسيطر sound 11 | سيطرت سيطرا سيطروا سيطرنا | تسيطر يسيطران يسيطرون يسيطر | مسيطر مسيطرة مسيطرا
تدهور يتدهور sound 12 | تدهورت تدهورا تدهوروا تدهورنا | تتدهور يتدهوران يتدهورون يتدهور | متدهور متدهورة متدهورا
اطمأن يطمئن doubled 9 | اطمأنت اطمأنا اطمأنوا اطمأننا | تطمئن يطمئنان يطمئنون يطمئن | مطمئن مطمئنة مطمئنا
"""
ROWS = TABLE.strip().splitlines()


def cells(past: str, present: str) -> set[tuple[str, str, str, int, str]]:
    return {(f.text, f.tense, f.gender, f.person, f.number) for f in conjugate(past, present)}


@pytest.mark.parametrize("row", ROWS, ids=[r.split()[0] for r in ROWS])
def test_table(row: str) -> None:
    head, pasts, presents, participles = (part.split() for part in row.split("|"))
    past, present, weak, form = head
    verb = classify(past, present)
    assert (verb.weak, verb.form) == (weak, int(form))
    found = cells(past, present)
    assert (pasts[0], "past", "f", 3, "s") in found
    assert (pasts[1], "past", "m", 3, "d") in found
    assert (pasts[2], "past", "m", 3, "p") in found
    assert (pasts[3], "past", "", 1, "p") in found
    assert (presents[0], "present", "f", 3, "s") in found
    assert (presents[1], "present", "m", 3, "d") in found
    assert (presents[2], "present", "m", 3, "p") in found
    assert (presents[3], "present", "m", 3, "s") in found
    if participles[0] == "-":
        return
    assert (participles[0], "active", "m", 3, "s") in found
    assert (participles[1], "active", "f", 3, "s") in found
    assert (participles[2], "active", "m", 3, "s") in found


def voices(past: str, present: str, text: str, tense: str) -> set[str]:
    return {f.voice for f in conjugate(past, present) if f.text == text and f.tense == tense}


@pytest.mark.parametrize(
    ("past", "present", "text", "tense", "voice"),
    [
        ("قال", "يقول", "قيل", "past", "passive"),
        ("قال", "يقول", "يقال", "present", "passive"),
        ("قال", "يقول", "قال", "past", "active"),
        ("أعاد", "يعيد", "أعيد", "past", "passive"),
        ("أعاد", "يعيد", "يعاد", "present", "passive"),
        ("أجرى", "يجري", "أجري", "past", "passive"),
        ("أجرى", "يجري", "أجروا", "past", "either"),
        ("أجرى", "يجري", "يجرى", "present", "passive"),
        ("دعا", "يدعو", "دعي", "past", "passive"),
        ("دعا", "يدعو", "يدعى", "present", "passive"),
        ("دعا", "يدعو", "دعت", "past", "active"),
        ("قابل", "يقابل", "قوبل", "past", "passive"),
        ("قابل", "يقابل", "يقابل", "present", "either"),
        ("وجد", "يجد", "يوجد", "present", "passive"),
        ("وجد", "يجد", "يجد", "present", "active"),
        ("أخذ", "يأخذ", "يؤخذ", "present", "passive"),
        ("سأل", "يسأل", "سئل", "past", "passive"),
        ("قرأ", "يقرأ", "قرئ", "past", "passive"),
        ("أنشأ", "ينشئ", "أنشئ", "past", "passive"),
        ("أنشأ", "ينشئ", "ينشأ", "present", "passive"),
        ("قتل", "يقتل", "قتل", "past", "either"),
        ("استهدف", "يستهدف", "استهدف", "past", "either"),
        ("استهدف", "يستهدف", "تستهدف", "present", "either"),
        ("استعاد", "يستعيد", "استعيد", "past", "passive"),
        ("اختار", "يختار", "اختير", "past", "passive"),
        ("اختار", "يختار", "يختار", "present", "either"),
        ("انسحب", "ينسحب", "انسحب", "past", "active"),
    ],
)
def test_voice(past: str, present: str, text: str, tense: str, voice: str) -> None:
    assert voices(past, present, text, tense) == {voice}


@pytest.mark.parametrize(
    ("past", "present", "expected"),
    [
        ("قتل", "يقتل", ["مقتول", "مقتولة", "مقتولين"]),
        ("سأل", "يسأل", ["مسؤول", "مسؤولون"]),
        ("قرأ", "يقرأ", ["مقروء", "مقروءة"]),
        ("دعا", "يدعو", ["مدعو", "مدعوة", "مدعوون"]),
        ("نفى", "ينفي", ["منفي", "منفية", "منفيين"]),
        ("باع", "يبيع", ["مبيع"]),
        ("شن", "يشن", ["مشنون"]),
        ("أقام", "يقيم", ["مقام", "مقامة"]),
        ("أعطى", "يعطي", ["معطى", "معطاة"]),
        ("اتهم", "يتهم", ["متهم", "متهمة", "متهمون", "متهمين", "متهمات", "متهما"]),
        ("استعاد", "يستعيد", ["مستعاد", "مستعادة"]),
    ],
)
def test_passive_participles(past: str, present: str, expected: list[str]) -> None:
    found = {f.text for f in conjugate(past, present) if f.tense == "passive"}
    assert set(expected) <= found


@pytest.mark.parametrize(
    ("past", "present", "masdars", "form", "weak"),
    [
        ("صرح", "يصرح", ["تصريح"], 2, "sound"),
        ("سمى", "يسمي", ["تسمية"], 2, "defective"),
        ("رمى", "يرمي", ["رمي"], 1, "defective"),
        ("كتب", "يكتب", ["كتابة"], 1, "sound"),
        ("استقل", "يستقل", ["استقلال"], 10, "doubled"),
        ("استلم", "يستلم", ["استلام"], 8, "sound"),
        ("وضح", "يوضح", [], 2, "sound"),
        ("أيد", "يؤيد", ["تأييد"], 2, "sound"),
    ],
)
def test_masdar_settles_the_form(past: str, present: str, masdars: list[str], form: int, weak: str) -> None:
    verb = classify(past, present, masdars)
    assert (verb.form, verb.weak) == (form, weak)


def test_form_two_has_no_agent_of_form_one() -> None:
    texts = {f.text for f in conjugate("صرح", "يصرح", ["تصريح"])}
    assert "مصرحا" in texts
    assert "صارح" not in texts


def test_same_spelling_once_a_cell() -> None:
    forms = list(conjugate("التقى", "يلتقي"))
    assert len(forms) == len(set(forms))
    assert VerbForm("التقيا", "past", "either", 3, "m", "d") in forms


@pytest.mark.parametrize(
    ("past", "present"),
    [
        ("قصف", "قصف"),  # no present prefix
        ("قصف", "يقتل"),  # another verb
        ("دعا", "يدعم"),  # weak past, strong present
        ("قال له", "يقول"),
        ("", ""),
        ("ق", "يق"),
        ("كتب", "يكتبون"),
        ("أعلن", "يعلق"),
        ("latin", "script"),
    ],
)
def test_misfits_are_refused(past: str, present: str) -> None:
    with pytest.raises(NotAVerbError):
        list(conjugate(past, present))


@given(
    st.text(alphabet="اأآإىيوؤئءةتنسلمقدعط\u0651\u064f ", max_size=8),
    st.text(alphabet="ياأىوؤئءتنسلمقدعط\u0651 ", max_size=8),
)
def test_any_letters(past: str, present: str) -> None:
    try:
        forms = list(conjugate(past, present))
    except NotAVerbError:
        return
    assert all(f.text and " " not in f.text for f in forms)
