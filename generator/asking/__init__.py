"""The facts of an article asked of a language model, and held to the same checks as those of the rules."""
