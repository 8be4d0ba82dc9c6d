"""What was made to be printed: PDF and Word."""
