"""Other engines, whose findings are reported along with newslint's own."""
