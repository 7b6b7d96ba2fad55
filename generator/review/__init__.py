"""Two states of a project, and what changed between them: in the facts, and for the readers of the site."""

from generator.review.comparing import Comparison, compare
from generator.review.data import as_json
from generator.review.markdown import as_markdown
from generator.review.states import StateError
from generator.review.text import as_text

__all__ = ["Comparison", "StateError", "as_json", "as_markdown", "as_text", "compare"]
