"""What an article says of itself, for people and programs: who speaks, who is who, what it is about."""
