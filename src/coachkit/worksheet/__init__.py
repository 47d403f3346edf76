"""The coach's room: choose questions, compose a worksheet, keep it as a notebook."""
