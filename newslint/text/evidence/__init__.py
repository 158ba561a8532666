"""Evidence that an article was spun, translated or scraped."""
