"""The controlled vocabulary of frames: PLOVER categories and modes (codebook section 2), roles, conditions."""

from __future__ import annotations

MODES: dict[str, frozenset[str]] = {
    event: frozenset(modes.split())
    for event, modes in {
        "SAY": "",
        "CONSULT": "visit third-party multilateral phone",
        "AGREE": "",
        "SUPPORT": "",
        "CONCEDE": "",
        "COOPERATE": "",
        "AID": "",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove allege investigate",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": (
            "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
            " heavy-weapons crowd-control unconventional"
        ),
    }.items()
}
ROLES = frozenset(["actor", "recipient", "partner", "initiator", "content", "place", "topic", "noun", "speaker", "via"])
PLACES = frozenset(["subject", "object", "object2", "genitive", "adjective", "clause"])
KINDS = frozenset(["actor", "person", "state", "armed", "place", "people"])
FORMS = frozenset(["verb", "masdar", "participle", "passive", "noun", "light"])  # light: carried by a light verb
FACTUALITY = frozenset(["actual", "negated", "hypothetical", "future", "ongoing", "historical"])
REPORTS = frozenset(["according-to", "colon", "channel"])
