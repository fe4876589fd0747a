"""The client for asyncio: the same calls, each in a thread of its own."""

from __future__ import annotations

import asyncio
import functools
import threading
import time
from typing import Any, AsyncIterator, Dict, List, Optional, Sequence

from .errors import WaitTimeout
from .models import Task, TaskPage, TaskUpdate
from .sync_client import StopWatching, SyncTaskManagerClient


class TaskManagerClient:
    """The hub's task API for asyncio; see SyncTaskManagerClient for what each method does and raises.

    ``api_key`` may be left out when ``TASK_MANAGER_API_KEY`` is set in the environment.
    """

    def __init__(self, base_url: str, api_key: Optional[str] = None, **options: Any) -> None:
        self._sync = SyncTaskManagerClient(base_url, api_key, **options)

    async def create_task(
        self,
        task_type: str,
        model_name: Optional[str] = None,
        input_data: Optional[Dict[str, Any]] = None,
        parameters: Optional[Dict[str, Any]] = None,
        **fields: Any,
    ) -> Task:
        return await _in_thread(self._sync.create_task, task_type, model_name, input_data, parameters, **fields)

    async def create_tasks(self, tasks: Sequence[Dict[str, Any]], **options: Any) -> List[Task]:
        return await _in_thread(self._sync.create_tasks, tasks, **options)

    async def get_task(self, task_id: str) -> Task:
        return await _in_thread(self._sync.get_task, task_id)

    async def list_tasks(self, **filters: Any) -> TaskPage:
        return await _in_thread(self._sync.list_tasks, **filters)

    async def iterate_tasks(self, **filters: Any) -> AsyncIterator[Task]:
        cursor: Optional[str] = None
        while True:
            page = await self.list_tasks(**{"limit": 100, **filters, **({"cursor": cursor} if cursor else {})})
            for task in page.tasks:
                yield task
            cursor = page.next_cursor
            if cursor is None:
                return

    async def cancel_task(self, task_id: str) -> Dict[str, Any]:
        return await _in_thread(self._sync.cancel_task, task_id)

    async def wait_for_task(self, task_id: str, *, timeout: float = 600.0, interval: float = 1.0) -> Task:
        deadline = time.monotonic() + timeout
        while True:
            task = await self.get_task(task_id)
            if task.is_finished:
                return task
            if time.monotonic() + interval > deadline:
                raise WaitTimeout(task.task_id, task.status, timeout)
            await asyncio.sleep(interval)

    async def watch_tasks(self, *, last_event_id: Optional[str] = None, **filters: Any) -> AsyncIterator[TaskUpdate]:
        loop = asyncio.get_running_loop()
        queue: "asyncio.Queue[Any]" = asyncio.Queue()
        stop = StopWatching()
        ended = object()

        def put(item: Any) -> None:
            try:
                loop.call_soon_threadsafe(queue.put_nowait, item)
            except RuntimeError:
                # The loop is gone, and whoever listened with it.
                stop.now()

        def read() -> None:
            try:
                for update in self._sync.watch_tasks(last_event_id=last_event_id, stop=stop, **filters):
                    put(update)
                put(ended)
            except Exception as error:  # noqa: BLE001 - handed to whoever listens
                put(error)

        # A thread of its own and not one of the pool, which other calls need.
        threading.Thread(target=read, daemon=True, name="task-manager-watch").start()
        try:
            while True:
                item = await queue.get()
                if item is ended:
                    return
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            stop.now()

    async def health(self) -> Dict[str, Any]:
        return await _in_thread(self._sync.health)


async def _in_thread(call: Any, *args: Any, **options: Any) -> Any:
    return await asyncio.get_running_loop().run_in_executor(None, functools.partial(call, *args, **options))
