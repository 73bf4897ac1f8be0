"""Runs a notebook from top to bottom as JupyterLab would, and prints what came of it as JSON.

    python run_notebook.py NOTEBOOK FOLDER [RESULT]

FOLDER is where the kernel works; RESULT is a file to print to. The notebook's file is not changed. Printed: `error`, the first cell that failed (null if
none did), `failed`, the number of that cell among all cells from 1, `seconds`, and `cells` with the id, tags, source and
outputs of each code cell.
"""

import json
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError


def run(path, folder):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    reached = []
    client = NotebookClient(
        notebook,
        timeout=240,
        startup_timeout=120,
        resources={"metadata": {"path": folder}},
        on_cell_start=lambda cell, cell_index: reached.append(cell_index),
    )
    start = time.monotonic()
    error = failed = None
    try:
        client.execute()
        error, failed = first_error_output(notebook.cells)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as failure:
        error, failed = str(failure), reached[-1] if reached else 0
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return {
        "error": error,
        "failed": None if failed is None else failed + 1,
        "seconds": round(time.monotonic() - start, 1),
        "cells": [
            {"id": cell.id, "tags": cell.metadata.get("tags", []), "source": cell.source, "outputs": cell.outputs}
            for cell in cells
        ],
    }


def first_error_output(cells):
    """An error that the kernel showed without failing the cell, and the cell's index."""
    for index, cell in enumerate(cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return f"{cell.source}\n\n{output.ename}: {output.evalue}", index
    return None, None


if __name__ == "__main__":
    result = json.dumps(run(sys.argv[1], sys.argv[2]))
    if len(sys.argv) > 3:
        Path(sys.argv[3]).write_text(result, encoding="utf-8")
    else:
        print(result)
