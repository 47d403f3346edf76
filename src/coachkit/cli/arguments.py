"""The arguments of a command, as shells and people give them."""

from __future__ import annotations

from collections.abc import Iterable

_AFTER = "--after"
_BRIEF = (".yaml", ".yml")


def spread(args: Iterable[str]) -> list[str]:
    """Return arguments in which ``--after`` stands before each of the files that follow it.

    So a shell may expand ``--after huiswerk/*.pdf``. A briefing or another option ends the files.
    """
    found: list[str] = []
    among_files = False
    for arg in args:
        if arg.startswith("-") or arg.lower().endswith(_BRIEF):
            among_files = arg == _AFTER
        elif among_files and found[-1] != _AFTER:
            found.append(_AFTER)
        found.append(arg)
    return found
