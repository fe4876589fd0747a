"""What the hub answers with. Every field of an answer is kept in ``raw``, whether this version knows it or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

#: Statuses in which nothing more happens unless somebody asks for it.
FINISHED = frozenset({"completed", "failed", "cancelled"})


@dataclass(frozen=True)
class Task:
    """A task, in the words of the inference API."""

    task_id: str
    #: ``pending``, ``running``, ``completed``, ``failed`` or ``cancelled``. A result that waits for a person's approval
    #: is still ``running``.
    status: str
    task_type: str
    #: 0–100.
    progress: float = 0
    message: str = ""
    model_name: Optional[str] = None
    #: The model that really ran.
    model_used: Optional[str] = None
    created_at: Optional[str] = None
    started_at: Optional[str] = None
    completed_at: Optional[str] = None
    estimated_completion: Optional[str] = None
    worker_id: Optional[str] = None
    result: Optional[Dict[str, Any]] = None
    result_url: Optional[str] = None
    error_message: Optional[str] = None
    #: A fallback was used; ``degraded_reasons`` says which.
    degraded: bool = False
    degraded_reasons: List[str] = field(default_factory=list)
    warnings: List[str] = field(default_factory=list)
    raw: Dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def is_finished(self) -> bool:
        return self.status in FINISHED

    @classmethod
    def read(cls, body: Dict[str, Any]) -> "Task":
        known = {name: body[name] for name in cls.__dataclass_fields__ if name != "raw" and body.get(name) is not None}
        return cls(raw=body, **known)


@dataclass(frozen=True)
class TaskPage:
    """One page of a list."""

    tasks: List[Task]
    total: int
    limit: int
    offset: int
    next_cursor: Optional[str] = None

    @classmethod
    def read(cls, body: Dict[str, Any]) -> "TaskPage":
        tasks = [Task.read(item) for item in body["tasks"]]
        return cls(tasks, body["total"], body["limit"], body["offset"], body.get("next_cursor"))


@dataclass(frozen=True)
class TaskUpdate:
    """Something that happened to a task."""

    #: To go on after this one: ``watch_tasks(last_event_id=…)``.
    id: str
    type: str
    task_id: str
    message: str
    #: The task as it is now, without its result; ``None`` once it is deleted.
    task: Optional[Task]

    @classmethod
    def read(cls, event_id: str, data: Dict[str, Any]) -> "TaskUpdate":
        task = data.get("task")
        return cls(event_id, data["type"], data["task_id"], data["message"], Task.read(task) if task else None)
