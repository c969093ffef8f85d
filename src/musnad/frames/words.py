"""Function words: what a small word does in the clause. The words are data (``data/grammar.yaml``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from musnad.lexicon.frames import Entry, Frame, FrameLexicon
from musnad.lexicon.grammar import Grammar, grammar
from musnad.morphology.analyser import Analyser, Analysis
from musnad.record import Entity
from musnad.text import Kind, Token, fold
from musnad.text.memo import Memo

_COURTESY = grammar().courtesy_nouns
_ENCLITICS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
_POSSESSIVES = ("هما", "هم", "ها", "نا", "ه")
_B_ENDINGS = (
    "ات",
    "ين",
    "ون",
    "ان",
    "ا",
    "ي",
    "يه",
    "يا",
    "يون",
    "يين",
    "ه",
    "ها",
    "هم",
    "هما",
    "نا",
    "اته",
    "اتها",
    "اتهم",
)
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_KINDS = (
    "prep",
    "that",
    "when",
    "as",
    "relative",
    "report",
    "conj",
    "negation",
    "modal",
    "aspect",
    "future",
    "connective",
    "adverb",
    "pronoun",
    "demonstrative",
    "partitive",
    "skip",
)
_LISTS = {"as": "as_said"}  # the list of a kind, where its name is not the kind's
# Prepositions that take a pronoun with a changed or plain stem: «عليه», «إليها», «لهم», «به».
_PRONOUN_STEMS = {
    "علي": "علي",
    "الي": "الي",
    "في": "في",
    "من": "من",
    "عن": "عن",
    "مع": "مع",
    "ل": "ل",
    "ب": "ب",
    "بين": "بين",
    "لدي": "لدي",
    "ضد": "ضد",
    "حول": "حول",
    "عند": "عند",
    "خلال": "خلال",
    "بعد": "بعد",
    "امام": "امام",
    "تجاه": "تجاه",
    "دون": "دون",
    "قبل": "قبل",
    "منذ": "منذ",
    "من قبل": "من قبل",
}


def _phrases(words: Grammar) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (the words after it, kind), longest first; of equals the kind named first in ``_KINDS``."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _KINDS:
        for phrase in sorted(getattr(words, _LISTS.get(kind, kind))):
            first, *rest = phrase.split(" ")
            phrases.setdefault(first, []).append((tuple(rest), kind))
    for options in phrases.values():
        options.sort(key=lambda o: -len(o[0]))
    return phrases


_Options = tuple[str, dict[str, list[tuple[tuple[str, ...], str]]], list[tuple[str, tuple[str, ...], str]]]


def _indexed(phrases: dict[str, list[tuple[tuple[str, ...], str]]]) -> dict[str, _Options]:
    """By first word: its kind alone, longer phrases by their second word, and those that end in a clitic («وفقا ل»)."""
    out: dict[str, _Options] = {}
    for first, options in phrases.items():
        alone = ""
        longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        clitics: list[tuple[str, tuple[str, ...], str]] = []
        for rest, kind in options:
            if not rest:
                alone = alone or kind
            elif rest in (("ل",), ("ب",)):
                clitics.append((rest[0], rest, kind))
            else:
                longer.setdefault(rest[0], []).append((rest, kind))
        out[first] = (alone, longer, clitics)
    return out


_NONE = ("", "", False, 0)


@lru_cache(maxsize=1 << 16)
def _shapes(norm: str, text: str) -> frozenset[str]:
    """The ending ة of ``text`` folds to ه and is no pronoun."""
    marbuta = text.rstrip(_VOWELS).endswith("ة")
    out = {norm, FunctionWords.bare(norm)}
    if len(norm) > 3 and norm[0] in "وفبلك":
        out.add(norm[1:])
    for word in tuple(out):
        if len(word) > 4 and word.endswith("تي"):
            out.add(word[:-2] + "ه")  # the dual of a construct: «اتفاقيتي سلام»
        if len(word) > 3 and word[-1] == "ا":
            out.add(word[:-1])
        clitic = "" if marbuta else next((c for c in _POSSESSIVES if word.endswith(c)), "")
        if clitic and len(word) - len(clitic) >= 3:
            stem = word[: -len(clitic)]
            out.add(stem)
            if stem[-1] == "ت":
                out.add(stem[:-1] + "ه")
    return frozenset(out)


class FunctionWords:
    """Looks up function words in a row of tokens."""

    def __init__(
        self,
        lexicon: FrameLexicon,
        analyser: Analyser,
        nationality: Callable[[str], str | None],
        armed_group: Callable[[str], Entity | None] = lambda _: None,
    ) -> None:
        words = grammar()
        self.phrases = _phrases(words)
        self.auxiliaries = words.auxiliaries
        self.adjectives = words.adjectives
        self.never_verbs = words.never_verbs
        self.named_so = words.named_so
        self.common = self.never_verbs | self.adjectives | frozenset(self.phrases)  # never a family name alone
        self.acts_in = words.acts_in
        self.numerals = words.numerals
        self.approximate = words.approximate
        self.unreal_heads = words.unreal_heads
        self.said_nouns = words.said_nouns
        self.achieving = words.achieving
        self.b_nouns = words.b_nouns
        self.predicates = words.predicates
        self.adherents = words.adherents
        self.adjectival_people = words.adjectival_people
        self.most = words.most
        self.lone_clitics = words.lone_clitics
        self.contrasts = words.contrasts
        self.nationality = nationality
        self.armed_group = armed_group
        self.analyser = analyser
        self.lights: dict[str, list[Entry]] = {}
        for entry in lexicon.entries:
            if entry.kind == "light":
                self.lights.setdefault(entry.lemma, []).append(entry)
            elif (
                entry.kind == "report"
                and entry.report == "according-to"
                and entry.pattern
                and "{speaker}" not in entry.pattern
            ):
                options = self.phrases.setdefault(entry.pattern[0], [])
                rest = tuple(entry.pattern[1:])
                if all(o[0] != rest for o in options):
                    options.append((rest, "report"))
                    options.sort(key=lambda o: -len(o[0]))
        self._index = _indexed(self.phrases)
        self.report_frame = Frame(rule="say.according-to", event="SAY", roles={"actor": ["subject"]})
        self.colon_frame = Frame(rule="say.colon", event="SAY", roles={"actor": ["subject"], "content": ["clause"]})
        self.duty_frame = Frame(
            rule="request.upon", event="REQUEST", roles={"recipient": ["علي"], "content": ["clause"]}
        )
        self.duty_entry = Entry(id=-2, kind="phrase", lemma="علي", frames=[self.duty_frame])
        self.report_entry = Entry(id=-1, kind="report", lemma="بحسب", frames=[self.report_frame])
        self.pronouns = {
            stem + clitic: (canonical, clitic) for stem, canonical in _PRONOUN_STEMS.items() for clitic in _ENCLITICS
        }
        self.pronouns.pop("بي", None)
        self.pronouns.pop("لي", None)
        self._presents: dict[int, str] = {}
        self._plain: Memo[bool] = Memo()  # words met that begin no function word

    # lookup -----------------------------------------------------------------------------------------------------

    def lookup(self, tokens: Sequence[Token], i: int) -> tuple[str, str, bool, int]:
        """(kind, folded word without proclitics, conjoined, number of tokens) of the function word at ``i``, or ''."""
        token = tokens[i]
        norm = token.norm
        if norm in self._plain or token.kind is not Kind.WORD:
            return _NONE
        if not (self._opens(norm) or (norm[0] in "وف" and self._opens(norm[1:]))):
            self._plain.keep(norm, True)
            return _NONE
        if "\u0651" in token.text and norm in ("بين", "كان", "عبر"):  # with shadda they are verbs: «بيّن» "made clear"
            return _NONE
        found = self._match(norm, tokens, i)
        if found:
            return found[0], found[1], False, found[2]
        if norm[0] in "وف" and len(norm) > 1:
            found = self._match(norm[1:], tokens, i)
            if found:
                return found[0], found[1], True, found[2]
        return _NONE

    def _opens(self, norm: str) -> bool:
        """Whether `_match` can find anything that begins with this word."""
        return norm in self._index or norm in self.pronouns or norm.startswith(("ان", "بان", "لان"))

    def _match(self, norm: str, tokens: Sequence[Token], i: int) -> tuple[str, str, int] | None:
        options = self._index.get(norm)
        if options is not None:
            alone, longer, clitics = options
            after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
            if after:
                bucket = longer.get(after)
                if bucket is None and after.startswith("ان") and after[2:] in _ENCLITICS:
                    bucket = longer.get("ان")
                for rest, kind in bucket or ():
                    if self._follows(rest, tokens, i + 1):
                        return self._found(norm, rest, kind, tokens, i)
                for letter, rest, kind in clitics:
                    if after.startswith(letter):
                        return self._found(norm, rest, kind, tokens, i)
            if alone:
                return self._found(norm, (), alone, tokens, i)
        if norm.startswith(("ان", "بان", "لان")) and len(norm) > 2:
            for stem in ("ان", "بان", "لان"):
                if norm.startswith(stem) and norm[len(stem) :] in _ENCLITICS and norm not in ("اني",):
                    return "that", stem + "ه", 1  # with a pronoun: never infinitival
        if norm in self.pronouns and tokens[i].text not in ("بك", "لك"):
            return "pp", norm, 1
        return None

    def _found(
        self, norm: str, rest: tuple[str, ...], kind: str, tokens: Sequence[Token], i: int
    ) -> tuple[str, str, int]:
        word = norm if not rest else norm + " " + " ".join(rest)
        width = 1 + len(rest)
        if rest and rest[-1] == "ل":
            width -= 1  # the ل is a clitic of the next word
            word = word[:-2]
        return self._settle(kind, word, norm, tokens, i), word, width

    def _settle(self, kind: str, word: str, norm: str, tokens: Sequence[Token], i: int) -> str:
        """Words with two uses: «كما قال» (as) and «كما» (likewise), «ما» relative or negation, «حتى»."""
        if word == "كما":
            return "as" if self._speech_follows(tokens, i + 1) else "when"
        if word == "ما":
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            if after is not None and after.norm == "بين":
                return "skip"
            if after is not None and after.norm in ("زال", "زالت", "زالوا", "ان", "انفك"):
                return "adverb"
            opens = i == 0 or (tokens[i - 1].kind is not Kind.WORD and tokens[i - 1].text not in ("،", ","))
            if opens and self._denied(tokens, i + 1):
                return "negation"  # «ما اعترفت دمشق» "Damascus did not admit", against «ما قاله الوزير» "what the minister said"
            return "relative"
        return kind

    def _denied(self, tokens: Sequence[Token], i: int) -> bool:
        if i >= len(tokens) or tokens[i].kind is not Kind.WORD:
            return False
        verbs = [a for a in self.analyser.analyse(tokens[i]) if a.pos == "verb" and a.tense == "past"]
        return bool(verbs) and all(not a.clitic and not a.conj for a in verbs)

    def _speech_follows(self, tokens: Sequence[Token], i: int) -> bool:
        if i >= len(tokens):
            return False
        return any(
            a.pos == "verb"
            and a.entry is not None
            and a.tense == "past"
            and any(f.event == "SAY" for f in a.entry.frames[:1])
            and tokens[i].norm.startswith(("قال", "افاد", "ذكر", "صرح", "اعلن", "نقل", "جاء", "ورد", "وصف"))
            and not (i + 1 < len(tokens) and tokens[i + 1].norm in ("ان", "انه", "انها", "عن"))
            for a in self.analyser.analyse(tokens[i])
        )

    def _follows(self, rest: tuple[str, ...], tokens: Sequence[Token], i: int) -> bool:
        if not rest:
            return True
        if i + len(rest) > len(tokens) and rest[-1] != "ل":
            return False
        for offset, word in enumerate(rest):
            if i + offset >= len(tokens):
                return False
            norm = tokens[i + offset].norm
            if word == "ل" and offset == len(rest) - 1:
                return norm.startswith("ل")
            if word in ("ب",) and offset == len(rest) - 1:
                return norm.startswith("ب")
            if norm != word and not (word == "ان" and norm.startswith("ان") and norm[2:] in _ENCLITICS):
                return False
        return True

    # shapes -----------------------------------------------------------------------------------------------------

    def verb_like(self, token: Token) -> bool:
        return self.analyser.is_verb_like(token)

    def clitic_preposition(self, norm: str) -> str:
        """The proclitic preposition of a noun outside the lexicon, when its shape shows it («بالمدينة», «للحوار»)."""
        if norm.startswith(("وبال", "فبال")):
            return "ب"
        if norm[:1] in ("ل", "ب") and norm[1:] in _COURTESY:
            return norm[0]  # «برقية تهنئة لأخيه الملك»
        if norm.startswith("ب") and self._own_b(norm):
            return ""
        if norm.startswith("بال") and len(norm) > 5:
            return "ب"
        if (norm.startswith("لل") and len(norm) > 4) or norm.startswith("ولل"):
            return "ل"
        if norm.startswith("كال") and len(norm) > 5:
            return "ك"
        if norm.startswith("ب") and len(norm) > 3 and not norm.startswith("بال"):
            return "ب"
        return ""

    def _own_b(self, norm: str) -> bool:
        """A noun of the list of those in ب-, its plural, nisba or possessive («بياناتها»), or a nationality («بريطاني»)."""
        if norm in self.b_nouns or self.nationality(norm):
            return True
        return any(
            norm.endswith(ending) and len(norm) - len(ending) >= 3 and norm[: -len(ending)] in self.b_nouns
            for ending in _B_ENDINGS
        )

    @staticmethod
    def looks_conjoined(token: Token, elements: object) -> bool:
        """«والمدينة», «وللحوار», «وبالقوة»: و before the article or a preposition with the article."""
        return token.norm.startswith(("وال", "ولل", "وبال", "فال", "وكال"))

    @staticmethod
    @lru_cache(maxsize=1 << 14)
    def bare(norm: str) -> str:
        """A noun's folded form without conjunction, preposition and article, by shape."""
        for prefix in ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"):
            if norm.startswith(prefix) and len(norm) - len(prefix) >= 2:
                return norm[len(prefix) :]
        return norm

    def shapes(self, token: Token) -> frozenset[str]:
        """A token in every form a word list may hold it: as it stands, without proclitics and article, without the
        accusative alef, without a possessive pronoun («وقواتها» -> «قوات» "forces", «زيارته» -> «زياره» "visit")."""
        return _shapes(token.norm, token.text)

    @staticmethod
    def is_number(norm: str) -> bool:
        return norm.isdigit()

    def is_adjective(self, norm: str) -> bool:
        """By shape (nisba «ـي», «ـية») or from the list of common adjectives."""
        word = norm.removeprefix("ال")
        if word in self.adjectives:
            return True
        stem = word
        for ending in ("ه", "ين", "ون", "ات", "ا", "ان", "تين", "تان"):
            if word.endswith(ending) and word[: -len(ending)] in self.adjectives:
                return True
        for ending in ("يه", "يين", "يون", "يتين", "يتان", "يات", "يان", "يا", "ي"):
            if stem.endswith(ending) and len(stem) - len(ending) >= 3:
                return True
        return False

    def folded_present(self, entry: Entry) -> str:
        """The folded present of a verb entry, cached."""
        if entry.id not in self._presents:
            self._presents[entry.id] = fold(entry.present) if entry.present else ""
        return self._presents[entry.id]

    def light_entries(self, analysis: Analysis) -> list[Entry]:
        """Support-verb entries with the lemma of ``analysis``."""
        if analysis.entry is None:
            return []
        return self.lights.get(analysis.entry.lemma, [])
