"""Runs a notebook from top to bottom as JupyterLab would, and prints what came of it as JSON.

    python run_notebook.py NOTEBOOK FOLDER

FOLDER is where the kernel works. The notebook's file is not changed. Printed: `error`, the first cell that failed (null if
none did), `seconds`, and `cells` with the id, tags, source and outputs of each code cell.
"""

import json
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError


def run(path, folder):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    client = NotebookClient(notebook, timeout=240, startup_timeout=120, resources={"metadata": {"path": folder}})
    start = time.monotonic()
    error = None
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as failure:
        error = str(failure)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return {
        "error": error or first_error_output(cells),
        "seconds": round(time.monotonic() - start, 1),
        "cells": [
            {"id": cell.id, "tags": cell.metadata.get("tags", []), "source": cell.source, "outputs": cell.outputs}
            for cell in cells
        ],
    }


def first_error_output(cells):
    """An error that the kernel showed without failing the cell."""
    for cell in cells:
        for output in cell.outputs:
            if output.output_type == "error":
                return f"{cell.source}\n\n{output.ename}: {output.evalue}"
    return None


if __name__ == "__main__":
    json.dump(run(sys.argv[1], sys.argv[2]), sys.stdout)
