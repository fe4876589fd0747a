"""HTTP on the standard library: one request at a time, with what is safe to repeat repeated."""

from __future__ import annotations

import http.client
import json
import os
import random
import ssl
import time
import uuid
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple
from urllib.parse import quote, urlencode, urlsplit

from .errors import TaskManagerError, TransportError

#: The variables that are read when no credential is given.
KEY_VARIABLES = ("TASK_MANAGER_API_KEY", "OVERSIGHT_HUB_KEY")

_MAY_COME_BACK = {429, 502, 503, 504}


class Transport:
    def __init__(
        self,
        base_url: str,
        api_key: Optional[str] = None,
        token: Optional[str] = None,
        account_id: Optional[str] = None,
        timeout: float = 60.0,
        retries: int = 3,
    ) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("base_url must be a URL such as http://localhost:3000")
        self._secure = parts.scheme == "https"
        self._host = parts.hostname
        self._port = parts.port
        self._prefix = parts.path.rstrip("/")
        self._timeout = timeout
        self._retries = retries
        self._headers = {"Accept": "application/json", "X-Api-Profile": "inference"}
        if not api_key and not token:
            api_key = next((os.environ[name] for name in KEY_VARIABLES if os.environ.get(name)), None)
        if api_key:
            self._headers["X-API-Key"] = api_key
        elif token:
            self._headers["Authorization"] = f"Bearer {token}"
        if account_id:
            self._headers["X-Account-ID"] = account_id

    def json(
        self,
        method: str,
        path: str,
        body: Any = None,
        query: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> Any:
        """The JSON of an answer. Raises TaskManagerError, TransportError."""
        headers = dict(self._headers)
        payload = None
        if body is not None:
            payload = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        if method == "POST":
            # A repeat with the same key has its effect once.
            headers["Idempotency-Key"] = idempotency_key or str(uuid.uuid4())
        attempt = 0
        while True:
            try:
                return self._once(method, self._target(path, query), payload, headers)
            except TaskManagerError as error:
                if attempt >= self._retries or not _is_transient(error):
                    raise
                time.sleep(error.retry_after if error.retry_after is not None else _backoff(attempt))
            except (OSError, http.client.HTTPException) as error:
                if attempt >= self._retries:
                    raise TransportError(f"The hub at {self._host} did not answer: {error}") from error
                time.sleep(_backoff(attempt))
            attempt += 1

    def stream(
        self, path: str, query: Optional[Mapping[str, Any]], last_event_id: Optional[str], silence: float
    ) -> "EventStream":
        """Server-sent events, from one connection. Raises TaskManagerError, OSError."""
        headers = {**self._headers, "Accept": "text/event-stream"}
        if last_event_id:
            headers["Last-Event-ID"] = last_event_id
        connection = self._connect(silence)
        try:
            connection.request("GET", self._target(path, query), headers=headers)
            # The connection lets go of its socket when the answer has no length, so it is kept for closing.
            socket = connection.sock
            response = connection.getresponse()
            if response.status != 200:
                raise _failure(response, response.read())
        except BaseException:
            connection.close()
            raise
        return EventStream(connection, response, socket)

    def _once(self, method: str, target: str, payload: Optional[bytes], headers: Dict[str, str]) -> Any:
        connection = self._connect(self._timeout)
        try:
            connection.request(method, target, body=payload, headers=headers)
            response = connection.getresponse()
            data = response.read()
        finally:
            connection.close()
        if response.status >= 300:
            raise _failure(response, data)
        return json.loads(data) if data else None

    def _connect(self, timeout: float) -> http.client.HTTPConnection:
        if self._secure:
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(self._host, self._port, timeout=timeout, context=context)
        return http.client.HTTPConnection(self._host, self._port, timeout=timeout)

    def _target(self, path: str, query: Optional[Mapping[str, Any]]) -> str:
        given = {name: _text(value) for name, value in (query or {}).items() if value is not None}
        return self._prefix + path + (f"?{urlencode(given)}" if given else "")


class EventStream:
    """Server-sent events (WHATWG HTML, section 9.2) as they arrive."""

    def __init__(self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse, socket: Any) -> None:
        self._connection = connection
        self._response = response
        self._socket = socket

    def __iter__(self) -> Iterator[Tuple[Optional[str], str]]:
        """Pairs of id and data; ends when the hub ends the stream."""
        event_id: Optional[str] = None
        data: list = []
        for raw in self._response:
            line = raw.decode("utf-8").rstrip("\r\n")
            if not line:
                if data:
                    yield event_id, "\n".join(data)
                event_id, data = None, []
                continue
            name, _, value = line.partition(":")
            value = value[1:] if value.startswith(" ") else value
            if name == "id":
                event_id = value
            elif name == "data":
                data.append(value)

    def close(self) -> None:
        """Ends the stream, also for another thread that waits in it."""
        try:
            if self._socket is not None:
                self._socket.shutdown(2)
        except OSError:
            pass
        self._connection.close()


def task_path(task_id: str) -> str:
    return f"/tasks/{quote(str(task_id), safe='')}"


def _failure(response: http.client.HTTPResponse, data: bytes) -> TaskManagerError:
    try:
        body = json.loads(data)
    except ValueError:
        body = None
    try:
        retry_after: Optional[float] = float(response.headers.get("Retry-After", ""))
    except ValueError:
        retry_after = None
    return TaskManagerError(response.status, body, retry_after)


def _is_transient(error: TaskManagerError) -> bool:
    # WORKER_UNAVAILABLE is the hub's considered answer, not an accident.
    if error.code == "WORKER_UNAVAILABLE":
        return False
    return error.status in _MAY_COME_BACK or error.code == "IDEMPOTENCY_IN_FLIGHT"


def _backoff(attempt: int) -> float:
    return 0.25 * 2**attempt * random.uniform(0.75, 1.25)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(str(item) for item in value)
    return str(value)
