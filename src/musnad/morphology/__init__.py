"""Words: clitics off, verb forms generated from lemmas, every token's readings."""

from musnad.morphology.analyser import Analyser, Analysis, PhraseMatch
from musnad.morphology.verbs import NotAVerbError, VerbForm, conjugate

__all__ = ["Analyser", "Analysis", "NotAVerbError", "PhraseMatch", "VerbForm", "conjugate"]
