"""Proper names in a sentence: known names from the trie, known people by spelling key, unknown people by position."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.morphology._shape import verb_like
from musnad.resolve import names as spelling
from musnad.resolve._who_index import END
from musnad.resolve.names import PARTICLES
from musnad.text import Kind, fold, fold_phrase

if TYPE_CHECKING:
    from musnad.lexicon.actor_rows import PersonRow
    from musnad.mentions._base import Base
    from musnad.mentions._words import Word
    from musnad.resolve._who_index import Name
    from musnad.text import Token

_WORD = Kind.WORD
_DASHES = ("-", "–")
# how a phrase is bound: not at all, in a complement, after a head that takes names of groups, of outlets, or as asked
FREE, COMPLEMENT, GROUP, OUTLET, NAMED = range(5)
_MAX_NAME = 6
_SHORT = 3  # letters
_SURE = 3  # a known name of so many words is that person's even when another name seems to follow
_ARAB = frozenset(
    [
        "DZA",
        "BHR",
        "COM",
        "DJI",
        "EGY",
        "IRQ",
        "JOR",
        "KWT",
        "LBN",
        "LBY",
        "MRT",
        "MAR",
        "OMN",
        "PSE",
        "QAT",
        "SAU",
        "SOM",
        "SDN",
        "SYR",
        "TUN",
        "ARE",
        "YEM",
        "IGO",
        "IMG",
    ]
)  # members of the Arab League, and the organisations where their people are
_PREFERENCE = {"state": 0, "body": 1, "metonym": 2, "capital": 3, "person": 4, "short": 5, "members": 6, "people": 7}


# shapes of verbal nouns («اختيار» "choosing", «تعديل» "amending"): no unknown name looks like that
_MASDAR = re.compile(r"(?:ا..?.?ا.|است..ا.|ت..ي.|م.ا..ه)\Z")


@dataclass(slots=True)
class Taken:
    """A person's name as it stands: tokens up to ``end``, its words, and the known person if there is one."""

    end: int
    words: list[str]
    row: PersonRow | None

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def family(self) -> str:
        return spelling.family(self.words)


def match_names(parser: Base, i: int, bound: int) -> tuple[int, Name | None]:
    """The longest known proper name that begins at token ``i``: (end, name), or (i, None)."""
    tokens, words = parser.tokens, parser.words
    node = words[i].names
    j = i + 1
    best: tuple[int, Name | None] = (i, None)
    while True:
        items = node.get(END)
        if items and not _on(tokens[j - 1]):
            name = _choose(parser, i, j, items, bound)
            if name is not None:
                best = (j, name)
        if j < parser.n - 1 and tokens[j].text in _DASHES:
            j += 1  # «الحركة الشعبية - قطاع الشمال»: the dictionary knows words and numbers only
        if j >= parser.n or tokens[j].kind > Kind.NUMBER:  # «حركة 6 أبريل» "the 6 April movement"
            break
        node = node.get(tokens[j].norm)
        if node is None:
            break
        j += 1
    return best


def _on(token: Token) -> bool:
    """Whether a token is the preposition «على» as it is written: no name ends in it."""
    return token.norm == "علي" and token.text.endswith("ى")


def _choose(parser: Base, i: int, j: int, items: list[Name], bound: int) -> Name | None:
    best: Name | None = None
    for item in items:
        if j == i + 1 and not bound and not _stands_alone(parser, i, item):
            continue
        if item.weak and not _weak_fits(parser, i, j, item, bound):
            continue
        if item.cls == "short" and j > i + 1 and _inside_name(parser, i, j):
            continue
        if best is None or _PREFERENCE[item.cls] + 10 * item.weak < _PREFERENCE[best.cls] + 10 * best.weak:
            best = item
    return best


def _weak_fits(parser: Base, i: int, j: int, item: Name, bound: int) -> bool:
    """A name that is also a common word wants quotation marks or a head noun of its kind («حزب النور», «صحيفة الحياة»)."""
    if bound == NAMED or (item.cls == "capital" and j == i + 1) or _quoted(parser, i, j):
        return True
    if item.cls == "state" and j == i + 1 and _after_her_verb(parser, i):
        return True
    if item.cls == "body":
        if item.row.plain_from and parser.day >= int(item.row.plain_from.replace("-", "")):
            return True
        return bound == (OUTLET if item.row.kind == "media" else GROUP)
    return bound > 0 and item.cls in ("state", "people")


def _after_her_verb(parser: Base, i: int) -> bool:
    """Whether a feminine past verb stands right before: «أدانت سورية» "Syria condemned"."""
    if not i or parser.words[i].conj or parser.words[i].prep:
        return False
    before, token = parser.words[i - 1], parser.tokens[i - 1]
    return token.text.endswith("ت") and not before.nouns and not before.prep and token.norm in parser.kb.common


def _inside_name(parser: Base, i: int, j: int) -> bool:
    """Whether words of a longer name stand on either side: «عبد الله» in «عبد الله يحيى» is no one's family name."""
    words = parser.words
    after = words[j] if j < parser.n else None
    return after is not None and after.name_word and after.raw_name and parser.words[i].rest == "عبد"


def _quoted(parser: Base, i: int, j: int) -> bool:
    """Whether tokens ``i`` to ``j`` fill a pair of quotation marks: «الشرق الأوسط» is then the paper."""
    tokens = parser.tokens
    return (
        i > 0
        and j < parser.n
        and tokens[i - 1].kind is Kind.OPEN
        and tokens[i - 1].text != "("  # «فبراير (شباط)»
        and tokens[j].kind is Kind.CLOSE
    )


def _stands_alone(parser: Base, i: int, item: Name) -> bool:
    """Whether a single-word name may be one here: not an adjective after its noun, not a given name before another."""
    word = parser.words[i]
    cls = item.cls
    if cls == "state" and word.adjective is not None and i:
        before, text = parser.words[i - 1], parser.tokens[i - 1].text
        if _country(before):
            return True  # «دعت ألمانيا أوكرانيا»: subject and object
        if word.conj or word.prep:
            return True
        if word.det:  # «السعودية» after «القيادة»: an adjective
            return not ((before.det or before.adjective) and text.endswith(("ة", "ه", "ات", "اء", "ية")))
        return not (text.endswith(("ا", "اً", "ًا")) and len(text) > 3 and before.norm not in ("دعا", "رجا"))
    if cls in ("capital", "state") and i and parser.tokens[i - 1].norm.lstrip("وب") in _PLACE_NOUNS and not word.conj:
        return False  # «منطقة الرياض»: a place
    if cls == "short":
        if not _current(parser, word.rest):
            return False
        if word.rest in ("محمد", "علي", "احمد", "حسن", "حسين") or ((word.conj or word.prep) and len(word.rest) < 5):
            return False
        if word.rest in parser.index.given or word.norm in parser.kb.common:
            return False
        after = parser.words[i + 1] if i + 1 < parser.n else None
        before = parser.words[i - 1] if i else None
        if word.quality or word.nouns or word.adjective:
            return False
        if before is not None and before.norm == "في":
            return False  # «في الصدر» "in the chest"
        if _neighbours(parser, i):
            return True
        return not (
            (
                after is not None
                and after.name_word
                and not _country(after)
                and not after.conj
                and not after.prep
                and not after.stop
            )
            or (
                before is not None
                and before.name_word
                and (before.raw_name or before.norm in PARTICLES)
                and not word.conj
                and not word.prep
            )
        )
    return True


def _country(word: Word) -> bool:
    """Whether a word names a state: «اتهم بزشكيان إسرائيل»."""
    return word.names is not None and any(item.cls == "state" and not item.weak for item in word.names.get(END, ()))


def _neighbours(parser: Base, i: int) -> bool:
    """Whether two family names stand side by side as two people: «هاتف أوباما نتنياهو»."""
    mine = parser.words[i]
    for j in (i - 1, i + 1):
        if not 0 <= j < parser.n:
            continue
        other = parser.words[j]
        second = parser.words[max(i, j)]
        if second.conj or second.prep or other.names is None or other.rest in parser.index.given:
            continue
        if any(item.cls == "short" and not item.weak for item in other.names.get(END, ())) and (
            _current(parser, other.rest) and mine.rest not in parser.index.given
        ):
            return True
    return False


_PLACE_NOUNS = grammar().place_nouns


def _current(parser: Base, short: str) -> bool:
    """Whether somebody of that family name is in office, or was at the head of a state."""
    for row in parser.index.shorts.get(short, ()):
        held, current = parser.kb.term_at(row, parser.day)
        if held is not None and (current or held.term.office in ("head of state", "head of government", "leader")):
            return True
    return False


def take_name(
    parser: Base, i: int, after_title: bool = False, strict: bool = False, strong: bool = False
) -> Taken | None:
    """The person's name at token ``i``. ``after_title``: unknown words may be one; ``strict``: two words at least;
    ``strong``: the first must be a known given name."""
    tokens, words = parser.tokens, parser.words
    known = _known_person(parser, i)
    if known is not None:
        end, row, short = known
        full = _tail(parser, end)
        if full > end and short:
            row = None  # «عبد العزيز بن صقر» is not the Abdulaziz of one name
        if (
            short
            and full == i + 1
            and words[i].rest in parser.index.given
            and not (row is not None and words[i].rest in {fold(s) for s in row.short})
        ):
            row = None  # «الوزير محمد»: no family name
        found = Taken(full, [words[i].rest, *(t.norm for t in tokens[i + 1 : full])], row)
        following = words[full] if full < parser.n else None
        if short and words[i].rest == "عبد" and _plain(following):
            row = found.row = None  # «الدكتور عبد الغفار شكر»: a given name here, not a minister's family name
        goes_on = (
            following is not None
            and following.raw_name
            and not following.stop
            and not following.nouns
            and not (short and (_neighbours(parser, i) or _country(following)))
            and (
                following.name_word
                or (short and (words[i].rest in ("ابو", "ابي", "ابا", "عبد") or words[i].rest.startswith("عبدال")))
            )
        )
        if (full - i == 1 and after_title) or (goes_on and full - i < _SURE):
            longer = _unknown_name(parser, i, titled=after_title)
            if longer is not None and longer.end > full:
                longer.row = _by_key(parser, longer.words)
                if longer.row is None and not short and row is not None and parser.kb.term_at(row, parser.day)[1]:
                    return found  # «رئيس الحكومة حسان دياب الحداد» "mourning": he in office is known by his name
                return longer
        return found
    if not after_title or (strong and not (words[i].name_word and words[i].rest not in PARTICLES)):
        return None
    taken = _unknown_name(parser, i, titled=after_title)
    if taken is None or (strict and len(taken.words) < 2):
        return None
    taken.row = _by_key(parser, taken.words)
    return taken


def _plain(word: Word | None) -> bool:
    """Whether a word may go on with a name: none that is joined, governed, definite or a function word."""
    return word is not None and not (word.conj or word.prep or word.det or word.stop or word.nouns)


def _known_person(parser: Base, i: int) -> tuple[int, PersonRow | None, bool] | None:
    """(end, person, whether by family name alone) of the longest known person's name at token ``i``."""
    tokens = parser.tokens
    node, j = parser.words[i].names, i + 1
    best: tuple[int, PersonRow | None, bool] | None = None
    while node is not None:
        for item in node.get(END, ()) if not _on(tokens[j - 1]) else ():
            if item.cls == "person":
                best = (j, item.row, False)
                break
            if item.cls == "short":
                short = " ".join([parser.words[i].rest, *(t.norm for t in tokens[i + 1 : j])])
                best = (j, parser.kb.by_short(short, parser.day), True)
                break
        if j >= parser.n or tokens[j].kind is not _WORD:
            break
        node = node.get(tokens[j].norm)
        j += 1
    return best


def _tail(parser: Base, end: int) -> int:
    """Further words of a known name: «بن عبد العزيز», «آل سعود», «الثاني»."""
    tokens, n = parser.tokens, parser.n
    while end + 1 < n and tokens[end].norm in ("بن", "ال", "ابن") and tokens[end + 1].kind is _WORD:
        end += 2
        if end < n and tokens[end - 1].norm in ("عبد", "ابو") and tokens[end].kind is _WORD:
            end += 1
    if end < n and tokens[end].norm in ("الثاني", "السادس", "الاول", "الثالث"):
        end += 1
    return end


def _unknown_name(parser: Base, i: int, *, titled: bool = False) -> Taken | None:
    """Words that by shape and position are an unknown person's name: at most six, the first two may be anything."""
    tokens, words, n = parser.tokens, parser.words, parser.n
    j = i
    out: list[str] = []
    while j < n and j - i < _MAX_NAME:
        token = tokens[j]
        if token.kind is not _WORD:
            if (
                token.text in ("-", "–")
                and out
                and j + 1 < n
                and words[j + 1].raw_name
                and token.start == tokens[j - 1].end
            ):
                j += 1
                continue
            break
        word = words[j]
        linked = bool(out) and out[-1] in PARTICLES
        if word.names is not None and not word.given and not linked and _country(word):
            break  # «العاهل الأردني إسرائيل»: the next actor
        abu = bool(out) and _abu(parser, token, word)
        if (word.stop and not word.given) or (j > i and (word.conj or word.prep) and not abu):
            break
        if not word.name_word and _MASDAR.match(token.norm.removeprefix("ال")):
            break
        if not word.name_word and (token.norm in parser.kb.common or verb_like(token.norm, token.text)):
            break
        second = titled and len(out) == 1 and words[i].given and _family(parser, j)
        if not (word.raw_name or linked or abu or word.name_word or second or (j == i and word.given)):
            break
        if not word.name_word and _clitic_word(parser, token):
            break
        if len(out) >= 2 and not (word.name_word or linked or token.norm.startswith("ال")):
            if len(out) == 2 and _third(parser, i, j):
                out.append(token.norm)
                j += 1
            break
        if len(out) >= 2 and word.given and _surname(out) and token.norm not in PARTICLES:
            break  # «أحمد الشرع محمد البشير»: the next person begins
        if len(out) - (out[:1] == ["عبد"]) >= 2 and word.nouns and not linked and not word.given:
            break  # «أحمد الطيب شيخ الأزهر»: his office, not his name
        if not out and token.norm.startswith("ال") and not word.name_word:
            break
        if (
            out
            and token.norm.startswith("ال")
            and not word.name_word
            and not token.norm.endswith("ي")
            and "بن" not in out
            and not (len(out) == 1 and words[i].given)  # «الوزير حمد الضويلع»
        ):
            break
        out.append(word.rest if j == i else token.norm)
        j += 1
    while out and out[-1] in PARTICLES and len(out) > 1:
        out.pop()
        j -= 1
    if not out or (len(out) == 1 and out[0] in PARTICLES):
        return None
    if len(out) == 1 and len(out[0]) <= _SHORT and not words[i].name_word:
        return None  # «فتح», «رقم»: too short to be told from other words
    return Taken(j, out, None)


def _family(parser: Base, j: int) -> bool:
    """Whether an unknown word in ة after a given name is a family's: «محمد الدرة», «رزان زيتونة»."""
    word, norm = parser.words[j], parser.tokens[j].norm
    if not parser.tokens[j].text.endswith("ة") or word.conj or word.prep or word.stop or word.nouns or word.quality:
        return False
    bare = norm.removeprefix("ال")
    return len(bare) > 2 and not any(
        w in parser.kb.common or w in parser.index.forms for w in (norm, bare, "ال" + bare)
    )


def _abu(parser: Base, token: Token, word: Word) -> bool:
    """Whether a word in بو is a name of the Maghreb («بوخمادة», «بوقادوم»), not ب before a word in و."""
    norm = token.norm
    rest = norm[1:]
    known = (rest, norm[2:], "ال" + rest, "ال" + norm[2:])
    return (
        not word.conj
        and norm.startswith("بو")
        and len(norm) > 4
        and not any(w in parser.kb.common or w in parser.index.stop or w in parser.index.forms for w in known)
    )


def _clitic_word(parser: Base, token: Token) -> bool:
    """Whether an unknown word is a known one with a preposition or pronoun: «لحضور», «بذلك», «عقده», «تأكيده»."""
    norm, index, common = token.norm, parser.index, parser.kb.common
    if norm[0] == "و" and len(norm) > 3 and norm[1] not in "اوي":
        return True  # «رفح ودهب»: names that begin with و are foreign (وارنر, ويليامز) or known
    if token.text.endswith("يه") and norm[0] == "ت" and len(norm) > 4:
        return True  # «تعازيه», «تمنيه»: a verbal noun with a pronoun
    bare: list[str] = []
    if norm[0] in "لبك" and len(norm) > 3:
        bare.append(norm[1:])
    if norm.endswith("ه") and token.text[-1] != "ة" and len(norm) > 3:
        bare += [norm[:-1], norm[:-2] + "ه"] if norm.endswith("ته") else [norm[:-1]]
    return any(word in common or word in index.stop or word in index.forms for word in bare)


def _third(parser: Base, i: int, j: int) -> bool:
    """Whether an unknown third word still belongs to a foreign name: «هايلي مريم ديسيلين»."""
    word, text = parser.words[j], parser.tokens[j].text
    given = parser.words[i].given
    if given and not (parser.words[j - 1].name_word and j == i + 2):
        return False
    if (
        not word.raw_name
        or word.stop
        or len(text) < (4 if given else 5)
        or text.endswith(("ا", "اً", "ًا", "ات", "ون", "وا"))
    ):
        return False
    if given:
        return text[-1] not in "هتى" or text.endswith("ييه")
    after = j + 1
    return after >= parser.n or parser.tokens[after].kind is not _WORD or parser.words[after].stop


def _surname(words: list[str]) -> bool:
    """Whether a name ends in a family name with the article («الشرع»), so that it is complete."""
    return (
        words[-1].startswith("ال") and len(words[-1]) > 3 and words[-1] not in spelling.ENDINGS and words[-2] != "عبد"
    )


def _by_key(parser: Base, words: list[str]) -> PersonRow | None:
    """The known person whose name has the same spelling keys; with one word, the family name by its spelling."""
    index = parser.index
    if len(words) >= 2:
        rows = index.persons_by_key.get(spelling.keys(words))
        if rows and len({r.name for r in rows}) == 1 and _may_be_spelled(words, rows[0], index.given):
            return rows[0]
    return None


def _may_be_spelled(words: list[str], row: PersonRow, given: AbstractSet[str]) -> bool:
    """Whether a known person's name may be written so: Arab names have one spelling but for the article and the ه."""
    arab = any(term.country in _ARAB for term in row.terms)
    if not arab and not all(word in given for word in words):
        return True  # but «أحمد محمد» is not the Nigerien Ouhoumoudou Mahamadou
    mine = spelling.plain(words)
    return any(spelling.plain(fold_phrase(ar)) == mine for ar in row.ar)


def loose_name(parser: Base, i: int) -> Taken | None:
    """An unknown person named without a title: a common given name and at least one more word that may be a name."""
    words = parser.words
    word = words[i]
    if word.stop or word.norm in parser.kb.common:
        return None
    taken = _unknown_name(parser, i)
    if taken is None or len(taken.words) < 2 or taken.words[0] in ("باسم", "بن", "ابن", "ال"):
        return None
    second = words[i + 1]
    if not second.name_word:
        after = taken.end
        if not (after < parser.n and (parser.tokens[after].text in ("،", ",") or words[after].nouns)):
            return None
    if taken.words[0] in PARTICLES and len(taken.words) < 3 and taken.words[0] not in ("عبد", "ابو"):
        return None
    taken.row = _by_key(parser, taken.words)
    return taken
