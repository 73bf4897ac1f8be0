"""Takes from a TensorFlow wheel what an addon needs to be compiled and run.

usage: extract.py WHEEL FOLDER (headers | libraries)
"""

import os
import shutil
import sys
import zipfile

LIBRARIES = (
    "libtensorflow_cc.so.2",
    "libtensorflow_framework.so.2",
    "libtensorflow_cc.2.dylib",
    "libtensorflow_framework.2.dylib",
)
INCLUDE = "tensorflow/include/"
HEADERS = tuple(
    INCLUDE + folder for folder in ("tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/platform/ctstring", "xla/tsl/c/")
)


def target(name, part):
    """Where an entry of the wheel goes, or None when it is not wanted."""
    if part == "libraries" and name in ["tensorflow/" + library for library in LIBRARIES]:
        return os.path.join("lib", os.path.basename(name))
    if part == "headers" and name.startswith(HEADERS) and name.endswith(".h"):
        return os.path.join("include", name[len(INCLUDE) :])
    return None


wheel, folder, part = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for entry in archive.infolist():
        place = target(entry.filename, part)
        if place is None:
            continue
        path = os.path.join(folder, place)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with archive.open(entry) as source, open(path, "wb") as out:
            shutil.copyfileobj(source, out, 1 << 20)
