"""Kernels that no page uses end by themselves; that of an open page and the next one stay."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from support.app import SECONDS, App, environment, wait_for

IDLE = 6
SERVE = f"""
import sys
from pathlib import Path
from coachkit.app import server
from coachkit.app.address import address, listen, port_of
from coachkit.app.folder import open_place

door = listen()
print(address(port_of(door), "sleutel"), flush=True)
server.serve(open_place(Path(sys.argv[1])), door, "sleutel", idle_seconds={IDLE})
"""


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """An app whose kernels may be idle for some seconds only."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(tmp_path / "praktijk")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment(tmp_path),
        cwd=tmp_path,
    ) as process:
        try:
            assert process.stdout is not None
            app = App(process, process.stdout.readline().strip(), tmp_path)
            with app.session:
                yield app
        finally:
            process.terminate()
            process.communicate(timeout=SECONDS)


def opened(app: App) -> str:
    """Open the first screen, without a browser that ends its kernel; returns that kernel."""
    (kernel,) = re.findall(r'"kernelId": "([\w-]+)"', app.log_in().text)
    return str(kernel)


def test_a_kernel_without_a_page_is_ended_and_the_others_stay(app: App) -> None:
    async def work() -> None:
        used = await asyncio.to_thread(opened, app)
        address = f"{app.base.replace('http', 'ws')}/api/kernels/{used}/channels"
        cookies = "; ".join(f"{each.name}={each.value}" for each in app.session.cookies)
        page = await websocket_connect(HTTPRequest(address, headers={"Cookie": cookies}))
        left = await asyncio.to_thread(opened, app)
        await asyncio.to_thread(wait_for, lambda: len(app.kernels()) == 3, "no kernel is ready")
        ready = {each.pid for each in app.kernels()} - {
            app.kernel(used).pid,
            app.kernel(left).pid,
        }
        await asyncio.to_thread(wait_for, lambda: len(app.kernels()) == 2, "none was ended")
        await asyncio.sleep(IDLE)  # time to be ended as well
        assert not app.lives(left)
        assert {each.pid for each in app.kernels()} == {app.kernel(used).pid, *ready}
        page.close()
        while await page.read_message() is not None:  # until the other side has closed it too
            pass
        await asyncio.to_thread(wait_for, lambda: not app.lives(used), "its page was closed")
        assert {each.pid for each in app.kernels()} == ready

    asyncio.run(work())
