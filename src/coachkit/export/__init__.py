"""Paper and screen: worksheets as PDF, web page, Typst source, and preview."""
