"""Facts about an article, for people and programs: who speaks, who is who, what it is about."""
