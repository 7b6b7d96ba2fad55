"""From an article to proposed facts: one module of rules per kind of fact."""
