"""Whether the bare phrase right after a verb is its subject or its object: «ودعا الوزير إلى», «ودعا الحكومة إلى».

Unvowelled Arabic marks neither case nor voice on most words. What tells is agreement, an ending, what the phrase names
(nobody's act asks for anything), and whether the verb leans on a clause before it whose subject it can share.
"""

from __future__ import annotations

from musnad.frames.agreement import gender, oblique, tamyiz
from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Element, Row, Tag
from musnad.lexicon.grammar import grammar
from musnad.morphology.analyser import Analysis

_LEANING = frozenset(("when", "beside"))
# What only people and bodies do: an act («استعداد بلاده») is no subject of it.
_SPEECH = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"))
_SINGLE_BODIES = frozenset(("body", "group", "state", "metonym"))


def is_object(row: Row, tree: Tree, analysis: Analysis, verb: int, bare: list[list[int]]) -> bool:
    """Whether ``bare[0]``, the first bare phrases after the verb of element ``verb``, is its object: its subject is
    dropped then. ``bare`` is not empty, and the verb is a third person singular."""
    first = row.elements[bare[0][0]]
    lone = len(bare) == 1
    if oblique(row, first) and not (analysis.voice == "either" and analysis.entry is None):
        return True
    if len(bare[0]) == 1 and _disagrees(row, analysis, first):
        return True
    spoken = {_event(reading) for reading in row.elements[verb].readings or (analysis,)}  # «أكد دعمه»: a light verb too
    if "SAY" in spoken and _own(row, first):
        return True
    if _act(row, first) and (spoken & _SPEECH or analysis.gender == "f" != gender(first)):
        return True  # «وطلبت من الرياض تسليم المطلوبين» "and asked Riyadh to hand over the wanted"
    if _considered(row, analysis, first) or _has_pronoun(row, tree, analysis, verb):
        return True
    if not lone:
        return False
    clause = tree.clauses[row.elements[verb].clause]
    leaning = bool(analysis.conj) or clause.kind in _LEANING
    if not leaning or analysis.clitic:
        return False
    return (
        _same_described(row, tree, analysis, clause)
        or _thing(analysis, first, clause)
        or _content(row, tree, analysis, first, clause)
        or _place(row, analysis, first)
        or _wanted(analysis, first, tree, clause)
        or _others(row, tree, analysis, first, clause)
        or _victims(row, analysis, first, clause)
    )


def shares_subject(row: Row, analysis: Analysis, group: list[int], after: int) -> bool:
    """«قتل الجيش وأصاب عشرات»: the verb and the one that follows its subject at element ``after`` share subject and
    object."""
    if after >= len(row.elements) or len(group) != 1:
        return False
    first, second = row.elements[group[0]], row.elements[after]
    other = second.analysis
    if second.tag is not Tag.VERB or not second.conj or other is None or other.pos != "verb" or other.clitic:
        return False
    return (
        second.start == first.end
        and first.mention is not None
        and first.mention.ref in _SINGLE_BODIES
        and other.number == analysis.number
        and other.gender == analysis.gender
        and other.tense == analysis.tense
        and other.voice != "passive"
        and analysis.entry is not None
        and not _intransitive(analysis)
    )


def _has_pronoun(row: Row, tree: Tree, analysis: Analysis, verb: int) -> bool:
    """«إنها لن تدخر جهدا» "that it will spare no effort": the pronoun on «إن» is the subject. Not «ه», often nobody's."""
    clause = tree.clauses[row.elements[verb].clause]
    opener = row.elements[clause.start]
    if clause.kind != "that" or clause.verb != verb or opener.tag is not Tag.THAT:
        return False
    norm = row.sentence.tokens[opener.end - 1].norm
    if norm.endswith("ها"):
        return analysis.gender == "f" and analysis.number == "s"
    return norm.endswith("هم") and analysis.number == "p"


def _same_described(row: Row, tree: Tree, analysis: Analysis, clause: Clause) -> bool:
    """«الوزير الذي زار طهران، والتقى الرئيس» "the minister who visited Tehran and met the president": the relative clause
    goes on about the same one."""
    above = tree.clauses[clause.parent] if clause.kind == "beside" and clause.parent >= 0 else None
    if above is None or above.kind != "relative" or above.verb < 0 or _intransitive_or_unknown(analysis):
        return False
    told = row.elements[above.verb].analysis
    return told is not None and (told.gender, told.number, told.tense) == (
        analysis.gender,
        analysis.number,
        analysis.tense,
    )


def _intransitive_or_unknown(analysis: Analysis) -> bool:
    return analysis.entry is None or _intransitive(analysis)


def _event(analysis: Analysis) -> str:
    return analysis.entry.frames[0].event if analysis.entry is not None and analysis.entry.frames else ""


def _says(analysis: Analysis) -> bool:
    return _event(analysis) == "SAY"


def _intransitive(analysis: Analysis) -> bool:
    """No frame of the verb takes an object."""
    assert analysis.entry is not None
    return not any("object" in places for frame in analysis.entry.frames for places in frame.roles.values())


def _disagrees(row: Row, analysis: Analysis, first: Element) -> bool:
    """«واستجوبت 30 مسؤولا», «وطالب الحكومة», «ودعت البرلمان»."""
    mention = first.mention
    found = gender(first, tamyiz(row, first))
    if not analysis.gender or found == analysis.gender:
        return False
    if mention is None:
        if analysis.gender == "f":
            return first.word.isdigit()  # «وتعتقل 200 منهم»: of 200 one says «يعتقل»
        norm = row.sentence.tokens[first.head].norm  # «ودعا الأمة إلى»; names in ة have no article
        feminine = norm.startswith("ال") and norm.endswith(("ه", "ات")) and norm != "الله"
        return feminine and not analysis.clitic and _event(analysis) in _SPEECH
    if analysis.gender == "m" and mention.ref in ("people", "group") and first.word in grammar().feminine_bodies:
        return True  # «وطالب قوات التحالف بالاستمرار»
    if analysis.gender == "f" and mention.count and _counts_men(row, first):
        return True  # «وقتلت تسعة ناشطين» "and she killed nine activists"
    if not found:
        return False
    if mention.ref in ("state", "metonym", "body", "group"):
        return True
    if analysis.gender == "f":
        return mention.ref == "office" or mention.count
    return mention.ref == "anaphor" and mention.number == "sg"


def _counts_men(row: Row, first: Element) -> bool:
    """Three to ten with ة count masculine nouns, of whom a passive verb is masculine."""
    mention = first.mention
    number = row.sentence.tokens[mention.start].norm if mention is not None else ""
    return number in grammar().numerals and number.endswith("ه") and number != "مايه"


def _own(row: Row, first: Element) -> bool:
    """«وأكدت التزامها تطبيق»: what is stressed, not who stresses."""
    return (
        first.mention is None
        and len(first.word) > 5
        and first.word.endswith(("ها", "هم", "هما"))
        and row.sentence.tokens[first.head].norm == first.word
        and not first.word.startswith("ال")
    )


def _act(row: Row, first: Element) -> bool:
    """A noun of action with more behind it («استمرار التعاون», «تسليم قادتها»); not a «بيان» or «تقرير», which speak, nor
    a demand or an agreement («دعا إعلان القاهرة إلى»)."""
    if first.mention is not None or first.end - first.start < 2 or not first.events:
        return False
    token, noun = first.events[0]
    norm = row.sentence.tokens[first.head].norm
    if token != first.head or norm.startswith("ال") or norm in grammar().speaking_nouns:
        return False
    return _event(noun) not in ("SAY", "REQUEST", "AGREE")


def _thing(analysis: Analysis, first: Element, clause: Clause) -> bool:
    """«فيما استهدف أيضا منازل»: a masculine verb with an indefinite thing after it: the thing is the object."""
    return (
        first.mention is None
        and gender(first) != analysis.gender
        and not _says(analysis)
        and ((analysis.gender == "m" and not first.definite) or (not first.inner and bool(analysis.conj)))
        and bool(first.events or first.inner or not first.word.isdigit())
        and analysis.entry is not None
        and bool(analysis.entry.frames)
        and not analysis.entry.frames[0].rule.startswith("assault.result")
        and not _intransitive(analysis)
    )


def _content(row: Row, tree: Tree, analysis: Analysis, first: Element, clause: Clause) -> bool:
    """«وتمنى الشفاء للمصابين»: a verb of speech without a clause whose one phrase names nobody: what was said."""
    if first.mention is not None or first.inner or not _says(analysis) or analysis.entry is None:
        return False
    norm = row.sentence.tokens[first.head].norm
    takes = analysis.entry.frames[0].roles.get("content", [])[:1] == ["object"]
    return takes and norm.startswith("ال") and not any(c.parent == clause.index for c in tree.clauses)


def _considered(row: Row, analysis: Analysis, first: Element) -> bool:
    """«ورفض الخطة، واعتبر القرار انتهاكا»: a thing after a verb of considering is what is considered."""
    if first.mention is not None or first.inner or analysis.entry is None or not analysis.conj:
        return False
    thing = row.sentence.tokens[first.head].norm.startswith("ال") and bool(first.events)
    return thing and analysis.entry.lemma in grammar().considering


def _place(row: Row, analysis: Analysis, first: Element) -> bool:
    """«بعدما أمطرت ضاحية كذا بالصواريخ»: a place does nothing."""
    return (
        first.mention is None
        and not first.events
        and analysis.entry is not None
        and bool(analysis.entry.frames)
        and not _intransitive(analysis)
        and any(first.start <= p.start < first.end and p.known for p in row.places)
    )


def _wanted(analysis: Analysis, first: Element, tree: Tree, clause: Clause) -> bool:
    """A verb that never goes without an object has but one phrase: «وناشد المجلس التدخل», «وهنأ الشعب»."""
    if analysis.entry is None or analysis.entry.lemma not in grammar().transitives or first.mention is None:
        return False
    return not any(c.parent == clause.index and c.kind in ("that", "quote", "relative") for c in tree.clauses)


def _others(row: Row, tree: Tree, analysis: Analysis, first: Element, clause: Clause) -> bool:
    """«قال كذا، وطالب الوزراء بالاستقالة»: a verb that goes on after a clause with a subject, and people it may address."""
    mention = first.mention
    if mention is None or clause.kind != "beside" or not first.definite:
        return False
    governor = row.elements[clause.governor].analysis if clause.governor >= 0 else None
    follows = governor is not None and governor.number == "s" and governor.gender == analysis.gender
    if mention.key == "side" and mention.number == "pl":  # «ودعت جميع الأطراف إلى ضبط النفس»
        frames = analysis.entry.frames if analysis.entry is not None else ()
        return follows and any(frame.event == "REQUEST" for frame in frames)
    if analysis.gender != "m":
        return False
    if _event(analysis) not in ("REQUEST", "THREATEN") or mention.number != "pl" or mention.count:
        return False
    if (
        first.word.endswith("ون")
        or mention.ref not in ("people", "office", "anaphor")
        or mention.end - mention.start > 1
    ):
        return False
    return follows


_UNARMED = frozenset(("CVL", "UNK", "REF", "MED", "EDU", "JRN", "SOC", "LAB", "REL"))
_ARMED = frozenset(("MIL", "REB", "PRM", "COP", "UAF"))
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))


def _victims(row: Row, analysis: Analysis, first: Element, clause: Clause) -> bool:
    """«اقتحمت القوات المستشفى وطردت المرضى» "stormed the hospital and expelled the patients": after a force's act of force
    the unarmed are whom the next one befalls."""
    mention = first.mention
    if mention is None or mention.entity.sector not in _UNARMED or clause.kind != "beside" or clause.governor < 0:
        return False
    if analysis.conj == "ف" and analysis.entry is not None and analysis.entry.lemma in grammar().result_words:
        return False  # «فتح النار فقتل ثلاثة» "opened fire and so killed three": the act takes its dead
    before = row.elements[clause.governor].analysis
    if before is None or before.pos != "verb" or (before.gender, before.number) != (analysis.gender, analysis.number):
        return False
    if _event(before) not in _FORCE or _event(analysis) not in (*_FORCE, "SANCTION", "RETREAT"):
        return False
    subject = row.elements[max(0, clause.governor - 1) : clause.governor + 2]
    return any(e.mention is not None and not e.prep and e.mention.entity.sector in _ARMED for e in subject)
