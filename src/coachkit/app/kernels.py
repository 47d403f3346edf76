"""The kernels of the app: one is always ready for the next workbook that is opened."""

from __future__ import annotations

import asyncio
import subprocess
from contextlib import suppress
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_client.session import Session
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from traitlets import DottedObjectName, Type

from coachkit.app.early import KERNEL, EarlyKernel

NAME = "python3"
TRIES = 3
PATIENCE, SHORT = 10, 6
"""Seconds that a kernel may take to do what it was asked before it ends; SHORT when all end."""

ASKS = 5
"""Times that a kernel must answer before it ends. It reads what the page and we say in turn, so it
can answer us before it has read the last of the page; each answer lets more of that go first. Two
would mostly do."""

BEGIN = 60
"""Seconds that a kernel may take to begin, also on a slow computer, before another is started."""

PAUSE = 1.5
"""Seconds after a workbook is opened before the next kernel starts, which would slow it down."""


class OwnKernelSpecs(KernelSpecManager):
    """One kind of kernel: this Python, with this coachkit, whatever else is installed."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the one kind; it has no files."""
        return {NAME: ""}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return how a kernel is started."""
        if kernel_name != NAME:
            raise NoSuchKernel(kernel_name)
        command = [*KERNEL, "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="coachkit", language="python")


class QuickClient(AsyncKernelClient):
    """A client that, once a kernel answers, does not wait to see whether more is coming."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers, and is heard on the channel of its outputs too."""
        async with asyncio.timeout(timeout):
            while True:
                self.kernel_info()
                with suppress(Empty):
                    await self.get_shell_msg(timeout=1)
                    await self.get_iopub_msg(timeout=0.2)
                    return
                if not await self.is_alive():
                    raise RuntimeError("the kernel died")


class OwnKernel(ServerKernelManager):
    """The manager of one kernel, which may be a process that runs already."""

    client_factory = Type(QuickClient)

    async def _async_launch_kernel(self, kernel_cmd: list[str], **more: Any) -> None:
        provisioner = self.provisioner
        process = self._early_process(more.get("cwd"))
        if process is None or not isinstance(provisioner, LocalProvisioner):
            return await super()._async_launch_kernel(kernel_cmd, **more)
        provisioner.process = process
        provisioner.pid = provisioner.pgid = process.pid
        return None

    def _early_process(self, folder: str | None) -> subprocess.Popen[bytes] | None:
        """Return the process that runs already, when it is there and works in this folder."""
        early = self.parent.early if isinstance(self.parent, ReadyKernels) else None
        if early is None or early.folder != folder:
            return None
        return early.take(self.connection_file)


class ReadyKernels(AsyncMappingKernelManager):
    """Starts a kernel before it is asked for; the first was started before this server.

    Voila can heat kernels itself, but keeps one for each notebook in the folder, with the notebook
    run in it. One that has only its imports behind it serves all of them.
    """

    kernel_manager_class = DottedObjectName("coachkit.app.kernels.OwnKernel")
    early: EarlyKernel | None = None
    _ready: asyncio.Task[str] | None = None
    _ending = False

    def prepare(self) -> None:
        """Start the next kernel, unless one is waiting."""
        if self._ready is None and not self._ending:
            self._ready = asyncio.get_running_loop().create_task(self._started(""))

    async def start_kernel(  # type: ignore[override]  # it is async above too
        self, *, path: str | None = None, **_more: Any
    ) -> str:
        """Return the id of a kernel for a workbook in the folder ``path``, mostly the ready one.

        What else Voila gives (the request, among it the token) is none of a kernel's business.
        """
        if path:
            return await self._started(path)
        kernel_id = await self._take()
        asyncio.get_running_loop().call_later(PAUSE, self.prepare)
        return kernel_id

    async def _take(self) -> str:
        """Return the kernel that is ready, or a new one when that died while it waited."""
        ready, self._ready = self._ready, None
        if ready is not None:
            with suppress(Exception):
                kernel_id = await ready
                if await ensure_async(self.get_kernel(kernel_id).is_alive()):
                    return kernel_id
        return await self._started("")

    async def _started(self, path: str) -> str:
        """Start a kernel; one that dies at once (another program took its port) is no answer."""
        more: dict[str, Any] = {"path": path, "kernel_name": NAME}
        more |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for _ in range(TRIES):
            if self._ending:
                break
            kernel_id = await super().start_kernel(**more)
            with suppress(TimeoutError):
                async with asyncio.timeout(BEGIN):
                    if await self._answers(kernel_id):
                        return kernel_id
            with suppress(Exception):
                await self.shutdown_kernel(kernel_id, now=True)
        raise RuntimeError("no kernel starts")

    async def _answers(self, kernel_id: str, *, at_the_end: bool = False) -> bool:
        """Wait until a kernel answers, `ASKS` times before its end; not when it died.

        A kernel that begins is not waited for when all must end.
        """
        kernel = self.get_kernel(kernel_id)
        # The session names a client: of two with one name a kernel hears or answers only one.
        client = kernel.client(session=Session(key=kernel.session.key))
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)
        asks = ASKS if at_the_end else 1
        try:
            client.kernel_info()
            while (at_the_end or not self._ending) and await ensure_async(kernel.is_alive()):
                with suppress(Empty):
                    await ensure_async(client.get_shell_msg(timeout=0.5))
                    asks -= 1
                    if not asks:
                        return True
                    client.kernel_info()
        finally:
            client.stop_channels()
        return False

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that nobody uses; not the one that is ready."""
        if kernel_id != self._waiting():
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    def _waiting(self) -> str | None:
        """Return the id of the kernel that is ready, if there is one."""
        ready = self._ready
        if ready is None or not ready.done() or ready.cancelled() or ready.exception():
            return None
        return ready.result()

    async def shutdown_kernel(  # type: ignore[override]  # it is async above too
        self, kernel_id: str, now: bool = False, restart: bool = False
    ) -> None:
        """End a kernel when it has done what it was asked: the last words that were typed."""
        if not now:
            await self._heard_all(kernel_id, PATIENCE)
        await super().shutdown_kernel(kernel_id, now=now, restart=restart)  # type: ignore[no-untyped-call]

    async def _heard_all(self, kernel_id: str, patience: float) -> None:
        """Wait until a kernel has done what was sent to it before."""
        with suppress(Exception):
            async with asyncio.timeout(patience):
                await self._answers(kernel_id, at_the_end=True)

    async def end_all(self) -> None:
        """End every kernel, also one that is still starting; no other starts from now on."""
        self._ending = True
        await asyncio.gather(*(self._heard_all(name, SHORT) for name in self.list_kernel_ids()))
        starting = [*self._pending_kernels.values(), *([self._ready] if self._ready else [])]
        await asyncio.gather(*starting, return_exceptions=True)
        ends = [self.shutdown_kernel(name, now=True) for name in self.list_kernel_ids()]
        await asyncio.gather(*ends, return_exceptions=True)
