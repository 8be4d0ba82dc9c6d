"""Letters, newsletters, and boxes of them."""
