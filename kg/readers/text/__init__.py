"""Bytes as text, text as paragraphs, and which language it is in."""
