"""One kernel is always ready, and one that died is never handed out."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.kernelspec import NoSuchKernel
from jupyter_client.session import Session
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from coachkit.app import kernels as module
from coachkit.app.kernel import SORRY
from coachkit.app.kernels import NAME, TRIES, OwnKernelSpecs, QuickClient, ReadyKernels

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


class Alive:
    """What the manager knows of a kernel that lives, or not."""

    def __init__(self, alive: bool) -> None:
        self.alive = alive

    async def is_alive(self) -> bool:
        return self.alive


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Let kernels be mere numbers; returns with what each was started."""
    made: list[dict[str, Any]] = []

    async def start(_self: object, **more: Any) -> str:
        made.append(more)
        return f"k{len(made)}"

    async def nothing(*_args: object, **_more: object) -> None:
        pass

    async def yes(*_args: object, **_more: object) -> bool:
        return True

    monkeypatch.setattr(AsyncMappingKernelManager, "start_kernel", start)
    monkeypatch.setattr(AsyncMappingKernelManager, "shutdown_kernel", nothing)
    monkeypatch.setattr(ReadyKernels, "_answers", yes)
    monkeypatch.setattr(ReadyKernels, "get_kernel", lambda _self, _id: Alive(True))
    monkeypatch.setattr(module, "PAUSE", 0)
    return made


def run(work: Callable[[ReadyKernels], Coroutine[Any, Any, Any]]) -> Any:
    async def inside() -> Any:
        return await work(ReadyKernels())

    return asyncio.run(inside())


def test_the_ready_one_is_handed_out_and_the_next_is_prepared(started: list[Any]) -> None:
    async def work(kernels: ReadyKernels) -> list[str]:
        kernels.prepare()
        kernels.prepare()
        first = await kernels.start_kernel(kernel_name="ir", path="", env={"QUERY_STRING": "token"})
        await asyncio.sleep(0.05)
        second = await kernels.start_kernel()
        await asyncio.sleep(0.05)
        await kernels.end_all()
        return [first, second]

    assert run(work) == ["k1", "k2"]
    assert len(started) == 3
    assert all(more["kernel_name"] == NAME and "env" not in more for more in started)


def test_a_workbook_in_a_folder_gets_a_kernel_there(started: list[Any]) -> None:
    async def work(kernels: ReadyKernels) -> str:
        kernels.prepare()
        return await kernels.start_kernel(path="map")

    number = int(run(work)[1:])
    assert started[number - 1]["path"] == "map"


def test_one_that_died_while_it_waited_is_left(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReadyKernels, "get_kernel", lambda _self, _id: Alive(False))

    async def work(kernels: ReadyKernels) -> str:
        kernels.prepare()
        return await kernels.start_kernel()

    assert run(work) == "k2"


def test_one_that_never_answers_is_tried_again(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answers(_self: object, kernel_id: str) -> bool:
        return kernel_id == "k3"

    monkeypatch.setattr(ReadyKernels, "_answers", answers)
    assert run(lambda kernels: kernels.start_kernel()) == "k3"


def test_when_none_starts_that_is_an_error(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_args: object) -> bool:
        return False

    monkeypatch.setattr(ReadyKernels, "_answers", never)
    with pytest.raises(RuntimeError):
        run(lambda kernels: kernels.start_kernel())
    assert len(started) == TRIES


def test_no_kernel_starts_once_all_are_ended(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []

    async def end(_self: object, kernel_id: str, **_more: object) -> None:
        ended.append(kernel_id)

    async def hear(_self: object, kernel_id: str, *, at_the_end: bool) -> bool:
        assert at_the_end
        ended.append(f"{kernel_id} heard")
        return True

    monkeypatch.setattr(AsyncMappingKernelManager, "shutdown_kernel", end)
    monkeypatch.setattr(ReadyKernels, "list_kernel_ids", lambda _self: ["k1", "k2"])

    async def work(kernels: ReadyKernels) -> None:
        await kernels.start_kernel()
        await kernels.start_kernel()  # each lets the next one be prepared a little later
        monkeypatch.setattr(ReadyKernels, "_answers", hear)
        await kernels.end_all()
        await asyncio.sleep(0.05)
        with pytest.raises(RuntimeError):
            await kernels.start_kernel()

    run(work)
    assert len(started) == 2
    assert ended == ["k1 heard", "k2 heard", "k1", "k2"]


def test_a_kernel_does_what_it_was_asked_before_it_ends(
    started: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    async def hear(_self: object, kernel_id: str, *, at_the_end: bool) -> bool:
        told.append(f"{kernel_id} heard")
        return at_the_end

    async def end(_self: object, kernel_id: str, **_more: object) -> None:
        told.append(f"{kernel_id} ended")

    monkeypatch.setattr(ReadyKernels, "_answers", hear)
    monkeypatch.setattr(AsyncMappingKernelManager, "shutdown_kernel", end)
    run(lambda kernels: kernels.shutdown_kernel("k1"))
    run(lambda kernels: kernels.shutdown_kernel("k2", now=True))
    assert told == ["k1 heard", "k1 ended", "k2 ended"]


def test_the_ready_one_is_not_culled(started: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    culled = []

    async def cull(_self: object, kernel_id: str) -> None:
        culled.append(kernel_id)

    monkeypatch.setattr(AsyncMappingKernelManager, "cull_kernel_if_idle", cull)

    async def work(kernels: ReadyKernels) -> None:
        await kernels.cull_kernel_if_idle("k0")
        kernels.prepare()
        await asyncio.sleep(0.05)
        await kernels.cull_kernel_if_idle("k1")
        await kernels.cull_kernel_if_idle("k2")

    run(work)
    assert culled == ["k0", "k2"]


@pytest.fixture
def real(tmp_path: Path) -> ReadyKernels:
    """Kernels that are processes."""
    return ReadyKernels(connection_dir=str(tmp_path), kernel_spec_manager=OwnKernelSpecs())


async def connected(kernels: ReadyKernels) -> tuple[str, QuickClient]:
    """Return a new kernel with a client, as an open page is one: with a session of its own."""
    kernel_id = await kernels.start_kernel()
    kernel = kernels.get_kernel(kernel_id)
    client: QuickClient = kernel.client(session=Session(key=kernel.session.key))
    client.start_channels(stdin=False, hb=False, control=False)
    await client.wait_for_ready(60)
    return kernel_id, client


# Work that lets no other thread of the kernel go first, as that which makes pages.
BUSY, SHORTLY = "sum(range(40_000_000))", "sum(range(1_000_000))"


@pytest.mark.parametrize("all_at_once", [False, True])
def test_what_was_sent_before_the_end_is_done_and_kept(
    real: ReadyKernels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, all_at_once: bool
) -> None:
    for seconds in ("PATIENCE", "SHORT"):  # this machine may be busy
        monkeypatch.setattr(module, seconds, 60)

    async def work() -> bool:
        kernel_id, client = await connected(real)
        client.execute(BUSY)
        await asyncio.sleep(0.2)
        for _ in range(30):
            client.execute(SHORTLY)
        client.execute(f"open({str(tmp_path / 'laatste')!r}, 'x').close()")
        await (real.end_all() if all_at_once else real.shutdown_kernel(kernel_id))
        client.stop_channels()
        assert kernel_id not in real.list_kernel_ids()
        await real.end_all()
        return (tmp_path / "laatste").exists()

    assert asyncio.run(work())


def test_a_kernel_that_must_end_for_two_reasons_answers_both(real: ReadyKernels) -> None:
    async def work() -> None:
        kernel_id, client = await connected(real)
        client.stop_channels()
        async with asyncio.timeout(30):
            await asyncio.gather(*(real._heard_all(kernel_id, 60) for _ in range(2)))
        await real.end_all()

    asyncio.run(work())


def test_no_output_holds_the_words_of_an_error(real: ReadyKernels) -> None:
    async def work() -> dict[str, Any]:
        _, client = await connected(real)
        client.execute("raise ValueError('geheim')")
        while (message := await client.get_iopub_msg(timeout=60))["msg_type"] != "error":
            pass
        client.stop_channels()
        await real.end_all()
        return dict(message["content"])

    told = asyncio.run(work())
    assert (told["evalue"], told["traceback"]) == (SORRY, [SORRY])
    assert "geheim" not in str(told)


def test_a_page_gets_all_its_widgets_in_one_message(real: ReadyKernels) -> None:
    async def work() -> dict[str, Any]:
        _, client = await connected(real)
        client.execute("import ipywidgets; ipywidgets.VBox([ipywidgets.Text('rust')])")
        control = {"comm_id": "c", "target_name": "jupyter.widget.control", "data": {}}
        asks = {"comm_id": "c", "data": {"method": "request_states"}}
        for kind, content in (("comm_open", control), ("comm_msg", asks)):
            asked = client.session.msg(kind, content, metadata={"version": "1.0.0"})
            client.shell_channel.send(asked)
        while (message := await client.get_iopub_msg(timeout=60))["content"].get("comm_id") != "c":
            pass
        client.stop_channels()
        await real.end_all()
        return dict(message["content"]["data"])

    told = asyncio.run(work())
    assert told["method"] == "update_states"
    shown = {each["state"].get("value") for each in told["states"].values()}
    assert "rust" in shown
    assert {"TextModel", "VBoxModel"} <= {each["model_name"] for each in told["states"].values()}


def test_the_kernel_is_this_python_whatever_else_is_installed() -> None:
    specs = OwnKernelSpecs()
    assert set(specs.get_all_specs()) == {NAME}
    assert specs.get_kernel_spec(NAME).argv[0] == sys.executable
    with pytest.raises(NoSuchKernel):
        specs.get_kernel_spec("ir")
