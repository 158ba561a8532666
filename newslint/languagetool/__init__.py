"""LanguageTool as a second engine: its server is assembled here."""
