"""Other engines whose findings newslint reports beside its own."""
