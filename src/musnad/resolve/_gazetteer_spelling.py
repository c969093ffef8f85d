"""Spelling of foreign place names: variants by consonant skeleton, and a plain romanisation of unknown names."""

from __future__ import annotations

from collections.abc import Iterable

# Letters that Arabic papers use for one foreign sound (g: غ ج ق ك; t: ت ط; s: س ص; z: ز ذ ظ; d: د ض; p, v: ب ف).
_SAME = str.maketrans({"غ": "ج", "ق": "ك", "ط": "ت", "ص": "س", "ذ": "ز", "ظ": "ز", "ض": "د", "ث": "ت"})
_SOFT = frozenset("اويهعء")
_LEAST = 3  # a skeleton of fewer consonants says too little


def skeleton(name: str) -> str:
    """The consonants of a folded name, with letters of one foreign sound made the same and doubles made single."""
    out: list[str] = []
    for word in name.split(" "):
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        for position, letter in enumerate(bare.translate(_SAME)):
            if letter in _SOFT and position:
                continue
            if not out or out[-1] != letter:
                out.append(letter)
    return "".join(out)


class Variants:
    """Names by skeleton. Built on first use, in one pass over the names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by: dict[str, list[str]] = {}
        for name in names:
            self._by.setdefault(skeleton(name), []).append(name)

    def find(self, name: str) -> list[str]:
        """Names with the skeleton of ``name``, those of nearest length and letters first; few and close, or none."""
        bones = skeleton(name)
        if len(bones) < _LEAST:
            return []
        near = [(_distance(name, other), other) for other in self._by.get(bones, ())[:50]]
        return [other for far, other in sorted(near) if far <= 1 + len(name) // 4]


def _distance(a: str, b: str) -> int:
    """Edit distance, both cut to 40 letters."""
    a, b = a[:40].translate(_SAME), b[:40].translate(_SAME)
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[len(b)]


_LATIN = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنه",
        "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h".split(),  # noqa: SIM905
        strict=True,
    )
)


def romanise(name: str) -> str:
    """A folded Arabic name in plain Latin letters («كراسنوهوريفكا» Krasnuhurifka): a label, not a transliteration."""
    words = []
    for word in name.split(" "):
        article = word.startswith("ال") and len(word) > 3
        rest = word[2:] if article else word
        out = []
        for i, letter in enumerate(rest):
            vowelled = i > 0 and rest[i - 1] not in "اوي"
            if letter == "ه" and i == len(rest) - 1:
                out.append("a" if i else "h")
            elif letter == "و":
                out.append("u" if vowelled else "w")
            elif letter == "ي":
                out.append("i" if vowelled else "y")
            else:
                out.append(_LATIN.get(letter, letter if letter.isascii() else ""))
        words.append(("al-" if article else "") + "".join(out).capitalize())
    return " ".join(words)
