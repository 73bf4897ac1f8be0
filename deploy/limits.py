"""How much memory and how many processes a student may have, held by the kernel's control groups (version 2 or 1)."""

import os
import resource
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
OURS = "cnn-workbook"
PROCESSES = 800  # threads count too; a kernel has some thirty


def _write(file, text):
    """Writes to a file of the kernel; never makes one, which elsewhere would hold nothing."""
    handle = os.open(file, os.O_WRONLY)
    try:
        os.write(handle, text.encode())
    finally:
        os.close(handle)


def _version_2():
    if not (ROOT / "cgroup.controllers").exists():
        raise OSError("no control groups of version 2")
    files = {"memory": "memory.max", "swap": "memory.swap.max", "processes": "pids.max"}
    group = ROOT / OURS
    group.mkdir(exist_ok=True)
    for parent in (ROOT, group):
        _write(parent / "cgroup.subtree_control", "+memory +pids")
    return {limit: (group, file) for limit, file in files.items()}


def _version_1():
    memory, pids = ROOT / "memory" / OURS, ROOT / "pids" / OURS
    for group in (memory, pids):
        group.mkdir(exist_ok=True)
    return {"memory": (memory, "memory.limit_in_bytes"), "processes": (pids, "pids.max")}


def control_groups():
    """Where each limit is written: name -> (group of the class, file in a student's group). Empty where there are none."""
    for make in (_version_2, _version_1):
        try:
            return make()
        except OSError:
            continue
    return {}


def student_groups(uid):
    """The control groups of a student, whether they exist or not."""
    return {group / str(uid) for group, _ in control_groups().values()}


def join(uid, memory):
    """
    Puts this process, and so all that it will start, under a student's limits. Returns whether control groups hold
    them; where there are none, each process by itself is limited to `memory` bytes of data.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))
    try:
        return _join_groups(uid, {"memory": memory, "swap": 0, "processes": PROCESSES})
    except OSError:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        return False


def _join_groups(uid, limits):
    found = control_groups()
    for name, (group, file) in found.items():
        own = group / str(uid)
        own.mkdir(exist_ok=True)
        if name == "swap" and not (own / file).exists():
            continue
        _write(own / file, str(limits[name]))
        _write(own / "cgroup.procs", str(os.getpid()))
        if str(os.getpid()) not in (own / "cgroup.procs").read_text().split():
            raise OSError(f"{own} did not take this process")
    if not found:
        raise OSError("no control groups")
    return True


def leave(uid):
    """Removes a student's control groups when nothing runs in them any more."""
    for group in student_groups(uid):
        try:
            group.rmdir()
        except OSError:
            pass
