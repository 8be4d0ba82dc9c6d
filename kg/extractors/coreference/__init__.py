"""Whom pronouns and phrases take up: "they", "its leader", "we" in a quotation."""
