"""How many requests it takes to find the pages that matter, on generated sites whose truth is known."""
