"""The client for programs that wait for each answer."""

from __future__ import annotations

import json
import threading
import time
from typing import Any, Dict, Iterator, List, Optional, Sequence

from .errors import TaskManagerError, WaitTimeout
from .models import Task, TaskPage, TaskUpdate
from .transport import EventStream, Transport, task_path

#: The hub says something at least every 15 s; silence for this long is a lost connection.
SILENCE = 45.0


class SyncTaskManagerClient:
    """The hub's task API. Every method can raise TaskManagerError and TransportError.

    ``api_key`` may be left out when ``TASK_MANAGER_API_KEY`` is set in the environment.
    """

    def __init__(
        self,
        base_url: str,
        api_key: Optional[str] = None,
        *,
        token: Optional[str] = None,
        account_id: Optional[str] = None,
        timeout: float = 60.0,
        retries: int = 3,
    ) -> None:
        self._transport = Transport(base_url, api_key, token, account_id, timeout, retries)

    def create_task(
        self,
        task_type: str,
        model_name: Optional[str] = None,
        input_data: Optional[Dict[str, Any]] = None,
        parameters: Optional[Dict[str, Any]] = None,
        *,
        idempotency_key: Optional[str] = None,
        **fields: Any,
    ) -> Task:
        """Creates a task and queues it; ``fields`` are those of other task types, such as ``topic``."""
        named = {"model_name": model_name, "input_data": input_data, "parameters": parameters, **fields}
        body = {"task_type": task_type, **{name: value for name, value in named.items() if value is not None}}
        return Task.read(self._transport.json("POST", "/tasks", body, idempotency_key=idempotency_key))

    def create_tasks(self, tasks: Sequence[Dict[str, Any]], *, idempotency_key: Optional[str] = None) -> List[Task]:
        """Creates up to 100 tasks, all or none, in the order given."""
        body = {"tasks": list(tasks)}
        answers = self._transport.json("POST", "/api/tasks/bulk", body, idempotency_key=idempotency_key)
        return [Task.read(answer) for answer in answers]

    def get_task(self, task_id: str) -> Task:
        return Task.read(self._transport.json("GET", task_path(task_id)))

    def list_tasks(
        self,
        *,
        status: Optional[str] = None,
        task_type: Optional[str] = None,
        model_name: Optional[str] = None,
        limit: Optional[int] = None,
        offset: Optional[int] = None,
        sort_by: Optional[str] = None,
        sort_order: Optional[str] = None,
        **filters: Any,
    ) -> TaskPage:
        query = {
            **{"status": status, "task_type": task_type, "model_name": model_name, "limit": limit, "offset": offset},
            **{"sort_by": sort_by, "sort_order": sort_order, **filters},
        }
        return TaskPage.read(self._transport.json("GET", "/tasks", query=query))

    def iterate_tasks(self, **filters: Any) -> Iterator[Task]:
        """Every task under the filters, page after page."""
        cursor: Optional[str] = None
        while True:
            page = self.list_tasks(**{"limit": 100, **filters, **({"cursor": cursor} if cursor else {})})
            yield from page.tasks
            cursor = page.next_cursor
            if cursor is None:
                return

    def cancel_task(self, task_id: str) -> Dict[str, Any]:
        """Cancels a task that is not finished; raises TaskManagerError with 409 for one that is."""
        return self._transport.json("DELETE", task_path(task_id))

    def wait_for_task(self, task_id: str, *, timeout: float = 600.0, interval: float = 1.0) -> Task:
        """Looks at a task until it is completed, failed or cancelled. Raises WaitTimeout."""
        deadline = time.monotonic() + timeout
        while True:
            task = self.get_task(task_id)
            if task.is_finished:
                return task
            if time.monotonic() + interval > deadline:
                raise WaitTimeout(task.task_id, task.status, timeout)
            time.sleep(interval)

    def watch_tasks(
        self, *, last_event_id: Optional[str] = None, stop: Optional["StopWatching"] = None, **filters: Any
    ) -> Iterator[TaskUpdate]:
        """Updates as they happen; a connection that is lost is opened again where it was, so that none is missed."""
        stop = stop or StopWatching()
        failures = 0
        while not stop.wanted:
            try:
                stream = self._transport.stream("/api/tasks/stream", filters, last_event_id, SILENCE)
            except (TaskManagerError, OSError) as error:
                if isinstance(error, TaskManagerError) and error.status < 500 and error.status != 429:
                    raise
                failures += 1
            else:
                failures = 0
                stop.hold(stream)
                try:
                    for event_id, data in stream:
                        last_event_id = event_id or last_event_id
                        yield TaskUpdate.read(last_event_id or "", json.loads(data))
                except (OSError, ValueError, AttributeError):
                    # The connection broke, or was closed under the reader.
                    failures += 1
                finally:
                    stream.close()
            stop.pause(min(0.5 * 2**failures, 15.0))

    def health(self) -> Dict[str, Any]:
        return self._transport.json("GET", "/health")


class StopWatching:
    """Ends a watch from another thread."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._stream: Optional[EventStream] = None

    @property
    def wanted(self) -> bool:
        return self._event.is_set()

    def hold(self, stream: EventStream) -> None:
        self._stream = stream
        if self.wanted:
            stream.close()

    def pause(self, seconds: float) -> None:
        self._event.wait(seconds)

    def now(self) -> None:
        self._event.set()
        if self._stream is not None:
            self._stream.close()
