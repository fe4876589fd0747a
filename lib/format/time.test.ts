import { expect, it } from "vitest";
import { duration, relativeTime } from "./time.ts";

it.each([
  [0.05, "50 ms"],
  [9.9, "9.9 s"],
  [59.4, "59 s"],
  [59.6, "1 min"],
  [119.6, "2 min"],
  [185, "3 min 5 s"],
  [3_599.7, "1 h"],
  [11_400, "3 h 10 min"],
])("a length of %d s never says 60 of a part of the next", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

it.each([
  [59, "59 s ago"],
  [3_569, "59 min ago"],
  [3_580, "1 h ago"],
  [84_599, "23 h ago"],
  [84_700, "1 d ago"],
])("%d s ago are told in the largest part that they fill", (seconds, text) => {
  const now = Date.parse("2026-02-03T12:00:00Z");
  expect(relativeTime(new Date(now - seconds * 1000).toISOString(), now)).toBe(text);
});
