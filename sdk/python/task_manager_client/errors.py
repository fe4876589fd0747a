"""What can go wrong."""

from __future__ import annotations

from typing import Any, Optional


class TaskManagerError(Exception):
    """An answer of the hub that is no success."""

    def __init__(self, status: int, body: Any, retry_after: Optional[float] = None) -> None:
        error = body.get("error") if isinstance(body, dict) else None
        error = error if isinstance(error, dict) else {}
        super().__init__(error.get("message") or f"The hub answered {status}")
        self.status = status
        #: Which failure it is: ``TASK_NOT_FOUND``, ``VALIDATION_ERROR``, ``RATE_LIMITED``, …
        self.code: str = error.get("code") or "UNKNOWN"
        #: What it is about; ``field`` and ``reason`` for one fault, ``issues`` for several.
        self.details: dict = error.get("details") or {}
        #: To quote to whoever runs the hub.
        self.request_id: Optional[str] = body.get("request_id") if isinstance(body, dict) else None
        #: Seconds to wait before trying again, where the hub says so.
        self.retry_after = retry_after


class TransportError(Exception):
    """The hub could not be reached, or its answer did not arrive."""


class WaitTimeout(Exception):
    """A task that was waited for did not come to an end in time."""

    def __init__(self, task_id: str, status: str, seconds: float) -> None:
        super().__init__(f"Task {task_id} is still {status} after {seconds:g} s")
        self.task_id = task_id
        self.status = status
