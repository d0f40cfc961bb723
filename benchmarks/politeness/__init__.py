"""Whether the pauses hold at many hosts at once, and whether nothing but the pauses takes time."""
