"""LanguageTool as a second engine: its server is assembled, started and ended here."""
