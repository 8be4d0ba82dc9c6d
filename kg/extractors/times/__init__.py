"""When: the date of a document, and every time expression as days."""
