"""What stands on the web: pages, feeds, and what crawlers keep of both."""
