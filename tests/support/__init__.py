"""What some tests share, to import; what all share is in the conftests."""
