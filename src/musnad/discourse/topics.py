"""What an article is about: in sport, weather, accidents, markets, culture, science and routine services only the acts of
political bodies earn a record (codebook section 2, rule 7). The words are ``data/topics.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.record import Record
from musnad.text import Sentence, fold

POLITICS = "politics"
_WORDS = 170  # tokens read: title and lead say what an article is about
_TITLE = 2  # a word of the title counts twice
_LEAST = 10  # weight below which no topic is sure
_SHARE = 1.6  # how far a topic must outweigh politics
_MARKET_SHARE = 2.0  # states borrow and oil ministers meet: markets are politics sooner than sport is
_PROCLITICS = ("", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "كال")

_POLITICAL = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "PRM", "SPY", "UAF", "ELI"))
_ARMED = frozenset(("MIL", "COP", "REB", "PRM", "SPY", "UAF", "JUD"))
_PLAYERS = _ARMED - {"UAF"}  # «مهاجم» is a forward there, not an attacker
_BODIES = frozenset(("UNO", "EUR", "IGO", "ISM", "IMG"))
_ROUTINE = frozenset(("sport", "weather", "accident", "culture", "science", "services"))
_BLOODLESS = frozenset(("sport", "weather", "accident", "science"))  # whose attacks and deaths are no violence
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT"))


class _Table(msgspec.Struct):
    """Topics in file order; folded word → [(topic number, weight)]."""

    topics: list[str]
    words: dict[str, list[tuple[int, int]]]


def _build() -> _Table:
    path = DATA / "topics.yaml"
    rows = read_yaml(path)
    if not isinstance(rows, dict):
        raise DataError("topics-format", f"{path}: not a table of topics", "write topic: {weight: [words]}")
    table = _Table([str(t) for t in rows], {})
    for number, (topic, groups) in enumerate(rows.items()):
        if not isinstance(groups, dict):
            raise DataError("topics-format", f"{path}: {topic} has no weights", "write topic: {weight: [words]}")
        best: dict[str, int] = {}
        for weight, words in groups.items():
            for word in words:
                folded = fold(str(word))
                if " " in folded:
                    continue  # one lookup a token: phrases are for the reader of the file
                bare = folded.removeprefix("ال")
                for proclitic in _PROCLITICS:
                    best[proclitic + bare] = max(best.get(proclitic + bare, 0), int(weight))
        for form, weight in best.items():
            table.words.setdefault(form, []).append((number, weight))
    return table


class Topics:
    """The table of topics."""

    def __init__(self, table: _Table) -> None:
        self.topics = table.topics
        self.words = table.words

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Topics:
        """The shipped table. Raises DataError when the file is broken."""
        return cls(compiled("topics", [DATA / "topics.yaml"], _build, _Table))

    def weights(self, sentences: Iterable[Sentence]) -> dict[str, int]:
        """Topic → weight over the title and the lead."""
        total = [0] * len(self.topics)
        seen: set[str] = set()
        read = 0
        for sentence in sentences:
            factor = _TITLE if sentence.field == "title" else 1
            for token in sentence.tokens:
                read += 1
                if read > _WORDS:
                    break
                found = self.words.get(token.norm)
                if found is None:
                    continue
                once = token.norm not in seen  # a word said again and again counts half
                seen.add(token.norm)
                for topic, weight in found:
                    total[topic] += 2 * weight * factor if once else weight * factor
            if read > _WORDS:
                break
        return {topic: weight // 2 for topic, weight in zip(self.topics, total, strict=True)}

    def of(self, sentences: Iterable[Sentence]) -> str | None:
        """The topic of an article from its sentences, title first; None for politics and where it is not plain."""
        weights = self.weights(sentences)
        politics = weights.pop(POLITICS, 0)
        topic = max(weights, key=lambda t: weights[t], default=None)
        if (
            topic is None
            or weights[topic] < _LEAST
            or weights[topic] < politics * (_MARKET_SHARE if topic == "markets" else _SHARE)
        ):
            return None
        return topic


def drop(topic: str | None, event: str, codes: Collection[tuple[str | None, str | None]]) -> bool:
    """Whether a record is left out of an article on ``topic``.

    ``codes``: (country, sector) of the record's actors. Protest always stays, and so does violence
    where the topic has none of its own; other force stays with a political actor (in routine
    topics an armed body or a court); words and contacts stay with a political actor, in routine topics never.
    """
    if topic is None or event == "PROTEST" or (event == "ASSAULT" and topic not in _BLOODLESS):
        return False
    routine = topic in _ROUTINE
    if event in _FORCE:
        sectors = _PLAYERS if topic == "sport" else _ARMED if routine else _POLITICAL
        return not any(sector in sectors or country in _BODIES for country, sector in codes)
    return routine or not any(sector in _POLITICAL or country in _BODIES for country, sector in codes)


def kept(topic: str | None, records: list[Record]) -> list[Record]:
    """``records`` without those that ``drop`` leaves out."""
    if topic is None:
        return records
    return [r for r in records if not drop(topic, r.event, [a.code for a in r.actors])]
