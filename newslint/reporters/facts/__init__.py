"""Facts about an article: speakers, people and topics."""
