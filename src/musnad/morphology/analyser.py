"""One token's analyses: its clitics taken off and its stem looked up among the generated forms of the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from musnad.lexicon.functions import function_words
from musnad.morphology._codes import Features, unpack
from musnad.morphology._marks import letter_offset, marked_voice
from musnad.morphology._shape import verb_like
from musnad.morphology._spelling import DAMMA
from musnad.text.memo import Memo
from musnad.text.tokens import Kind

if TYPE_CHECKING:
    from musnad.lexicon.frames import Entry, FrameLexicon
    from musnad.text.tokens import Token


@dataclass(slots=True, frozen=True)
class Analysis:
    """One reading of a token."""

    entry: Entry | None
    pos: Literal["verb", "masdar", "active", "passive", "noun"]  # active and passive: participles
    conj: str = ""  # '' و ف
    prep: str = ""  # '' ب ل ك («للتفاهم» "for the understanding": prep ل, article)
    article: bool = False
    future: bool = False  # س
    tense: Literal["past", "present", ""] = ""
    voice: Literal["active", "passive", "either", ""] = ""
    person: int = 3  # 1, 2, 3
    gender: Literal["m", "f", ""] = ""
    number: Literal["s", "d", "p", ""] = ""
    clitic: str = ""  # folded object or possessive pronoun: '' ه ها هم هما هن نا ي ني ك كم كن
    accusative: bool = False  # tanween alef or ين: «مؤكدا» "stressing", «متهمين» "accusing"
    doubtful: bool = False  # a verb spelled like a preposition or a frequent noun: take it on strong grounds only
    stem_start: int = 0  # characters of token.text to skip to reach the stem: conjunction and preposition, not س


@dataclass(slots=True, frozen=True)
class Readings:
    """A token's readings by part of speech, each in the order of ``all``."""

    all: tuple[Analysis, ...]
    verbs: tuple[Analysis, ...]
    participles: tuple[Analysis, ...]  # active and passive
    noun: bool  # some reading is a noun or a verbal noun
    event_noun: Analysis | None  # the first noun reading with frames, else the first of the lexicon


@dataclass(slots=True, frozen=True)
class PhraseMatch:
    """A fixed phrase or reporting phrase found in a sentence. All indices are of tokens."""

    entry: Entry
    analysis: Analysis  # of its first word
    words: tuple[int, ...]  # the tokens of its words, in order
    trigger: tuple[int, int]  # first and last + 1 token of the trigger; the words of `entry.trigger`, else the first
    speaker: int | None  # the token where the speaker's name begins, of a pattern with {speaker}


_VERB_CLITICS = ("هما", "ها", "هم", "هن", "كما", "كم", "كن", "ني", "نا", "ه", "ك")
_BY_END = {end: tuple(c for c in _VERB_CLITICS if c[-1] == end) for end in "هامنكي"}
_MAX_LETTERS = 24  # nothing longer is an Arabic word
_KEPT = frozenset({"كان"})  # an auxiliary that is listed among the function words
_NEAR = 3  # words before a preposition of one letter
_GAP = 12  # words that may stand between a phrase's verb and its second word


class Analyser:
    """Analyses of tokens, cached by spelling."""

    def __init__(self, lexicon: FrameLexicon) -> None:
        self.lexicon = lexicon
        self._forms = lexicon.forms
        self._phrases = lexicon.phrases
        words = function_words()
        self._closed = words.closed
        self._prepositions = words.prepositions | {"ب", "ل", "ك"}
        self._nouns = words.noun_homographs
        self._never = words.never_verbs
        self._cache: Memo[tuple[Analysis, ...]] = Memo()
        self._by_class: Memo[Readings] = Memo()

    def analyse(self, token: Token) -> tuple[Analysis, ...]:
        """Every reading of the token that the lexicon knows, the likeliest first; empty when it knows none.

        Readings of the whole word come before readings that take a clitic off. Phrases are not here: see `phrases`.
        """
        text = token.text
        found = self._cache.get(text)
        if found is None and (found := self._cache.recall(text)) is None:
            usable = token.kind is Kind.WORD and 1 < len(token.norm) <= _MAX_LETTERS
            found = self._cache.keep(text, tuple(self._readings(text, token.norm)) if usable else ())
        return found

    def readings(self, token: Token) -> Readings:
        """The token's readings by part of speech, cached by spelling like the readings themselves."""
        text = token.text
        found = self._by_class.get(text)
        if found is None and (found := self._by_class.recall(text)) is None:
            found = self._by_class.keep(text, _by_class(self.analyse(token)))
        return found

    def is_verb_like(self, token: Token) -> bool:
        """Whether a word outside the lexicon looks like a finite verb by its shape (conservative)."""
        return token.kind is Kind.WORD and verb_like(token.norm, token.text)

    def phrases(self, tokens: Sequence[Token], index: int, end: int | None = None) -> list[PhraseMatch]:
        """Fixed and reporting phrases whose first word is ``tokens[index]``, longest first.

        After a verb or masdar up to 12 words may stand before the second word and before a preposition («ألقت قوات الأمن
        القبض أمس على»), no punctuation but commas; all else is contiguous. ``end`` bounds the search (default: the end
        of ``tokens``).
        """
        token = tokens[index]
        out = []
        for stem, conj, prep, skip in _heads(token.norm):
            for phrase in self._phrases.get(stem, ()):
                features = unpack(phrase.code)
                entry = self.lexicon.entries[phrase.entry]
                if prep and features.pos == "verb":
                    continue
                inflects = features.pos in ("verb", "masdar")
                words, speaker = self._follow(tokens, index, phrase.rest, len(tokens) if end is None else end, inflects)
                if words is None:
                    continue
                analysis = _analysis(entry, features, conj, prep, False, False, "", letter_offset(token.text, skip))
                first, last = 0, 1
                if entry.trigger:
                    literal = [w for w in entry.pattern if not w.startswith("{")]
                    first = next((n for n, w in enumerate(literal) if w.endswith(entry.trigger[0])), 0)
                    last = min(first + len(entry.trigger), len(words))
                out.append(PhraseMatch(entry, analysis, words, (words[first], words[last - 1] + 1), speaker))
        out.sort(key=lambda m: -len(m.words))
        return out

    def _follow(
        self, tokens: Sequence[Token], index: int, rest: tuple[str, ...], end: int, gap: bool
    ) -> tuple[tuple[int, ...] | None, int | None]:
        """The tokens of a phrase from ``index`` on, or None; and where its speaker stands."""
        words = [index]
        speaker = None
        at = index + 1
        after_slot = False
        for number, word in enumerate(rest):
            if word.startswith("{"):
                speaker = at
                after_slot = True
                continue
            loose = after_slot or (gap and (number == 0 or word in self._prepositions))
            reach = 0 if not loose else _GAP if len(word) > 1 else _NEAR
            limit = min(end, at + reach + 1)
            while at < limit and not self._is(tokens[at], word):
                if tokens[at].kind is Kind.PUNCT and tokens[at].text not in "،,":
                    return None, None
                at += 1
            if at >= limit:
                return None, None
            words.append(at)
            # «ل», «ب» are written onto the next word, which is then what they govern
            at += 1 if len(word) > 1 else 0
            after_slot = False
        if speaker is not None and speaker >= end:
            return None, None
        return tuple(words), speaker

    def _is(self, token: Token, word: str) -> bool:
        """Whether a token is a word of a phrase: the word, a preposition with its pronoun, or a form of the verb."""
        norm = token.norm
        if norm == word:
            return True
        if len(word) == 1:
            return token.kind is Kind.WORD and norm.startswith(word)
        if word in self._prepositions:
            return norm.startswith(word) and norm[len(word) :] in _VERB_CLITICS
        return any(a.pos == "verb" and a.entry is not None and a.entry.lemma == word for a in self.analyse(token))

    def _readings(self, text: str, norm: str) -> list[Analysis]:
        out: list[Analysis] = []
        seen: set[tuple[int, str, str, str]] = set()
        whole = False
        never = text[-1] == "ة" or norm in self._never
        for stem, conj, prep, skip in _heads(norm):
            closed = not prep and stem in self._closed
            if whole and (prep or conj) and len(stem) < (4 if prep else 2):
                continue  # «بحث» is "discussed", not ب + حث "with urging"
            bodies = [(stem, False, False)]
            if not prep and stem[0] == "س" and len(stem) > 3:
                bodies.append((stem[1:], False, True))
            if prep == "ل" and stem[0] == "ل" and len(stem) > 3:
                bodies = [(stem[1:], True, False)]  # للتفاهم, and للقاء of لقاء
                bodies.append((stem, True, False))
                bodies.append((stem, False, False))
            elif stem.startswith("ال") and len(stem) > 3:
                bodies.append((stem[2:], True, False))
            for body, article, future in bodies:
                for code, clitic in self._stems(body, article, text):
                    features = unpack(code)
                    if not _may(features, prep, article, future, clitic):
                        continue
                    key = (code, clitic, conj, prep)
                    if key in seen:
                        continue
                    seen.add(key)
                    entry = self.lexicon.entries[features.entry]
                    if features.pos == "verb" and (
                        never
                        or stem in self._never
                        or not _object(features, entry, clitic, body, text)
                        or (conj == "ف" and entry.kind == "plain" and len(stem) < 4 and entry.spelling not in _KEPT)
                    ):
                        continue  # «فساد» "corruption" is not ف + ساد
                    doubtful = closed or (features.pos == "verb" and self._noun_like(features, entry, clitic, body))
                    if doubtful and _drops(features, entry, closed, clitic):
                        continue
                    if not conj and not prep:
                        whole = True
                    if features.voice == "either":
                        features = features._replace(voice=marked_voice(text, features, entry, clitic, skip))
                    # in «للتفاهم» the second ل is the article and the stem cannot be cut out: the word stands whole
                    start = letter_offset(text, skip - 1 if article and prep == "ل" else skip)
                    out.append(_analysis(entry, features, conj, prep, article, future, clitic, start, doubtful))
        if text[-1] == "ي" and DAMMA not in text:
            out = [a for a in out if not _dotted_noun(a)]
        # Nobody in the news says "I" or "you" as often as "he", "she" and "they"; passives spelled apart are rare.
        out.sort(key=lambda a: (a.person != 3, a.pos == "verb" and a.voice == "passive"))
        return out

    def _noun_like(self, features: Features, entry: Entry, clitic: str, body: str) -> bool:
        """Whether a verb form, its pronoun aside, is spelled like a frequent noun or a preposition («عمره» "his age")."""
        if not clitic:
            return body in self._nouns
        bare_past = features.tense == "past" and (features.person, features.gender, features.number) == (3, "m", "s")
        return bare_past and (entry.lemma in self._nouns or entry.lemma in self._closed)

    def _stems(self, body: str, article: bool, text: str) -> list[tuple[int, str]]:
        """(code, clitic) of a body without proclitics."""
        forms = self._forms
        whole = [(code, "") for code in forms.get(body, ())]
        if article or len(body) < 3 or body[-1] not in _BY_END or text[-1] in "ةى":
            return whole
        split: list[tuple[int, str]] = []
        for clitic in _BY_END[body[-1]]:
            if len(body) - len(clitic) >= 2 and body.endswith(clitic):
                stem = body[: -len(clitic)]
                last = stem[-1]
                split += [(code, clitic) for code in forms.get(stem, ())]
                if last == "ا":  # دعاه is direct; أعطاه, لقاه from ى
                    split += [(code, clitic) for code in forms.get(stem[:-1] + "ي", ())]
                elif last == "و":  # قتلوه from قتلوا; لقاؤه from لقاء
                    split += [(c, clitic) for c in forms.get(stem + "ا", ()) if unpack(c).number == "p"]
                    split += [(code, clitic) for code in forms.get(stem[:-1] + "ء", ())]
                elif last == "ي":
                    split += [(code, clitic) for code in forms.get(stem[:-1] + "ء", ())]
                elif last == "ت":
                    split += [(c, clitic) for c in forms.get(stem[:-1] + "ه", ()) if unpack(c).pos != "verb"]
        if body[-1] == "ي" and len(body) > 4 and body[-2] == "ت":  # زيارتي "my visit"; other ي are nisba endings
            split += [(c, "ي") for c in forms.get(body[:-2] + "ه", ()) if unpack(c).pos in ("masdar", "noun")]
        # A word written with ه has the pronoun rather than a carelessly written ة.
        return split + whole if text[-1] == "ه" else whole + split


def _by_class(found: tuple[Analysis, ...]) -> Readings:
    nouns = [a for a in found if a.pos in ("masdar", "noun")]
    known = [a for a in nouns if a.entry is not None]
    return Readings(
        all=found,
        verbs=tuple(a for a in found if a.pos == "verb"),
        participles=tuple(a for a in found if a.pos in ("active", "passive")),
        noun=bool(nouns),
        event_noun=next((a for a in known if a.entry is not None and a.entry.frames), known[0] if known else None),
    )


def _heads(norm: str) -> list[tuple[str, str, str, int]]:
    """(rest, conjunction, preposition, letters skipped) for each way of taking proclitics off."""
    heads = [(norm, "", "", 0)]
    if len(norm) > 3 and norm[0] in "بلك":
        heads.append((norm[1:], "", norm[0], 1))
    if len(norm) > 2 and norm[0] in "وف":
        heads.append((norm[1:], norm[0], "", 1))
        if len(norm) > 4 and norm[1] in "بلك":
            heads.append((norm[2:], norm[0], norm[1], 2))
    return heads


def _may(features: Features, prep: str, article: bool, future: bool, clitic: str) -> bool:
    """Whether these clitics go with this form."""
    if features.pos == "verb":
        if article or (prep and (prep != "ل" or features.tense != "present")):
            return False
        if future and features.tense != "present":
            return False
        return clitic != "ي" and not (clitic and features.voice == "passive")
    if future or clitic == "ني":
        return False
    if clitic == "ك" and features.pos == "masdar":
        return False  # the press says "your" to nobody: «التماسك» "cohesion" is not «التماس» "petition"
    # Possessives stand on the bare noun: no tanween and no dual or plural ن before them.
    return not (clitic and features.accusative and features.number != "p")


def _object(features: Features, entry: Entry, clitic: str, body: str, text: str) -> bool:
    """Whether a verb may carry this object pronoun. The press hardly addresses anyone («ك» "you" only after "we", "he",
    "she"), "I" in the past hardly has an object, and «المهم» "the important" is not «ألمّ بهم». A final ى is written ا
    before a pronoun («تولاه»), so that «توليه» is the masdar."""
    if not clitic:
        return True
    if body[-len(clitic) - 1] == "ي" and features.number == "s":
        model = entry.spelling.split()[0] if features.tense == "past" else entry.present
        if model.endswith("ى"):
            return False
    if features.tense == "past" and features.person == 1 and features.number == "s":
        return False
    if clitic[0] == "ك" and (features.tense == "past" or body[0] == "ا"):
        return False
    return not (body.startswith("ال") and "أ" not in text[:3] and not body.startswith("الت"))


def _dotted_noun(a: Analysis) -> bool:
    """«نفي» "denial", «رأي» "opinion", «تولي» "taking over" with dotted yeh: not «نفى», «رأى», «تولى», and hardly their
    passives, which are marked («نُفي»)."""
    if a.pos == "verb" and a.tense == "present" and a.voice == "passive" and a.number == "s" and not a.clitic:
        return True  # «يدعي» "claims" is not «يدعى» "is called"
    if a.pos != "verb" or a.tense != "past" or a.voice not in ("passive", "either") or a.clitic or a.entry is None:
        return False
    if (a.person, a.number) != (3, "s") or a.entry.present.startswith("يؤ"):
        return False  # «أدي» is a careless «أدى» "led to"
    lemma = a.entry.spelling.split()[0]
    return lemma.endswith("ى") and (len(a.entry.lemma.split()[0]) == 3 or lemma.startswith("ت"))


def _drops(features: Features, entry: Entry, closed: bool, clitic: str) -> bool:
    """Whether a reading that looks like a function word or a frequent noun is not worth keeping."""
    if features.pos != "verb":
        return closed and features.pos in ("active", "passive")  # «داخل» "inside", «مقابل» "in return for"
    if entry.kind == "plain" and entry.spelling not in _KEPT:
        return True
    # «بين» "made clear" beside "between" stays; «انه» "I end" beside "that he" does not
    return closed and (features.tense != "past" or (features.person, features.number) != (3, "s") or bool(clitic))


def _analysis(
    entry: Entry,
    f: Features,
    conj: str,
    prep: str,
    article: bool,
    future: bool,
    clitic: str,
    start: int,
    doubtful: bool = False,
) -> Analysis:
    return Analysis(
        entry,
        f.pos,
        conj,
        prep,
        article,
        future,
        f.tense,
        f.voice,
        f.person,
        f.gender,
        f.number,
        clitic,
        f.accusative,
        doubtful,
        start,
    )
