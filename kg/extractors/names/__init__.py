"""Which names stand in the text, and what kind of thing each names."""
