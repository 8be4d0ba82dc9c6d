"""Standing ties between actors, and who acts jointly."""
