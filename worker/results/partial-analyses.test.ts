import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { listBlocks } from "#task-types/blocks/block-plan.ts";
import { keepFrozen } from "#task-types/blocks/keep-frozen.ts";
import type { TextCall } from "#task-types/phase-run.ts";
import { findTaskType } from "#task-types/schemas.ts";
import { type PipelineWorld, runPipeline } from "#worker/testing-pipeline.ts";

const rows = "month,revenue,orders\n2026-01,12000,240\n2026-02,12600,251\n2026-03,13900,262\n2026-04,15900,300";
const analytics = { task_type: "business_analytics", data: rows, metrics: ["revenue", "orders"] };
const finance = {
  ...{ task_type: "financial_analysis", currency: "EUR", cash_flows: [-70000, 12000, 15000, 60000], rate: 0.08 },
  statements: [2023, 2024, 2025].map((year, at) => ({
    ...{ period: `${year}`, revenue: 1000 + at * 100, net_income: 100 + at * 30 },
  })),
};

/** Makes an analysis, lets `edit` change its text as a person would, and sends some passages back. */
async function sendBack(
  body: JsonObject,
  names: string[],
  feedback: string,
  { edit = (text: string) => text, ...world }: PipelineWorld & { edit?: (text: string) => string } = {},
) {
  const plan = findTaskType(String(body.task_type))?.blocks;
  if (!plan) throw new Error("the type has no blocks");
  const first = await runPipeline(body);
  const content = edit(first.content ?? "");
  const before = { content, result: { ...first.result, narrative: content } as JsonObject };
  const second = await runPipeline(body, {
    ...{ feedback, previous: before, blocks: names, earlier: first.outputs as Record<string, Json> },
    ...world,
  });
  const after = keepFrozen(plan, before, second, names);
  const [old, now] = [before, after].map((each) => listBlocks(plan, each).map(({ text }) => text));
  return { before, after, second, old: old ?? [], now: now ?? [] };
}

const says =
  (...texts: string[]) =>
  ({ job, input }: TextCall<unknown>): JsonObject | null => {
    if (job !== "passages.rewrite") return null;
    const text = texts.length > 1 ? texts.shift() : texts[0];
    const passages = Array.from({ length: 9 }, (_, index) => ({
      ...{ name: String(index), title: null, summary: null, text: text ?? "" },
    }));
    expect(input.figures).toMatchObject({ table: { metrics: expect.any(Array) } });
    return { passages, warnings: [] };
  };

const figuresOf = (result: JsonObject) =>
  (result.qa_feedback as { check: string; passed: boolean; finding: string }[]).find(
    ({ check }) => check === "figures",
  );
const others = ({ narrative: _, quality_score: __, qa_feedback: ___, ...kept }: JsonObject) => kept;

describe("a passage about computed figures", () => {
  it("is put in a model's words while every other byte, table and chart stays", async () => {
    const text = "Revenue ended at 15,900, and that is 32.5 % more than at the start.";
    const { before, after, second, old, now } = await sendBack(analytics, ["1"], "Plainer", { answer: says(text) });
    expect(now).toEqual([old[0], text, ...old.slice(2)]);
    const [head = "", passage = "", ...rest] = before.content.split("\n\n");
    expect(passage).toContain("orders");
    expect(after.content).toBe([head, text, ...rest].join("\n\n"));
    expect(after.result.narrative).toBe(after.content);
    expect(others(after.result)).toEqual(others(before.result));
    expect(second.warnings).toEqual([]);
    expect(figuresOf(after.result)?.passed).toBe(true);
  });

  it("is sent back for a figure that nobody computed, and taken once it has none", async () => {
    const [wrong, right] = ["Revenue will reach 99,999 soon.", "Revenue ended at 15,900."];
    const { now, second } = await sendBack(analytics, ["1"], "Plainer", { answer: says(wrong, right) });
    expect(now[1]).toBe(right);
    expect(second.warnings).toEqual([]);
  });

  it("stays as it was where its new words never lose that figure", async () => {
    const { before, after, second } = await sendBack(analytics, ["1"], "Plainer", {
      answer: says("Revenue will reach 99,999 soon."),
    });
    expect(after).toEqual(before);
    expect(second.warnings.join()).toContain("Passage 2 stayed as it was: nobody computed 99,999");
  });

  it("cannot be given a figure of the reviewer's own", async () => {
    const { before, after, second } = await sendBack(analytics, ["0"], 'Replace "15,900" with "16,500"');
    expect(before.content).toContain("15,900");
    expect(after.content).toBe(before.content);
    expect(second.warnings.join()).toContain("nobody computed 16,500");
  });

  it("does not lose what a person put into another, which the check then names", async () => {
    const edit = (text: string) => `${text}\n\nThe board expects 77,777 next year.`;
    const { after, now } = await sendBack(analytics, ["0"], "Plainer", { edit, answer: says("Revenue rose.") });
    expect(now[0]).toBe("Revenue rose.");
    expect(now.at(-1)).toBe("The board expects 77,777 next year.");
    expect(figuresOf(after.result)).toMatchObject({ passed: false, finding: expect.stringContaining("77,777") });
  });

  it("fails at once where its words would swallow what follows", async () => {
    await expect(sendBack(analytics, ["0"], "As code", { answer: says("```\nopen") })).rejects.toThrow("runs into");
  });
});

describe("the built-in analyst, asked for one passage", () => {
  it.each([
    [analytics, "Mention the median of revenue", "The median of revenue is 13,250."],
    [analytics, "Add the standard deviation of revenue", "The standard deviation of revenue is 1,726.27."],
    [analytics, "Mention the average of revenue", "The mean, or average, of revenue is 13,600."],
    [finance, "Explain how the net margin is computed", "Net margin is computed as"],
    [finance, "Mention the net margin in 2024", "Net margin was 11.8 % in 2024."],
  ])("says more of what was computed: %#", async (body, feedback, expected) => {
    const { old, now, second } = await sendBack(body, ["0"], feedback);
    expect(now.slice(0, -old.length + 1).join("\n")).toContain(expected);
    expect(now.slice(-old.length + 1)).toEqual(old.slice(1));
    expect(now.join()).not.toContain("deviation of orders");
    expect(second.warnings).toEqual([]);
    expect(figuresOf(second.result)?.passed).toBe(true);
  });

  it("puts what it adds about a column into the paragraph on it", async () => {
    const { old, now } = await sendBack(analytics, ["0"], "Mention the median of revenue");
    expect(now).toEqual([expect.stringContaining("The median of revenue is 13,250."), ...old.slice(1)]);
  });

  it("shortens, and takes out what is not wanted", async () => {
    const shorter = await sendBack(analytics, ["0"], "Shorter");
    expect(shorter.now[0]?.length).toBeLessThan(shorter.old[0]?.length ?? 0);
    expect(shorter.now.slice(1)).toEqual(shorter.old.slice(1));
    const without = await sendBack(analytics, ["0"], "Remove the sentence about the trend");
    expect(without.old[0]).toContain("trend");
    expect(without.now[0]).not.toContain("trend");
  });

  it("says what it cannot do, and leaves the passage", async () => {
    const { before, after, second } = await sendBack(analytics, ["0"], "Mention the weather");
    expect(after.content).toBe(before.content);
    expect(second.warnings.join()).toContain("says nothing about “weather”");
  });
});
