"""Things that go wrong, each with the finding that is right; one module per family."""
