import { expect, it } from "vitest";
import { snoozeTimes } from "./snooze-times.ts";

const labels = (now: Date) => snoozeTimes(now).map(({ label }) => label);

it("offers what lies ahead, in the reader's own day", () => {
  const wednesday = new Date(2026, 0, 28, 10, 30);
  expect(snoozeTimes(wednesday)).toEqual([
    { label: "In an hour", at: new Date(2026, 0, 28, 11, 30) },
    { label: "This evening", at: new Date(2026, 0, 28, 18) },
    { label: "Tomorrow morning", at: new Date(2026, 0, 29, 9) },
    { label: "Next Monday", at: new Date(2026, 1, 2, 9) },
  ]);
});

it("leaves out an evening that has come, and a Monday that is tomorrow", () => {
  expect(labels(new Date(2026, 0, 28, 17, 30))).not.toContain("This evening");
  expect(labels(new Date(2026, 1, 1, 12))).toEqual(["In an hour", "This evening", "Tomorrow morning"]);
  const monday = snoozeTimes(new Date(2026, 1, 2, 12)).at(-1);
  expect(monday).toEqual({ label: "Next Monday", at: new Date(2026, 1, 9, 9) });
});
