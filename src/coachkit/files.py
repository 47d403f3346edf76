"""Write files whole or not at all, and never over something else unless asked."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from coachkit.errors import FileError, cause

_HELD = (0.05, 0.2, 0.5)
"""In seconds, before each new try on Windows: a virus scanner or OneDrive holds a file shortly."""

_OLD = 3600
"""In seconds: nobody is still writing a file that was begun so long ago."""


def write_files(folder: Path, contents: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Write some files into a folder, all of them or none.

    A file that exists already with the same bytes is fine.

    Raises:
        FileError: a file exists and differs (without ``force``), or the disk or its permissions
            do not let us write; Dutch, with the cure. Nothing half-written stays behind.

    """
    if strange := [n for n in contents if Path(n).name != n or n in ("", ".", "..")]:
        raise FileError(f"'{strange[0]}' is geen naam van een bestand")
    targets = {folder / name: data for name, data in contents.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        open_targets = {p: data for p, data in targets.items() if not _is_same(p, data)}
        if folders := [p for p in open_targets if p.is_dir()]:
            raise FileError(f"{folders[0]} is een map; kies een andere map met --out")
        if not force and (existing := [p for p in open_targets if p.exists()]):
            raise FileError(
                f"{', '.join(str(path) for path in existing)} bestaat al en is anders; "
                "kies een andere map met --out, of overschrijf met --force "
                "(heten twee cliënten zo? geef ze elk een 'kenmerk' in de briefing)"
            )
        _replace_all(open_targets)
    except OSError as error:
        raise FileError(
            f"schrijven in {folder} lukt niet ({cause(error)}); er is niets geschreven; "
            "kijk of de schijf vol is, en of je daar mag schrijven"
        ) from error
    return list(targets)


def begin_of(path: Path, most: int, *, absent: bytes | None = None) -> bytes:
    """Return what is in a file, of a longer one only so many bytes; ``absent`` when it is away.

    Raises:
        FileError: it cannot be read; Dutch, with the cure.

    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        if absent is not None and isinstance(error, FileNotFoundError):
            return absent
        message = f"{path} is niet te lezen ({cause(error)}); kijk of je het bestand mag openen"
        raise FileError(message) from error


def delete_file(path: Path) -> None:
    """Throw a file away; one that is gone already is fine.

    Raises:
        FileError: it cannot be removed; Dutch, with the cure.

    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(
            f"{path} is niet weg te gooien ({cause(error)}); kijk of het open staat"
        ) from error


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there; one that may not be looked at counts as gone."""
    try:
        return path.is_dir()
    except OSError:
        return False


def may_enter(folder: Path) -> bool:
    """Tell whether a folder is there and we may look at what is in it."""
    try:
        with os.scandir(folder):  # on Windows only this tells
            return os.access(folder, os.X_OK)
    except OSError:
        return False


def newest(paths: Iterable[Path]) -> list[Path]:
    """Return files, the one that was changed last first; those that are gone are left out.

    So are all from a folder that may not be entered, when ``paths`` are found on the way.
    """
    dated = []
    with suppress(OSError):
        for path in paths:
            with suppress(OSError):
                dated.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(dated, reverse=True)]


def sweep(folder: Path) -> None:
    """Remove what we were writing in a folder when the power went: it is hidden and half."""
    for path in folder.glob(".*-????????.tmp"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _OLD:
                path.unlink()


def write_under_free_names(folder: Path, contents: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Write some files, each under the first name that is free: ``a.pdf``, ``a-2.pdf`` ...

    A file that is there already with the same bytes is not written again.

    Raises:
        FileError: as :func:`write_files`.

    """
    named: dict[str, bytes] = {}
    paths = []
    for name, data in contents:
        free = next(each for each in _names_like(name) if _is_free(folder / each, named, data))
        named[free] = data
        paths.append(folder / free)
    write_files(folder, named)
    return paths


def _names_like(name: str) -> Iterator[str]:
    path = Path(name)
    yield name
    yield from (f"{path.stem}-{number}{path.suffix}" for number in count(2))


def _is_free(path: Path, taken: Mapping[str, bytes], data: bytes) -> bool:
    if path.name in taken:
        return taken[path.name] == data
    return not path.exists() or _is_same(path, data)


def _is_same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _replace_all(targets: Mapping[Path, bytes]) -> None:
    """Write every file beside its target first; only when all are whole, put them in place."""
    temporary: dict[Path, Path] = {}
    try:
        for path, data in targets.items():
            temporary[path] = _write_beside(path, data)
        _put_in_place(temporary)
    finally:
        for ready in temporary.values():
            ready.unlink(missing_ok=True)


def _put_in_place(temporary: Mapping[Path, Path]) -> None:
    """Give every file its name; when one is held (open in a PDF reader), take the others back."""
    placed: list[tuple[Path, bytes | None]] = []
    try:
        for path, ready in temporary.items():
            before = path.read_bytes() if path.exists() else None
            _rename(ready, path)
            placed.append((path, before))
    except BaseException:
        for path, before in placed:
            if before is None:
                path.unlink(missing_ok=True)
            else:
                _rename(_write_beside(path, before), path)
        raise


def _rename(ready: Path, path: Path) -> None:
    """Give a file its name; on Windows try again when another program holds the old one."""
    for pause in _HELD if os.name == "nt" else ():
        try:
            ready.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    ready.replace(path)


def _write_beside(path: Path, data: bytes) -> Path:
    """Write a hidden file with the permissions of its target, or those of any new file."""
    ready = path.with_name(f".{path.name[:20]}-{secrets.token_hex(4)}.tmp")
    try:
        with ready.open("xb") as file:
            # Before the data: what only its owner may read stays so. On Windows nothing is to copy.
            if os.name == "posix" and path.exists():
                shutil.copymode(path, ready)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    return ready
