"""Turns notebooks that have been run, and Markdown pages, into the middle parts of the site's pages.

    python convert.py FOLDER < jobs.json > pages.json

Read are `{ pages, jobs }`: the names of all pages, and what to make of them. A job is `{ name, notebook, run, root, solutions }`: a notebook's path, what run_notebook.py printed of it, the way from the
page to the site's first folder, and the folder of the solutions (null in a solution); or `{ name, markdown, root }`.
Pictures are written into FOLDER/figures under a name made from their bytes, once each. A page is
`{ name, title, html, sections, aims, exercises }`.
"""

import json
import sys

import nbformat
from exporter import SiteExporter
from figures import Figures


def notebook_of(job, figures):
    notebook = nbformat.read(job["notebook"], as_version=4)
    outputs = {cell["id"]: cell["outputs"] for cell in job["run"]["cells"]}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [figures.prepare(nbformat.from_dict(output)) for output in outputs[cell.id]]
    shown = [cell for cell in notebook.cells if cell.source.strip() != "showProgress();"]
    notebook.cells = exercises_only(shown) if job["solutions"] is None else with_links(shown, job)
    return notebook


def is_exercise(cell):
    return "exercise" in cell.metadata.get("tags", [])


def with_links(cells, job):
    """What an unwritten exercise says is for those who can run it."""
    for cell in filter(is_exercise, cells):
        cell.outputs = []
        cell.metadata.exercise = True
        cell.metadata.solution = f"{job['solutions']}/{job['name']}.html#{cell.id}"
    return cells


def exercises_only(cells):
    """Each exercise with its text, which is the last section of the cell above it."""
    kept = []
    for above, cell in zip(cells, cells[1:]):
        if not is_exercise(cell):
            continue
        text = above.source.rpartition("\n### ")[2].removeprefix("### ")
        kept.append(nbformat.v4.new_markdown_cell(f"## {text}"))
        cell.metadata.exercise = True
        kept.append(cell)
    return kept


def markdown_notebook(path):
    with open(path, encoding="utf-8") as file:
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(file.read())])


def convert(job, folder, pages):
    notebook = markdown_notebook(job["markdown"]) if "markdown" in job else notebook_of(job, Figures(folder, job["root"]))
    exporter = SiteExporter(job["root"], pages)
    html, _ = exporter.from_notebook_node(notebook)
    exercises = sum(is_exercise(cell) for cell in notebook.cells)
    return {"name": job["name"], "html": html, "exercises": exercises, **exporter.reader.found()}


if __name__ == "__main__":
    given = json.load(sys.stdin)
    json.dump([convert(job, sys.argv[1], set(given["pages"])) for job in given["jobs"]], sys.stdout)
