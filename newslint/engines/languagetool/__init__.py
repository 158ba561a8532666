"""LanguageTool as a second engine: its server, and what comes of its answers."""
