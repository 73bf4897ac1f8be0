"""A folder and a user number for each student. The number is the folder's owner, so no list of numbers can be lost."""

import os
import re
import signal
from pathlib import Path

FIRST_UID = 200_000
NAME = r"[a-z][a-z0-9._-]{0,31}"
ROOT = os.getuid() == 0


def lay_out(folder):
    """The folders of a class: private ones for the hub, and those that students may pass through but not list."""
    for path, mode in ((folder, 0o711), (folder / "students", 0o711), (folder / "run", 0o711), (folder / "hub", 0o700)):
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(mode)


def home_of(folder, name):
    """Makes a student's folders where they are missing. Returns the home, the folder for sockets, and the user number."""
    if not re.fullmatch(NAME, name):
        raise ValueError(f"a student's name is made of small letters, digits, dots and dashes, got {name!r}")
    home = folder / "students" / name
    uid = _owner(home) or (_free_uid(folder / "students") if ROOT else os.getuid())
    sockets = folder / "run" / name
    for path in (home, sockets):
        if not path.exists():
            path.mkdir(mode=0o700)
            os.chown(path, uid, uid if ROOT else -1)
    return home, sockets, uid


def _owner(home):
    return os.lstat(home).st_uid if home.exists() else None


def _free_uid(students):
    taken = [entry.stat(follow_symlinks=False).st_uid for entry in os.scandir(students)]
    return max([FIRST_UID, *taken]) + 1


def is_process_of(uid, pid):
    try:
        return os.stat(f"/proc/{pid}").st_uid == uid
    except FileNotFoundError:
        return False


def end_processes(uid):
    """Ends what a student left running."""
    if uid <= FIRST_UID:
        return
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == uid:
                os.kill(int(process.name), signal.SIGKILL)
        except (FileNotFoundError, ProcessLookupError):
            pass
