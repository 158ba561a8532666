-- Neovim 0.11 or later: copy to ~/.config/nvim/lsp/newslint.lua, and call vim.lsp.enable("newslint").
return {
  cmd = { "newslint", "server" },
  filetypes = { "text", "markdown", "html", "json", "jsonl", "csv", "xml" },
  root_markers = { "newslint.toml", "pyproject.toml", ".git" },
}
