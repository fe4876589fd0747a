import { describe, expect, it } from "vitest";
import { type Profile, profiles } from "#lib/contract/access.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";
import { knownStatusWords, readStatusWord, statusWords } from "#lib/http/profiles/status-words.ts";

const table: [TaskStatus, Record<Profile, string>][] = [
  ["pending", { unified: "pending", course: "PENDING", inference: "pending", concepts: "pending" }],
  ["queued", { unified: "pending", course: "QUEUED", inference: "pending", concepts: "pending" }],
  ["on_hold", { unified: "pending", course: "QUEUED", inference: "pending", concepts: "pending" }],
  ["generating", { unified: "generating", course: "PROCESSING", inference: "running", concepts: "processing" }],
  [
    "awaiting_approval",
    { unified: "awaiting_approval", course: "PROCESSING", inference: "running", concepts: "processing" },
  ],
  ["approved", { unified: "approved", course: "COMPLETED", inference: "completed", concepts: "completed" }],
  ["published", { unified: "published", course: "COMPLETED", inference: "completed", concepts: "completed" }],
  ["completed", { unified: "completed", course: "COMPLETED", inference: "completed", concepts: "completed" }],
  ["rejected", { unified: "rejected", course: "FAILED", inference: "failed", concepts: "failed" }],
  ["failed", { unified: "failed", course: "FAILED", inference: "failed", concepts: "failed" }],
  ["cancelled", { unified: "cancelled", course: "CANCELLED", inference: "cancelled", concepts: "failed" }],
];

it("has a line for every status", () => {
  expect(table.map(([status]) => status).sort()).toEqual([...taskStatuses].sort());
});

describe.each(profiles)("%s", (profile) => {
  it.each(table)("presents %s", (status, words) => {
    expect(statusWords[profile][status]).toBe(words[profile]);
  });

  it.each([...new Set(table.map(([, words]) => words[profile]))])(
    "reads its own %s as all that it presents so",
    (word) => {
      const presented = table.filter(([, words]) => words[profile] === word).map(([status]) => status);
      for (const spelling of [word, word.toLowerCase(), word.toUpperCase()]) {
        expect(readStatusWord(spelling, profile)?.sort()).toEqual(presented.sort());
      }
    },
  );

  it.each(taskStatuses)("reads the canonical %s, unless the word is its own", (status) => {
    const isOwn = table.some(([, words]) => words[profile].toLowerCase() === status);
    const expected = isOwn
      ? table.filter(([, words]) => words[profile].toLowerCase() === status).map(([canonical]) => canonical)
      : [status];
    expect(readStatusWord(status, profile)?.sort()).toEqual(expected.sort());
  });

  it("names the words that it knows for one that it does not", () => {
    expect(readStatusWord("done", profile)).toBeNull();
    expect(knownStatusWords(profile)).toEqual(
      expect.arrayContaining([...Object.values(statusWords[profile]), ...taskStatuses]),
    );
  });
});

it.each([
  ["in_progress", "unified", ["generating"]],
  ["canceled", "course", ["cancelled"]],
  ["Canceled", "concepts", ["cancelled"]],
  // Another profile's word, where neither the own one nor the canonical words have it.
  ["running", "unified", ["awaiting_approval", "generating"]],
  ["processing", "unified", ["awaiting_approval", "generating"]],
  ["PROCESSING", "inference", ["awaiting_approval", "generating"]],
  ["running", "concepts", ["awaiting_approval", "generating"]],
  // An own word comes before the canonical one.
  ["completed", "course", ["approved", "completed", "published"]],
  ["completed", "unified", ["completed"]],
  ["failed", "concepts", ["cancelled", "failed", "rejected"]],
  ["failed", "unified", ["failed"]],
  ["queued", "course", ["on_hold", "queued"]],
  ["queued", "unified", ["queued"]],
] as const)("reads %s of %s", (word, profile, statuses) => {
  expect(readStatusWord(word, profile)?.sort()).toEqual([...statuses]);
});
