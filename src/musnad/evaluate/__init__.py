"""How good the coder is: scores against gold, precision per rule and event, reliability of confidences."""

from musnad.evaluate.gold import Coded, Document, read_gold, read_predicted, reduced
from musnad.evaluate.scores import Scores, score

__all__ = ["Coded", "Document", "Scores", "read_gold", "read_predicted", "reduced", "score"]
