import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createProgressReporter, type Report } from "#worker/progress-reporter.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function collecting() {
  const written: Report[] = [];
  const reporter = createProgressReporter(async (report) => {
    written.push(report);
  });
  return { written, reporter };
}

it("writes the latest at most twice a second, and announces at most once a second", async () => {
  const { written, reporter } = collecting();
  for (let tenth = 0; tenth < 20; tenth++) {
    reporter.report(tenth / 20);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written.length).toBeGreaterThanOrEqual(3);
  expect(written.length).toBeLessThanOrEqual(5);
  expect(written.at(-1)?.share).toBe(19 / 20);
  expect(written.filter(({ announce }) => announce).length).toBeLessThanOrEqual(3);
  await reporter.stop();
});

it("writes nothing once it is stopped, and keeps within 0 and 1", async () => {
  const { written, reporter } = collecting();
  reporter.report(7, "Nearly there");
  await vi.advanceTimersByTimeAsync(500);
  expect(written).toMatchObject([{ share: 1, message: "Nearly there" }]);
  reporter.report(0.5);
  await reporter.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(written).toHaveLength(1);
});

it("goes on after a write that failed", async () => {
  let writes = 0;
  const reporter = createProgressReporter(async () => {
    writes += 1;
    throw new Error("the database is away");
  });
  reporter.report(0.1);
  await vi.advanceTimersByTimeAsync(500);
  reporter.report(0.2);
  await vi.advanceTimersByTimeAsync(500);
  expect(writes).toBe(2);
  await reporter.stop();
});
