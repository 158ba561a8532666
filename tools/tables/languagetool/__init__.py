"""The table of LanguageTool's rules that are useful on news."""
