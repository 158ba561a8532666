"""A summary of a run over a corpus, as Markdown and HTML."""
