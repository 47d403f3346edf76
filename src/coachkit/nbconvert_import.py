"""Make nbconvert start quickly, in processes that are our own.

nbconvert imports jsonschema, which imports ``rfc3987_syntax`` where it is installed; that builds a
grammar for more than a second, to check a URI format which no notebook schema uses. With the
module marked as absent jsonschema does without, as it does on machines that never had it.
"""

from __future__ import annotations

import sys


def skip_slow_grammar() -> None:
    """Mark ``rfc3987_syntax`` as absent, unless it was imported already."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
