"""LanguageTool as a second engine: its server and its findings."""
