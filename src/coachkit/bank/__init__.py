"""The trainer's room: load the question bank, check it, describe it."""
