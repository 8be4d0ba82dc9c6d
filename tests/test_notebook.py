"""The notebook runs from the first cell to the last and shows what it promises."""

from __future__ import annotations

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="needs pip install 'conflict-kg[notebook]'")
client = pytest.importorskip("nbclient", reason="needs pip install 'conflict-kg[notebook]'")
NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "kidal.ipynb"


def test_the_notebook_runs() -> None:
    notebook = nbformat.read(NOTEBOOK, 4)
    nbformat.validate(notebook)
    kept = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.outputs]
    client.NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    shown = [output.data for cell in notebook.cells for output in cell.get("outputs", ()) if "data" in output]
    assert kept == []
    assert sum("image/png" in data for data in shown) == 2
    assert sum("text/html" in data for data in shown) == 3
