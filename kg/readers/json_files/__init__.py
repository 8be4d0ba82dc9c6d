"""Articles as JSON: one a line, in an array, or in what holds one."""
