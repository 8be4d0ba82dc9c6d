"""What a reader is, what it reads from, and what all readers share."""
