"""Every workbook runs from top to bottom, and holds no outputs in the repository."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from coachkit.resources import data_folder

WORKBOOKS = sorted(data_folder("workbooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_workbook_holds_no_outputs(path: Path) -> None:
    code = [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs or cell.execution_count for cell in code)


def run(path: Path, folder: Path) -> list[str]:
    """Run a workbook in a folder, and return the pages that it showed."""
    notebook = nbformat.read(path, 4)
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}})
    client.execute()
    shown = [o for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
    return [o.data["text/html"] for o in shown if o.output_type == "execute_result"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_workbook_runs(path: Path, tmp_path: Path) -> None:
    assert run(path, tmp_path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_workbook_in_steps_shows_its_sheet_and_makes_the_files(tmp_path: Path) -> None:
    (path,) = (path for path in WORKBOOKS if path.stem == "werkblad-maken")
    assert any("data:image/svg+xml" in page for page in run(path, tmp_path))
    made = sorted(path.suffix for path in (tmp_path / "werkbladen").iterdir())
    assert made == [".eml", ".html", ".ipynb", ".pdf"]
