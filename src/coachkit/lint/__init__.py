"""The linter: is a question open, single, plain, and free of steering?"""
