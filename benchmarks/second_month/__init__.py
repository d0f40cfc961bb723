"""What a second run costs when little has changed, and whether it says the same."""
