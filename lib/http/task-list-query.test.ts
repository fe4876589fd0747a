import { describe, expect, it } from "vitest";
import type { Profile } from "#lib/contract/access.ts";
import { readPage, readTaskFilters, taskListSchema } from "#lib/http/task-list-query.ts";
import { validate } from "#lib/http/validate.ts";

const parse = (query: Record<string, string>) => validate(taskListSchema, query, "query");
const filters = (query: Record<string, string>, profile: Profile = "unified") =>
  Object.fromEntries(Object.entries(readTaskFilters(parse(query), profile)).filter(([, value]) => value !== undefined));
const page = (query: Record<string, string>, profile: Profile = "unified") => readPage(parse(query), profile);
const badQuery = expect.objectContaining({ code: "VALIDATION_ERROR", status: 400 });

describe("filters", () => {
  it("are read from an address", () => {
    expect(
      filters({
        status: "approved, rejected,",
        task_type: "blog_post,quiz",
        task_ids: "a,7",
        priority: "HIGH,low",
        q: "tides",
        created_from: "2026-01-31T09:00:00+01:00",
        min_quality: "7.5",
        assigned_to: "none",
        degraded: "false",
      }),
    ).toEqual({
      statuses: ["approved", "rejected"],
      taskTypes: ["blog_post", "quiz"],
      taskRefs: ["a", "7"],
      priorities: [2, 0],
      text: "tides",
      createdFrom: new Date("2026-01-31T08:00:00Z"),
      minQuality: 7.5,
      assignedTo: null,
      degraded: false,
    });
  });

  it("of nothing but commas are none", () => {
    expect(filters({ status: " , ,", task_ids: "," })).toEqual({});
  });

  it.each<[string, Profile, string[]]>([
    ["pending", "unified", ["pending", "queued", "on_hold"]],
    ["queued", "unified", ["queued"]],
    ["PROCESSING", "course", ["generating", "awaiting_approval"]],
    ["processing", "unified", ["generating", "awaiting_approval"]],
    ["completed", "inference", ["approved", "published", "completed"]],
    ["completed", "unified", ["completed"]],
    ["Canceled", "unified", ["cancelled"]],
    ["in_progress", "unified", ["generating"]],
  ])("read %s in the words of %s first", (word, profile, statuses) => {
    const read = readTaskFilters(parse({ status: word }), profile).statuses ?? [];
    expect([...read].sort()).toEqual([...statuses].sort());
  });

  it.each<Record<string, string>>([
    { status: "done" },
    { status: "approved,nothing" },
    { priority: "highest" },
    { min_quality: "11" },
    { min_quality: "good" },
    { created_from: "yesterday" },
    { created_from: "2026-02-30T00:00:00Z" },
    { assigned_to: "me" },
    { degraded: "perhaps" },
    { colour: "blue" },
    { q: "x".repeat(201) },
  ])("%j is a bad query", (query) => {
    expect(() => filters(query)).toThrow(badQuery);
  });

  it("that are unknown words list those that are known", () => {
    expect(() => filters({ status: "done" })).toThrow(/done is none of pending, generating, .*cancelled/);
  });
});

describe("a page", () => {
  it.each<[Profile, number, number]>([
    ["unified", 20, 100],
    ["concepts", 20, 100],
    ["course", 100, 1000],
    ["inference", 50, 1000],
  ])("in %s has %i tasks, and at most %i", (profile, fallback, max) => {
    expect(page({}, profile)).toEqual({ limit: fallback, offset: 0 });
    expect(page({ limit: String(max) }, profile).limit).toBe(max);
    expect(() => page({ limit: String(max + 1) }, profile)).toThrow(badQuery);
    expect(() => page({ limit: "0" }, profile)).toThrow(badQuery);
  });

  it("begins at offset, or skip", () => {
    expect(page({ skip: "7" }).offset).toBe(7);
    expect(page({ skip: "7", offset: "7" }).offset).toBe(7);
    expect(() => page({ skip: "7", offset: "8" })).toThrow(badQuery);
    expect(() => page({ cursor: "x", offset: "8" })).toThrow(badQuery);
    expect(page({ cursor: "x", offset: "0" }).offset).toBe(0);
  });

  it.each<Record<string, string>>([
    { limit: "-1" },
    { limit: "1e2" },
    { offset: "1.5" },
    { limit: "٣" },
    { offset: "99999999999" },
  ])("%j is no page", (query) => {
    expect(() => page(query)).toThrow(badQuery);
  });
});
