"""Review by a person: a page to decide on, and the decisions that come back."""
