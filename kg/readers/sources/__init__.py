"""Where articles are: files, folders with their metadata, addresses of the web, standard input."""
