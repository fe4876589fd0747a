"""Against the hub at TASK_MANAGER_URL, with the key in TASK_MANAGER_API_KEY; both have to be set."""

from __future__ import annotations

import asyncio
import os
import threading
import unittest
import uuid

from task_manager_client import (
    SyncTaskManagerClient,
    TaskManagerClient,
    TaskManagerError,
    TransportError,
    WaitTimeout,
)

URL = os.environ["TASK_MANAGER_URL"]
TEXT = {
    "task_type": "text_generation",
    "model_name": "microsoft/DialoGPT-medium",
    "input_data": {"prompt": "Hello world!"},
}


class AsyncClient(unittest.TestCase):
    def test_the_example_of_the_reference(self) -> None:
        async def main():
            client = TaskManagerClient(URL)

            # Create task
            task = await client.create_task(
                task_type="text_generation",
                model_name="microsoft/DialoGPT-medium",
                input_data={"prompt": "Hello world!"}
            )

            # Poll for completion
            while task.status in ["pending", "running"]:
                await asyncio.sleep(1)
                task = await client.get_task(task.task_id)

            return task

        task = asyncio.run(asyncio.wait_for(main(), 60))
        self.assertEqual(task.status, "completed", task.error_message)
        self.assertTrue(task.task_id.startswith("task_"))
        self.assertTrue(task.result["generated_text"])
        self.assertEqual(task.progress, 100)

    def test_updates_are_watched_to_the_end(self) -> None:
        async def main():
            client = TaskManagerClient(URL)
            group = f"py-{uuid.uuid4()}"
            seen = []
            # From the beginning: the task may be done before the stream is open.
            watching = client.watch_tasks(last_event_id="1-1", task_source_group_id=group)

            async def watch():
                async for update in watching:
                    seen.append(update)
                    if update.task and update.task.is_finished:
                        return

            reading = asyncio.ensure_future(watch())
            task = await client.create_task(**TEXT, task_source_group_id=group)
            await asyncio.wait_for(reading, 60)
            await watching.aclose()
            return task, seen

        task, seen = asyncio.run(main())
        self.assertEqual({update.task_id for update in seen}, {task.task_id})
        self.assertEqual(seen[-1].task.status, "completed")

    def test_refusals_and_pages(self) -> None:
        async def main():
            client = TaskManagerClient(URL)
            with self.assertRaises(TaskManagerError) as refused:
                await client.get_task(f"task_{uuid.uuid4()}")
            self.assertEqual((refused.exception.status, refused.exception.code), (404, "TASK_NOT_FOUND"))
            group = f"py-{uuid.uuid4()}"
            await client.create_tasks([{**TEXT, "task_source_group_id": group} for _ in range(3)])
            listed = [task.task_id async for task in client.iterate_tasks(task_source_group_id=group, limit=2)]
            self.assertEqual(len(set(listed)), 3)
            self.assertEqual((await client.health())["status"], "healthy")

        asyncio.run(main())


class SyncClient(unittest.TestCase):
    def setUp(self) -> None:
        self.client = SyncTaskManagerClient(URL, os.environ["TASK_MANAGER_API_KEY"])

    def test_a_task_from_its_creation_to_its_result(self) -> None:
        created = self.client.create_task(**TEXT, parameters={"max_length": 40})
        self.assertEqual(created.status, "pending")
        self.assertIsNotNone(created.estimated_completion)
        task = self.client.wait_for_task(created.task_id, timeout=60, interval=0.2)
        self.assertEqual(task.status, "completed", task.error_message)
        self.assertEqual(self.client.get_task(task.task_id.removeprefix("task_")), task)
        with self.assertRaises(TaskManagerError) as refused:
            self.client.cancel_task(task.task_id)
        self.assertEqual((refused.exception.status, refused.exception.code), (409, "TASK_NOT_CANCELLABLE"))

    def test_one_idempotency_key_makes_one_task(self) -> None:
        key = str(uuid.uuid4())
        made = {self.client.create_task(**TEXT, idempotency_key=key).task_id for _ in range(3)}
        self.assertEqual(len(made), 1)

    def test_a_fault_is_named(self) -> None:
        with self.assertRaises(TaskManagerError) as refused:
            self.client.create_task("text_generation", "microsoft/DialoGPT-medium", {"promt": "Hello"})
        self.assertEqual((refused.exception.status, refused.exception.code), (422, "VALIDATION_ERROR"))
        self.assertTrue(refused.exception.request_id)

    def test_a_wrong_key_is_refused_also_by_the_stream(self) -> None:
        stranger = SyncTaskManagerClient(URL, "oh_wrong")
        for call in (stranger.list_tasks, lambda: next(stranger.watch_tasks())):
            with self.assertRaises(TaskManagerError) as refused:
                call()
            self.assertEqual(refused.exception.status, 401)

    def test_a_task_that_does_not_end_in_time(self) -> None:
        pending = self.client.create_tasks([{"task_type": "text_generation", "model_name": "fast"}])[0]
        with self.assertRaises(WaitTimeout):
            self.client.wait_for_task(pending.task_id, timeout=0.2, interval=0.1)

    def test_nobody_at_home(self) -> None:
        with self.assertRaises(TransportError):
            SyncTaskManagerClient("http://127.0.0.1:9", "oh_x", retries=0).health()

    def test_a_watch_is_stopped_from_another_thread(self) -> None:
        from task_manager_client.sync_client import StopWatching

        stop = StopWatching()
        threading.Timer(0.5, stop.now).start()
        group = f"py-{uuid.uuid4()}"
        self.assertEqual(list(self.client.watch_tasks(stop=stop, task_source_group_id=group)), [])


if __name__ == "__main__":
    unittest.main()
