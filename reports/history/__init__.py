"""DIR/history.sqlite: what all runs said, kept so that the next can tell what changed."""
