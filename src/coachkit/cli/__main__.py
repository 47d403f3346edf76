"""``python -m coachkit.cli``: the same as ``coachkit``, for where that is on no path."""

from coachkit.cli.app import main

if __name__ == "__main__":
    main()
