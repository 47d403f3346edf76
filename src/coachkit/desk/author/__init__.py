"""The parts of the desk for question sets: the set, its file, and the question in it."""
