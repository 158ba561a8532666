"""What LanguageTool is measured with."""
