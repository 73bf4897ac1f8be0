"""
Starts a student's server: limits first, then the student's own user number, then the lessons, then the server.

As root:   python -I launch.py --uid 200001 --home FOLDER --memory BYTES -- COMMAND …
Otherwise: python -I launch.py --home FOLDER -- COMMAND …   (students are not kept apart)
`--check` in place of a command says as JSON what holds on this machine.
"""

import argparse
import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import limits  # noqa: E402

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
NEW_MOUNTS, SLAVE, RECURSIVE, SAFE = 0x20000, 1 << 19, 0x4000, 2 | 4 | 8
NO_NEW_PRIVILEGES = 38


def main():
    options = read_options()
    held = {"memory": "nothing", "processes": "seen"}
    os.umask(0o077)
    if options.uid:
        held["memory"] = "student" if limits.join(options.uid, options.memory) else "process"
        held["processes"] = "hidden" if hide_processes() else "seen"
        become(options.uid)
    if options.check:
        print(json.dumps({**held, "unreadable": unreadable()}))
        return
    os.chdir(options.home)
    speak_to_file()
    bring_lessons()
    os.execvp(options.command[0], options.command)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uid", type=int)
    parser.add_argument("--home")
    parser.add_argument("--memory", type=int)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    options.command = options.command[1:] if options.command[:1] == ["--"] else options.command
    return options


def hide_processes():
    """Gives this process a /proc of its own that lists only processes of the same user."""
    libc = ctypes.CDLL(None, use_errno=True)
    return (
        libc.unshare(NEW_MOUNTS) == 0
        and libc.mount(b"none", b"/", None, ctypes.c_ulong(RECURSIVE | SLAVE), None) == 0
        and libc.mount(b"proc", b"/proc", b"proc", ctypes.c_ulong(SAFE), b"hidepid=2") == 0
    )


def become(uid):
    """Gives up root for good: no groups, and no program such as sudo gives anything back."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    if ctypes.CDLL(None).prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        raise OSError("prctl failed")


def speak_to_file():
    """The server outlives the hub, so it must not write into the hub's pipe."""
    log = os.open("server.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)


def bring_lessons():
    """As the student, never as root: a link in the student's folder then reaches only what the student may reach."""
    program = [os.environ.get("CLASS_NODE", "node"), str(HERE / "prepareStudent.mjs")]
    subprocess.run(program, check=False, stdin=subprocess.DEVNULL)


def unreadable():
    """The first thing that a student needs and cannot read, or None."""
    needed = ["kernel/dist/main.js", "lib/dist/lib/index.js", "node_modules/tslab/package.json", "notebooks", "data"]
    for path in [REPOSITORY / name for name in needed]:
        if not os.access(path, os.R_OK):
            return str(path)
    node = os.environ.get("CLASS_NODE", "node")
    for program in ([node, "--version"], [sys.executable, "-I", "-c", "import jupyterhub, jupyterlab"]):
        if not runs(program):
            return program[0]
    return None


def runs(program):
    try:
        return subprocess.run(program, capture_output=True, cwd="/", check=False).returncode == 0
    except OSError:
        return False


main()
