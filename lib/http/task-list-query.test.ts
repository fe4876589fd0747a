import { describe, expect, it } from "vitest";
import { profiles } from "#lib/contract/access.ts";
import { readPage, readTaskFilters, taskFilterSchema, taskListSchema } from "#lib/http/task-list-query.ts";

const page = (query: Record<string, string>, profile: (typeof profiles)[number] = "unified") =>
  readPage(taskListSchema.parse(query), profile);
const filters = (query: Record<string, string>, profile: (typeof profiles)[number] = "unified") =>
  readTaskFilters(taskFilterSchema.parse(query), profile);

/** CONTRACT.md section 3: default and maximum. */
const limits = { unified: [20, 100], concepts: [20, 100], course: [100, 1000], inference: [50, 1000] } as const;

describe.each(profiles)("a page of the %s profile", (profile) => {
  const [fallback, max] = limits[profile];
  it("has its default and its maximum", () => {
    expect(page({}, profile)).toEqual({ limit: fallback, offset: 0 });
    expect(page({ limit: String(max) }, profile).limit).toBe(max);
  });

  it.each(["0", String(max + 1), "999999999"])("is refused, not clamped, with limit=%s", (limit) => {
    expect(() => page({ limit }, profile)).toThrow(expect.objectContaining({ status: 400, code: "VALIDATION_ERROR" }));
  });
});

it.each(["-1", "1.5", "1e2", "ten", "0x10", " 5", "9999999999"])("refuses limit, offset and skip of %s", (value) => {
  for (const name of ["limit", "offset", "skip"])
    expect(taskListSchema.safeParse({ [name]: value }).success).toBe(false);
});

it("takes skip for offset, and refuses two that differ or a cursor beside them", () => {
  expect(page({ skip: "30" }).offset).toBe(30);
  expect(page({ skip: "30", offset: "30" }).offset).toBe(30);
  expect(() => page({ skip: "30", offset: "20" })).toThrow(expect.objectContaining({ status: 400 }));
  expect(() => page({ skip: "30", cursor: "x" })).toThrow(expect.objectContaining({ status: 400 }));
});

it("leaves empty items of a list out, and a list of nothing else", () => {
  expect(filters({ task_source_ids: "a,,b, c," }).sourceIds).toEqual(["a", "b", "c"]);
  expect(filters({ task_source_ids: ",," }).sourceIds).toBeUndefined();
});

it("lists the known words for an unknown status, each that is wrong", () => {
  const refusal = expect.objectContaining({
    status: 400,
    details: { issues: [expect.objectContaining({ path: "status" }), expect.objectContaining({ path: "status" })] },
  });
  expect(() => filters({ status: "completed,done,finished" })).toThrow(refusal);
  expect(() => filters({ status: "done" })).toThrow(/awaiting_approval/);
  expect(filters({ status: "completed,failed" }).statuses).toEqual(["completed", "failed"]);
});

it("reads ids as the profile writes them", () => {
  const uuid = "6d5af4d2-5095-4149-b2f3-cf006cb3fde9";
  const old = "task_123e4567-e89b-12d3-a456-426614174000";
  expect(filters({ task_ids: `task_${uuid},75,${old}` }, "inference").taskRefs).toEqual([uuid, "75", old]);
  expect(filters({ task_ids: `task_${uuid}` }).taskRefs).toEqual([`task_${uuid}`]);
});
