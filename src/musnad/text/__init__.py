"""Letters: folding for matching with exact offsets, tokens, sentences, page residue."""

from musnad.text.fold import fold, fold_phrase
from musnad.text.residue import Residue, find_residue
from musnad.text.tokens import Kind, Sentence, Token, sentences, tokenise

__all__ = ["Kind", "Residue", "Sentence", "Token", "find_residue", "fold", "fold_phrase", "sentences", "tokenise"]
