"""Review by a person: a page, and the decisions made there."""
