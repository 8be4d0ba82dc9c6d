"""Who says what: sources, cues and contents, in quotes and out of them."""
