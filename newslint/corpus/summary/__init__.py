"""What a run over a corpus found, for people: as Markdown and as a page."""
