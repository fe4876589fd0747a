"""Client of the Oversight Hub's task API, on the standard library alone."""

from .async_client import TaskManagerClient
from .errors import TaskManagerError, TransportError, WaitTimeout
from .models import Task, TaskPage, TaskUpdate
from .sync_client import SyncTaskManagerClient

__all__ = [
    "SyncTaskManagerClient",
    "Task",
    "TaskManagerClient",
    "TaskManagerError",
    "TaskPage",
    "TaskUpdate",
    "TransportError",
    "WaitTimeout",
]
