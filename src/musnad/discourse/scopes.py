"""On whose word: the stretches of a sentence that stand on a speaker's word, and the chain they make when nested."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.frames.clauses import Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event

# Acts whose content is told on the actor's word. What somebody asks for or refuses is not asserted by anybody.
_ASSERTING = frozenset(("SAY", "ACCUSE", "THREATEN", "AGREE", "REJECT"))


@dataclass(slots=True)
class Scope:
    """Tokens [start, end) told on the word of ``owner``'s actors. ``backward``: «..., بحسب X» closes what went before."""

    start: int
    end: int
    owner: Event
    backward: bool = False
    quoted: bool = False
    inner: bool = False  # «نقلا عن»: the source of the one who speaks, so nearer to the event
    aside: list[tuple[int, int]] = field(default_factory=list)  # tokens inside that are not on the owner's word

    @property
    def size(self) -> int:
        return self.end - self.start


def scopes(row: Row, tree: Tree, events: list[Event]) -> list[Scope]:
    """Every scope of a sentence, widest first."""
    out: list[Scope] = []
    n = len(row.sentence.tokens)
    for event in events:
        if "report" in event.notes:
            scope = _report(row, tree, event, n)
            scope.inner = row.elements[event.element].word.startswith("نقل")  # «نقلا عن» "quoting"
            out.append(scope)
            continue
        clause = tree.clauses[event.clause]
        if event.event == "SAY" and _as_clause(tree, event) is not None:
            out.append(Scope(0, _as_clause(tree, event) or 0, event, backward=True))
        elif event.nominal and any(e.content == event.content and not e.nominal for e in events):
            continue  # «أوضح في تصريح صحافي أن»: the noun is the channel
        elif event.event == "ACCUSE" and event.mode == "disapprove" and not _clausal(tree, event):
            continue  # what is condemned is taken as fact (codebook 2, rule 12)
        elif event.scope is not None and event.event in _ASSERTING and not _untold(event):
            start, end = event.scope
            if event.start < start or event.nominal or clause.kind == "quote":
                quoted = any(c.kind == "quote" and c.governor == event.element for c in tree.clauses)
                out.append(Scope(start, end, event, quoted=quoted))
    out = [s for s in out if s.end > s.start]
    for scope in out:
        scope.aside = _asides(row, tree, scope)
    out.sort(key=lambda s: (s.inner, not (s.backward and s.start == 0), -s.size))
    return out


def _clausal(tree: Tree, event: Event) -> bool:
    return any(c.kind in ("that", "quote") and c.governor == event.element for c in tree.clauses)


def _untold(event: Event) -> bool:
    """«لم تعلن جهة مسؤوليتها عن الهجوم»: nobody said it, and the attack is the article's own."""
    return event.factuality == "negated" and event.event == "SAY"


def _as_clause(tree: Tree, event: Event) -> int | None:
    """The token where «حسبما», «وفق ما» begins, if the event is the verb of such a clause."""
    clause = tree.clauses[event.clause]
    if clause.kind == "when" and clause.word == "as":
        return event.row.elements[clause.start].start
    return None


def _asides(row: Row, tree: Tree, scope: Scope) -> list[tuple[int, int]]:
    """Relative clauses that say who a known side is («تنظيم الدولة الذي استولى على مدن»): the article's own background,
    unless quoted. After a common noun («قوات الأمن التي انتشرت») they are part of what is told."""
    if scope.quoted or scope.backward:
        return []
    elements = row.elements
    out = []
    for clause in tree.clauses:
        if clause.kind != "relative" or not 0 <= clause.governor < len(elements) or clause.start >= len(elements):
            continue
        governor = elements[clause.governor]
        start = elements[clause.start].start
        if (
            scope.start <= governor.start < scope.end
            and governor.mention is not None
            and governor.mention.entity.name is not None
            and clause.word
            and elements[clause.start - 1].tag is not Tag.COMMA
        ):
            out.append((start, elements[clause.end].start if clause.end < len(elements) else len(row.sentence.tokens)))
    return out


def _report(row: Row, tree: Tree, event: Event, n: int) -> Scope:
    """«وبحسب X، فإن ...» looks forward, to the end of the clause or quotation it opens; «..., بحسب X» looks back over the
    sentence, or over the quotation it stands in."""
    elements = row.elements
    k = event.element
    before = k - 1
    while before >= 0 and elements[before].tag is Tag.OPEN:
        before -= 1
    clause = tree.clauses[elements[k].clause]
    quoted = next((c for c in tree.ancestors(clause.index) if c.kind == "quote" or c.quoted), None)
    opens = (
        before < 0 or elements[before].tag in (Tag.THAT, Tag.COLON) or (quoted is not None and quoted.start >= k - 1)
    )
    after = _after_speaker(row, k)
    joined = elements[k].conj and after < len(elements) and elements[after].tag is not Tag.DASH
    if opens or joined:
        start = elements[after].start if after < len(elements) else n
        end = n
        if quoted is not None and not joined:
            end = elements[quoted.end].start if quoted.end < len(elements) else n
        return Scope(start, end, event)
    if after < len(elements) and elements[after].tag is Tag.THAT and quoted is None:
        quoting = elements[k].word.startswith("نقل")  # «ذكرت س، نقلا عن ص، أن ...»: ص told س
        return Scope(
            elements[after].start if quoting else 0, n, event, backward=not quoting
        )  # «أوضح س، بحسب ص، أن ...»
    start = elements[quoted.start].start if quoted is not None else 0
    return Scope(start, event.start, event, backward=True)


def _after_speaker(row: Row, k: int) -> int:
    """The element after «بحسب X» at which the reported words begin."""
    elements = row.elements
    k += 1
    while k < len(elements) and elements[k].tag in (Tag.OPEN, Tag.COMMA):
        k += 1
    k += 1
    while k < len(elements) and (
        elements[k].tag in (Tag.CLOSE, Tag.TIME) or (elements[k].conj and elements[k].mention is not None)
    ):
        k += 1
    while (
        k < len(elements)
        and elements[k].tag is Tag.PHRASE
        and not elements[k].prep
        and k + 1 < len(elements)
        and elements[k + 1].tag is Tag.COMMA
    ):
        k += 1  # an apposition
    if k < len(elements) and elements[k].tag is Tag.COMMA:
        k += 1
    return k


def enclosing(all_scopes: list[Scope], event: Event) -> list[Scope]:
    """The scopes an event stands in, outermost first."""
    out = [
        s for s in all_scopes
        if s.start <= event.start < s.end and s.owner is not event and not any(a <= event.start < b for a, b in s.aside)
    ]  # fmt: skip
    if event.event == "SAY":  # who quotes a source is not told by it
        out = [s for s in out if not (s.inner and event.start < s.owner.start)]
    if "report" in event.notes or "as" in event.notes:  # «قال س إن ..., حسب ص»: ص reports; only a quotation holds it
        out = [s for s in out if s.owner.start < event.start and s.quoted and not s.backward]
    return out
