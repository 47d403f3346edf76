"""The commands. Thin: each reads its options, calls the library, and prints what came of it."""

from coachkit.cli.app import main

__all__ = ["main"]
