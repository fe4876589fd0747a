import { expect, it } from "vitest";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { neighbourOf, nextFree, reviewOrder, stepFree } from "./review-order.ts";

function task(id: string, fields: Partial<TaskListItem> = {}): TaskListItem {
  const shown = { task_id: id, number: 1, priority: "normal", due_at: null, created_at: "2026-01-01T00:00:00Z" };
  return { ...shown, ...fields } as TaskListItem;
}

it("orders by priority, then due date, then age, and puts skipped ones last", () => {
  const tasks = [
    task("young", { created_at: "2026-01-03T00:00:00Z" }),
    task("old"),
    task("due", { due_at: "2026-02-01T00:00:00Z", created_at: "2026-01-09T00:00:00Z" }),
    task("urgent", { priority: "urgent", created_at: "2026-01-09T00:00:00Z" }),
    task("skipped", { priority: "urgent" }),
  ];
  const order = reviewOrder(tasks, new Set(["skipped"])).map((item) => item.task_id);
  expect(order).toEqual(["urgent", "due", "old", "young", "skipped"]);
});

it("goes on with the next, at the end with the one before", () => {
  const tasks = [task("a"), task("b"), task("c")];
  expect(neighbourOf(tasks, "b")?.task_id).toBe("c");
  expect(neighbourOf(tasks, "c")?.task_id).toBe("b");
  expect(neighbourOf([task("a")], "a")).toBeNull();
  expect(neighbourOf(tasks, "gone")?.task_id).toBe("a");
});

it("goes on with what nobody else has open: below, then above; a step goes over what is held", () => {
  const tasks = [task("a"), task("b"), task("c"), task("d")];
  const held =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id);
  expect(nextFree(tasks, "b", held("c"))?.task_id).toBe("d");
  expect(nextFree(tasks, "b", held("c", "d"))?.task_id).toBe("a");
  expect(nextFree(tasks, "b", held("a", "c", "d"))).toBeNull();
  expect(nextFree([task("a")], "a", held())).toBeNull();
  expect(stepFree(tasks, "a", 1, held("b", "c"))?.task_id).toBe("d");
  expect(stepFree(tasks, "d", -1, held("b", "c"))?.task_id).toBe("a");
  expect(stepFree(tasks, "c", 1, held("d"))).toBeNull();
  expect(stepFree(tasks, null, 1, held("a"))?.task_id).toBe("b");
});
