"""Letters: folding for matching with exact offsets, tokens, sentences, page residue."""

from musnad.text.fold import fold, fold_phrase
from musnad.text.tokens import Kind, Sentence, Token, sentences, tokenise

__all__ = ["Kind", "Sentence", "Token", "fold", "fold_phrase", "sentences", "tokenise"]
