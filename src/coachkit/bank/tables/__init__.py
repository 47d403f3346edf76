"""Question sets as tables that a trainer can open in Excel: out, and back in without loss."""
