-- Opens the file that NEWSLINT_ARTICLE names, fixes it with the server, writes it, and tells what it saw.
local seen = {}
local function tell(name, value)
  seen[name] = value
end

local function wait_for(what, condition)
  if not vim.wait(60000, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function diagnostics()
  return vim.diagnostic.get(0)
end

local ok, why = pcall(function()
  local command = vim.json.decode(vim.env.NEWSLINT_COMMAND)
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.NEWSLINT_ARTICLE))
  local id = vim.lsp.start_client({ name = "newslint", cmd = command, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(0, id)
  wait_for("findings", function()
    return #diagnostics() > 0
  end)
  local places = {}
  for _, found in ipairs(diagnostics()) do
    table.insert(places, { found.lnum, found.col, found.end_col, found.code, found.message })
  end
  tell("places", places)

  vim.api.nvim_win_set_cursor(0, { 1, diagnostics()[1].col })
  local position = vim.lsp.util.make_position_params()
  local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", position, 60000)
  tell("hover", hover[id].result.contents.value)

  local range = vim.lsp.util.make_given_range_params({ 1, 0 }, { 99, 0 })
  range.context = { diagnostics = {}, only = { "source.fixAll" } }
  local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", range, 60000)
  local action = actions[id].result[1]
  tell("title", action.title)
  if not action.edit then
    action = vim.lsp.buf_request_sync(0, "codeAction/resolve", action, 60000)[id].result
  end
  vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  wait_for("fewer findings", function()
    return #diagnostics() < #places
  end)
  tell("left", #diagnostics())

  vim.api.nvim_buf_set_lines(0, 0, 0, false, { "We saw saw it." })
  wait_for("a finding in a new line", function()
    for _, found in ipairs(diagnostics()) do
      if found.lnum == 0 then
        return true
      end
    end
    return false
  end)
  vim.cmd("write")
end)
tell("error", ok and vim.NIL or tostring(why))
io.stdout:write(vim.json.encode(seen) .. "\n")
vim.cmd("qall!")
