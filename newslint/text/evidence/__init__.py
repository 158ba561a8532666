"""What an article shows of its past: it was spun, translated or scraped."""
