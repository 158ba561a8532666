"""Articles as rules read them, and facts about their prose."""
