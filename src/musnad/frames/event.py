"""An event as the frames room hands it on: a trigger with its frame and role fillers, entities still unresolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.frames.elements import Row
from musnad.lexicon.frames import Entry, Frame
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analysis

# In the content of these nothing is said to have happened: what is asked, promised, refused or threatened.
IRREALIS = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"))


@dataclass(slots=True)
class Filler:
    """Who fills a role: a mention, or (``mention`` None) somebody the discourse must find.

    ``implied`` says how: "subject" (dropped subject of the trigger's verb), "pronoun" (a clitic, in ``clitic``),
    "country" (a nationality adjective, in ``country``), "speaker" (whoever says so).
    """

    mention: Mention | None = None
    implied: str = ""
    clitic: str = ""
    country: str = ""
    element: int = -1
    of_place: bool = False  # who holds the place that stands there


@dataclass(slots=True)
class Event:
    """A trigger in a row. Token indices are into the row's sentence; ``element`` and ``clause`` into the row's tree."""

    row: Row
    element: int
    clause: int
    start: int  # trigger tokens [start, end)
    end: int
    entry: Entry
    frame: Frame
    analysis: Analysis | None
    nominal: bool = False
    passive: bool = False
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    content: tuple[int, int] | None = None  # tokens
    factuality: str = "actual"
    mode: str | None = None
    achieved: bool = False  # complement of a verb that says it was done («تمكنت من السيطرة»)
    carried: str = ""  # lemma of the support verb that carries an event noun
    governor: Event | None = None  # the event in whose content this stands
    scope: tuple[int, int] | None = None  # tokens of a speech act's content: events inside stand on its word
    notes: list[str] = field(default_factory=list)
    subject: list[int] = field(default_factory=list)  # elements of a verb's subject
    target: list[int] = field(default_factory=list)  # elements that stand in the place of a verb's recipient
    in_relative: bool = False  # a verb whose subject is the noun that its relative clause hangs on

    @property
    def event(self) -> str:
        return self.frame.event

    def fillers(self, role: str) -> list[Filler]:
        return self.roles.get(role, [])
