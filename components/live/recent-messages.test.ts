import { dehydrate, hydrate, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveMessage } from "#lib/queries/live-cache.ts";
import { taskKeys } from "#lib/queries/tasks.ts";
import { keepRecent } from "./recent-messages.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, "0")}.000Z`;
const said = (id: string, second: number) =>
  ({ type: "phase_started", task_id: id, task: { task_id: id, updated_at: at(second) } }) as LiveMessage;

function setUp() {
  const client = new QueryClient();
  const told: string[] = [];
  const recent = keepRecent(client, (message) =>
    told.push(`${message.task_id} ${message.task?.updated_at.slice(17, 19)}`),
  );
  /** What a page brings that was rendered at this second. */
  const arrive = (key: readonly unknown[], data: unknown) => {
    const server = new QueryClient();
    server.setQueryData(key, data);
    hydrate(client, dehydrate(server));
    vi.advanceTimersByTime(1);
  };
  return { client, told, recent, arrive };
}
const detail = (id: string, second: number) => ({ task_id: id, updated_at: at(second) });

it("what was told of a task while its page was on its way is told again, the latest of it once", () => {
  const { told, recent, arrive } = setUp();
  for (const second of [1, 2, 3]) recent.add(said("a", second));
  recent.add(said("b", 9));
  arrive(taskKeys.detail("a"), detail("a", 2));
  expect(told).toEqual(["a 03"]);
});

it("rows of a list are told of too", () => {
  const { told, recent, arrive } = setUp();
  recent.add(said("a", 3));
  recent.add(said("b", 3));
  arrive(taskKeys.list({}), { pages: [{ tasks: [detail("a", 1), detail("b", 3)] }], pageParams: [null] });
  expect(told).toEqual(["a 03"]);
});

it("a page that knows as much hears nothing, nor does what the browser has asked for itself, or had already", async () => {
  const { client, told, recent, arrive } = setUp();
  client.setQueryData(taskKeys.detail("c"), detail("c", 1));
  vi.advanceTimersByTime(1);
  for (const id of ["a", "b", "c"]) recent.add(said(id, 3));
  arrive(taskKeys.detail("a"), detail("a", 3));
  arrive(taskKeys.detail("c"), detail("c", 2));
  await client.fetchQuery({ queryKey: taskKeys.detail("b"), queryFn: () => detail("b", 1) });
  vi.advanceTimersByTime(1);
  expect(told).toEqual([]);
});

it("what was told long before is not, and nothing after the end", () => {
  const { told, recent, arrive } = setUp();
  recent.add(said("a", 3));
  vi.advanceTimersByTime(31_000);
  arrive(taskKeys.detail("a"), detail("a", 1));
  recent.add(said("b", 3));
  recent.stop();
  arrive(taskKeys.detail("b"), detail("b", 1));
  expect(told).toEqual([]);
});
