"""Tokens and sentences: the one vocabulary every later room speaks. Offsets are into the article's own field."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from musnad.record import Field, Span
from musnad.text.fold import fold
from musnad.text.memo import Memo


class Kind(IntEnum):
    """What a token is made of."""

    WORD = 0  # Arabic letters
    NUMBER = 1
    LATIN = 2  # letters of another script
    PUNCT = 3
    OPEN = 4  # an opening quotation mark or bracket
    CLOSE = 5


@dataclass(slots=True)
class Token:
    """One token: characters ``start`` to ``end`` of the field, ``text`` as written and ``norm`` as folded."""

    start: int
    end: int
    text: str
    norm: str
    kind: Kind


@dataclass(slots=True)
class Sentence:
    """A sentence: tokens in order, and where it stands. ``paragraph`` counts from 0 within the field."""

    field: Field
    index: int
    paragraph: int
    tokens: list[Token]
    source: str = dataclasses.field(repr=False)

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def span(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` (inclusive) to ``last`` (exclusive)."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Span(field=self.field, start=start, end=end, text=self.source[start:end])


# Letters with the marks that may sit on or between them (diacritics, tatweel, invisible bidi marks).
_MARKS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c\u200b"
)
_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_TOKEN = re.compile(
    rf"(?P<word>[{_ARABIC}][{_ARABIC}{_MARKS}]*)"
    rf"|(?P<number>[{_DIGITS}]+(?:[.,:/\u066b\u066c][{_DIGITS}]+)*)"
    rf"|(?P<latin>[^\W\d_{_ARABIC}]+)"
    rf"|(?P<dots>\.{{2,}}|…)"
    rf"|(?P<punct>[^\s{_MARKS}])"
)
_OPEN = frozenset("«“‘([{<‹„")
_CLOSE = frozenset("»”’)]}>›")
_GROUPS = {"word": Kind.WORD, "number": Kind.NUMBER, "latin": Kind.LATIN, "dots": Kind.PUNCT, "punct": Kind.PUNCT}


_known: Memo[tuple[str, Kind]] = Memo()  # what was found out about spellings met before
_MAX_LETTERS = 64  # longer strings are no words and are not kept


def tokenise(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``source[start:end]`` in one linear pass."""
    known = _known
    for match in _TOKEN.finditer(source, start, len(source) if end is None else end):
        text = match.group()
        norm, kind = known.get(text) or known.recall(text) or _learn(text, match.lastgroup or "punct")
        first, last = match.span()
        yield Token(first, last, text, norm, kind)


def _learn(text: str, group: str) -> tuple[str, Kind]:
    """The folded form and the kind of a spelling, kept for the next time."""
    kind = _GROUPS[group]
    found: tuple[str, Kind]
    if kind is Kind.PUNCT:
        found = text, Kind.OPEN if text in _OPEN else Kind.CLOSE if text in _CLOSE else kind
    else:
        found = fold(text), kind
    return _known.keep(text, found) if len(text) <= _MAX_LETTERS else found


_PARAGRAPH = re.compile(r"[\r\n\u2028\u2029]+")
_ENDERS = frozenset(".؟?!…۔")
_QUOTE_OPENS = frozenset('«“"')
_QUOTE_CLOSES = frozenset('»”"')
_MAX_TOKENS = 220  # a "sentence" longer than this (lists, unpunctuated pages) is cut at a comma or a conjunction


def _quote_delta(token: Token) -> int:
    return {"«": 1, "“": 1, "»": -1, "”": -1}.get(token.text, 0)


_TITLE_LETTERS = frozenset(("د", "ود"))


def sentences(field_name: Field, source: str, skip: Sequence[tuple[int, int]] = ()) -> list[Sentence]:
    """Cut a field into paragraphs (line breaks) and sentences. A full stop inside a quotation does not end one
    unless the quotation is long; an ASCII quotation mark alternates between opening and closing in its paragraph.
    Tokens inside the character ranges of ``skip`` (in order) are left out."""
    out: list[Sentence] = []
    paragraph = -1
    position = 0
    length = len(source)
    skipped = 0
    while position <= length:
        stop = _PARAGRAPH.search(source, position)
        end = stop.start() if stop else length
        while skipped < len(skip) and skip[skipped][1] <= position:
            skipped += 1
        if skipped < len(skip) and skip[skipped][0] <= position < skip[skipped][1]:
            position = min(end, skip[skipped][1])
        block = list(tokenise(source, position, end))
        if block:
            paragraph += 1
            _pair_straight_quotes(block)
            for tokens in _split(block):
                out.append(Sentence(field_name, len(out), paragraph, tokens, source))
        if not stop:
            break
        position = stop.end()
    return out


def _pair_straight_quotes(tokens: list[Token]) -> None:
    """Give each straight quotation mark its side: by the space on one side of it («قال "نعم" ثم»), else by turns."""
    inside = False
    for i, token in enumerate(tokens):
        if token.text != '"':
            continue
        before = i > 0 and tokens[i - 1].end == token.start and tokens[i - 1].kind is not Kind.OPEN
        after = i + 1 < len(tokens) and tokens[i + 1].start == token.end and tokens[i + 1].kind is not Kind.PUNCT
        closes = before if before != after else inside
        token.kind = Kind.CLOSE if closes else Kind.OPEN
        inside = not closes


def _unclosed(tokens: list[Token]) -> set[int]:
    """The opening quotation marks that nothing closes: a slip of the writer's, or a quotation over several paragraphs."""
    waiting: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind is Kind.OPEN and token.text in _QUOTE_OPENS:
            waiting.append(i)
        elif token.kind is Kind.CLOSE and token.text in _QUOTE_CLOSES and waiting:
            waiting.pop()
    return set(waiting)


def _split(tokens: list[Token]) -> Iterator[list[Token]]:
    current: list[Token] = []
    depth = 0
    unclosed = _unclosed(tokens)
    for i, token in enumerate(tokens):
        if _titular(tokens, i):
            continue  # «وشدد د. الزياني»: the dot says nothing, and the title stands right before its name
        current.append(token)
        if token.kind is Kind.OPEN and token.text in _QUOTE_OPENS:
            depth += i not in unclosed
        elif token.kind is Kind.CLOSE and token.text in _QUOTE_CLOSES:
            depth = max(0, depth - 1)
            # a quotation that ends with a full stop inside, followed by a new clause, ends the sentence
            continue
        if token.kind is not Kind.PUNCT:
            if len(current) >= _MAX_TOKENS:
                yield current
                current, depth = [], 0
            continue
        ends = token.text[0] in _ENDERS and not _abbreviation(tokens, i)
        if ends and depth == 0:
            while_close = i + 1 < len(tokens) and tokens[i + 1].kind is Kind.CLOSE
            if not while_close and any(t.kind is Kind.WORD for t in current):
                yield current
                current = []
    if current:
        yield current


def _titular(tokens: list[Token], i: int) -> bool:
    """The dot of a title of one letter before a name: «د. فلان» "Dr."."""
    if not 0 < i < len(tokens) - 1 or tokens[i].text != "." or tokens[i + 1].kind is not Kind.WORD:
        return False
    return tokens[i - 1].norm in _TITLE_LETTERS and tokens[i - 1].end == tokens[i].start


def _abbreviation(tokens: list[Token], i: int) -> bool:
    """A dot after a single letter or between digits («د. محمد» "Dr.", «أ.ف.ب» "AFP") is no full stop."""
    if tokens[i].text != ".":
        return False
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or before.end != tokens[i].start:
        return False
    return len(before.norm) == 1 and before.kind is Kind.WORD and after is not None
