"""How much of a corpus the lexicon knows: main-clause verbs, titles before names, reporting phrases.

Each figure is known / found, where what counts as found is judged without the entry that would make it known:

* a *main-clause verb* is the first word of a sentence (conjunctions off) that is a verb of the lexicon, has the shape of
  a finite verb, or stands elsewhere in the corpus after a particle that only verbs follow («قد», «لم», «لن», «سوف»);
* a *title* is a definite word before a given name («الوزير محمد»), or the head of such a word («وزير الداخلية محمد»);
* a *reporting phrase* is a preposition of source («بحسب», «وفق», «نقلا عن») or a noun of speech after «في», «خلال», «عبر».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from musnad.lexicon.functions import function_words
from musnad.morphology.analyser import Analyser
from musnad.text import Kind, Token, fold, sentences

_VERBAL = frozenset(["قد", "وقد", "لقد", "ولقد", "فقد", "لم", "ولم", "فلم", "لن", "ولن", "سوف", "وسوف"])
_CHANNELS = frozenset({"في", "خلال", "عبر"})
_REPORTING = _CHANNELS | {"حسب", "بحسب", "حسبما", "وفق", "وفقا", "وفقما", "طبقا", "نقلا", "استنادا"}
_SPEECH = frozenset(
    [
        "بيان",
        "تصريح",
        "تصريحات",
        "حديث",
        "مقابله",
        "كلمه",
        "خطاب",
        "تغريده",
        "تغريدات",
        "رساله",
        "حوار",
        "تقرير",
        "موتمر",
        "لقاء",
        "منشور",
        "برقيه",
        "مداخله",
    ]
)
_MIN_EVIDENCE = 2  # times after a particle of verbs before a bare form counts as a verb


@dataclass(slots=True)
class Share:
    """Known out of found, and what is unknown by frequency."""

    known: int = 0
    unknown: Counter[str] = field(default_factory=Counter)

    @property
    def found(self) -> int:
        """All tokens of this sort."""
        return self.known + self.unknown.total()

    @property
    def share(self) -> float | None:
        """Known / found, None when nothing was found."""
        return self.known / self.found if self.found else None


@dataclass(slots=True)
class Coverage:
    """Coverage of a corpus."""

    articles: int = 0
    words: int = 0
    verbs: Share = field(default_factory=Share)
    titles: Share = field(default_factory=Share)
    reports: Share = field(default_factory=Share)


class Meter:
    """Counts coverage article by article; `result` judges the doubtful words when all are in."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._words = function_words().all_words
        self._heads, self._given = _title_words()
        self._first: Counter[str] = Counter()  # unknown first words of sentences
        self._spelling: dict[str, Token] = {}
        self._evidence: Counter[str] = Counter()
        self._coverage = Coverage()

    def add(self, title: str, text: str) -> None:
        """Count one article."""
        self._coverage.articles += 1
        for name, source in (("title", title), ("text", text)):
            for sentence in sentences(name, source):  # type: ignore[arg-type]
                self._sentence(sentence.tokens)

    def _sentence(self, tokens: Sequence[Token]) -> None:
        cover = self._coverage
        first = True
        for i, token in enumerate(tokens):
            if token.kind is not Kind.WORD:
                continue
            cover.words += 1
            norm = token.norm
            if norm in _VERBAL and i + 1 < len(tokens) and tokens[i + 1].kind is Kind.WORD:
                self._evidence[tokens[i + 1].norm] += 1
            if first:
                first = False
                self._opening(token)
            if norm in self._given and i:
                self._title(tokens, i)
            self._report(tokens, i)

    def _opening(self, token: Token) -> None:
        norm = token.norm
        bare = norm[1:] if norm[0] in "وف" and len(norm) > 2 else norm
        if norm in self._words or bare in self._words or bare.startswith(("ال", "لل", "بال")) or token.text[-1] == "ة":
            return
        readings = self._analyser.analyse(token)
        if any(r.pos == "verb" and not r.doubtful for r in readings):
            self._coverage.verbs.known += 1
        elif not readings:
            self._first[bare] += 1
            self._spelling.setdefault(bare, token)

    def _title(self, tokens: Sequence[Token], i: int) -> None:
        """Judge the definite words (and the head they complete) before the given name at ``i``."""
        chain: list[str] = []
        for token in reversed(tokens[max(0, i - 4) : i]):
            if token.kind is not Kind.WORD or token.norm in self._words:
                break
            chain.append(token.norm)
            if not _definite(token.norm):
                break
        if not chain or not _definite(chain[0]):
            return
        share = self._coverage.titles
        if any(word in self._heads or _bare(word) in self._heads for word in chain):
            share.known += 1
        else:
            share.unknown[_bare(chain[0])] += 1

    def _report(self, tokens: Sequence[Token], i: int) -> None:
        norm = tokens[i].norm
        bare = norm[1:] if norm[0] in "وف" and norm[1:] in _REPORTING else norm
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if bare not in _REPORTING or following is None or following.kind is not Kind.WORD:
            return
        after = following.norm
        channel = bare in _CHANNELS
        if channel and _bare(after) not in _SPEECH:
            return
        matches = self._analyser.phrases(tokens, i)
        share = self._coverage.reports
        if any(m.entry.kind == "report" for m in matches):
            share.known += 1
        else:
            share.unknown[f"{bare} {after}" if channel else bare] += 1

    def result(self) -> Coverage:
        """The figures for all articles added."""
        cover = self._coverage
        for word, count in self._first.items():
            token = self._spelling[word]
            if self._evidence[word] >= _MIN_EVIDENCE or self._analyser.is_verb_like(token):
                cover.verbs.unknown[word] += count
        self._first.clear()
        return cover


def coverage(articles: Iterable[tuple[str, str]], analyser: Analyser) -> Coverage:
    """Coverage of articles given as (title, text)."""
    meter = Meter(analyser)
    for title, text in articles:
        meter.add(title, text)
    return meter.result()


def _definite(norm: str) -> bool:
    return norm.startswith(("ال", "وال", "لل", "بال", "فال")) and len(norm) > 4


def _bare(norm: str) -> str:
    """A word without its proclitics and article."""
    for start in ("وال", "بال", "فال", "لل", "ال"):
        if norm.startswith(start) and len(norm) - len(start) > 2:
            return norm[len(start) :]
    return norm


def _title_words() -> tuple[frozenset[str], frozenset[str]]:
    """First words of every known title or common noun for people, and given names, folded."""
    from musnad.lexicon.actors import load

    heads: set[str] = set()
    given: set[str] = set()
    for row in load().nouns:
        words = {fold(phrase.split()[0]) for phrase in [*row.ar, *row.plural] if phrase.strip()}
        if row.cls == "given":
            given |= {fold(phrase) for phrase in row.ar} - function_words().all_words
        elif row.cls == "head":
            heads |= words | {fold(row.key)}
        elif row.cls not in ("stop", "weak", "modifier", "quantity", "number"):
            heads |= words
    heads |= {_bare(h) for h in heads}
    heads |= {h + "ه" for h in heads if not h.endswith("ه")}
    return frozenset(heads), frozenset(given)
