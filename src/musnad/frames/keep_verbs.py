"""Which verbs earn a record: somebody's act or word, not what things do, nor words that only describe (codebook 2, 3)."""

from __future__ import annotations

from musnad.frames.clauses import Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import IRREALIS, Event, Filler
from musnad.lexicon.grammar import grammar

_NEED_ACTOR = frozenset(
    ("REQUEST", "ACCUSE", "REJECT", "AGREE", "SUPPORT", "CONCEDE", "THREATEN", "CONSULT", "COOPERATE", "SANCTION")
)
_SPEAKING = grammar().speaking
_MUTE = grammar().mute_subjects
_BY_FORCE_OF = grammar().by_force_of


def verb_earns(row: Row, tree: Tree, event: Event, row_events: list[Event]) -> bool:
    if event.event == "SAY":
        if _impersonal(row, tree, event):
            return False
        if not event.fillers("actor"):
            if _mute(row, event):
                return False
            return event.content is not None and (_only_people_say(event) or not _thing_subject(row, event))
        if (
            event.entry.lemma == "قال"
            and event.analysis is not None
            and event.analysis.pos == "active"
            and event.governor is None
        ):
            above = tree.clauses[event.clause].governor
            host = next((e for e in row_events if not e.nominal and e.element == above and e.event == "SAY"), None)
            if host is not None:  # «وأضاف قائلا إن»: one statement
                if host.scope is None:
                    host.content, host.scope = event.content, event.scope
                return False
        if event.governor is not None and event.governor.event == "SAY" and _same_subject(row, tree, event):
            return False  # «قال إنه يتوقع» "he said that he expects": one statement
    if event.event in _NEED_ACTOR and not event.fillers("actor") and not event.passive and _no_author(row, event):
        return False  # «يطالب الاتفاق»: the subject is no actor
    if _suicide(row, event):
        return False
    clause = tree.clauses[event.clause]
    if (
        event.event == "COERCE"
        and clause.kind == "relative"
        and event.analysis is not None
        and event.analysis.tense == "present"
        and event.frame.mode == "seize"
    ):
        return False  # «مدينة تسيطر عليها القوات»: words that only describe the place
    if (
        clause.kind == "relative"
        and event.event in ("COERCE", "MOBILIZE", "SUPPORT", "AID")
        and event.analysis is not None
        and event.analysis.tense == "present"
        and not event.analysis.future
        and _resumed(row, event, clause.end)
    ):
        return False  # «القاعدة التي يتحصن فيها المتمردون»: words that only describe a place or thing
    if (
        event.in_relative
        and event.analysis is not None
        and event.analysis.tense == "present"
        and event.event in ("ASSAULT", "SUPPORT", "AID", "COERCE", "MOBILIZE")
        and not event.analysis.future
    ):
        antecedent = row.elements[event.subject[0]] if event.subject else None
        if antecedent is not None and antecedent.mention is not None and antecedent.definite:
            return False  # «التحالف الذي يحارب التنظيم»: words that only say who (codebook 2, rule 5)
    if event.event == "REQUEST" and ((event.passive and event.content is None) or _laid_down(row, event)):
        return False
    if event.governor is not None and event.governor.event in IRREALIS and event.factuality == "hypothetical":
        return False
    return event.factuality != "hypothetical" or event.event in ("ASSAULT", "THREATEN")


def _suicide(row: Row, event: Event) -> bool:
    """«قتل المسلح نفسه» "the gunman killed himself": violence to nobody else."""
    if event.event != "ASSAULT" or event.entry.lemma not in ("قتل", "احرق", "شنق", "طعن"):
        return False
    after = row.elements[event.element + 1 : event.element + 3]
    return any(e.tag is Tag.PHRASE and not e.prep and e.word in ("نفسه", "نفسها", "انفسهم") for e in after)


def _laid_down(row: Row, event: Event) -> bool:
    """«بموجب الاتفاق يجب على إيران», «وعلى الوزارة أن تقدم تقريرا» in the article's own words: a duty, no demand."""
    if not any(f.implied == "speaker" for f in event.fillers("actor")):
        return False
    before = row.elements[max(0, event.element - 8) : event.element]
    quoted = any(e.tag in (Tag.OPEN, Tag.CLOSE) for e in row.elements)
    return any(e.prep in _BY_FORCE_OF for e in before) or (event.governor is None and not quoted)


def _resumed(row: Row, event: Event, end: int) -> bool:
    """A pronoun after the verb, or on it, points back to what the relative clause describes."""
    if event.analysis is not None and event.analysis.clitic in ("ه", "ها", "هم"):
        return True
    following = row.elements[event.element + 1 : min(end, event.element + 3)]
    return any(e.tag is Tag.PHRASE and e.prep and e.word in ("ه", "ها") for e in following)


def _no_author(row: Row, event: Event) -> bool:
    """No subject at all, or one that is an act; people and bodies we do not know («الغالبية») may still act."""
    if not event.subject:
        return True
    element = row.elements[event.subject[0]]
    if event.in_relative and _resumed(row, event, len(row.elements)):  # «تسجيل يهدد فيه بإعدام رهينة»: who spoke before
        event.roles["actor"] = [Filler(implied="subject", element=event.element)]
        return False
    doubtful = event.in_relative or event.event not in ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "CONSULT")
    unknown = element.definite and not element.word.endswith(("ون", "ين", "ات"))  # plurals are mostly people
    return bool(element.events) or (doubtful and unknown)


def _impersonal(row: Row, tree: Tree, event: Event) -> bool:
    """«يذكر أن», «يشار إلى أن», «يعتقد أن»: a passive of saying without a sayer."""
    analysis = event.analysis
    if analysis is None or analysis.tense != "present" or analysis.person != 3 or analysis.number != "s":
        return False
    clause = tree.clauses[event.clause]
    if not any(f.implied == "subject" for f in event.fillers("actor")):
        return False
    return clause.kind in ("root", "beside") and event.element <= clause.start + 1


def _only_people_say(event: Event) -> bool:
    """«وأضاف المكتب أن»: whoever it is, somebody speaks; «الاتفاق الذي قال إنه»: not the antecedent, who spoke before."""
    if event.entry.lemma not in _SPEAKING or event.passive:
        return False
    if event.in_relative:
        event.roles["actor"] = [Filler(implied="subject", element=event.element)]
    return True


def _mute(row: Row, event: Event) -> bool:
    """«المنطق يقول إن» "logic says that": nobody speaks."""
    return bool(event.subject) and row.elements[event.subject[0]].word.removeprefix("ال") in _MUTE


def _thing_subject(row: Row, event: Event) -> bool:
    """The verb of saying has a subject, and it is a thing: «سيكشف إعدامه», «ولا يوضح الفيديو»."""
    group = event.subject
    if not group:
        return False
    element = row.elements[group[0]]
    return not element.actors and (
        bool(element.events) or element.word.startswith("ال") or element.definite or event.in_relative
    )


def _same_subject(row: Row, tree: Tree, event: Event) -> bool:
    """The verb stands right under «أنه» with its subject dropped."""
    clause = tree.clauses[event.clause]
    return (
        clause.kind == "that"
        and clause.word.endswith("ه")
        and any(f.implied == "subject" for f in event.fillers("actor"))
    )
