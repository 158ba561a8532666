"""Pure reading of prose: what stands in the article, for all rules alike."""
