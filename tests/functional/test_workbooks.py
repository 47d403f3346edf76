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


SCREEN = "application/vnd.jupyter.widget-view+json"


def run(path: Path, folder: Path) -> list[dict[str, str]]:
    """Run a workbook in a folder, and return what it showed, by media type."""
    notebook = nbformat.read(path, 4)
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}})
    client.execute()
    shown = [o for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
    assert not [o for o in shown if o.get("name") == "stderr"]
    return [o.data for o in shown if "data" in o]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_workbook_runs(path: Path, tmp_path: Path) -> None:
    shown = run(path, tmp_path)
    assert any("text/html" in data or SCREEN in data for data in shown)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_workbook_in_steps_shows_its_sheet_and_makes_the_files(tmp_path: Path) -> None:
    (path,) = (path for path in WORKBOOKS if path.stem == "werkblad-maken")
    pages = [data.get("text/html", "") for data in run(path, tmp_path)]
    assert any("data:image/svg+xml" in page for page in pages)
    made = sorted(path.suffix for path in (tmp_path / "werkbladen").iterdir())
    assert made == [".eml", ".html", ".ipynb", ".pdf"]
