import { afterAll, beforeAll, expect, it } from "vitest";
import { editTask } from "#domain/tasks/edit-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { insertWaitingTask } from "#domain/tasks/testing-waiting.ts";
import type { JsonObject } from "#lib/contract/json.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

async function edited(taskType: string, before: { content: string | null; result: JsonObject }, edit: JsonObject) {
  const task = await insertWaitingTask(hub.ctx, { taskType, requestData: {}, ...before });
  return editTask(hub.ctx, task, { version: task.version, ...edit });
}

const segment = (number: number, text: string) => ({
  ...{ number, title: null, text, start: number - 1, end: number, image_url: "artifact:x" },
});
const film = {
  ...{ video_url: "artifact:v", poster_url: "artifact:p", srt_url: null, vtt_url: null },
  ...{ duration_seconds: 2, resolution: "1280*720", segments: [segment(1, "One."), segment(2, "Two.")] },
};

it("tells that a film still says what it said before its words were edited", async () => {
  const segments = [segment(1, "One."), segment(2, "Zwei.")];
  const after = await edited("video", { content: null, result: film }, { result: { segments } });
  expect(after).toMatchObject({ degraded: true, result: { segments, video_url: "artifact:v" } });
  expect(after.degradedReasons).toEqual([
    "The film and its subtitles are from before the edit of segment 2; send it back to have it recorded anew",
  ]);
});

it.each([
  ["text_generation", "generated_text", { tokens_generated: 1, inference_time: 1 }],
  ["image_to_text", "text", { mode: "ocr", confidence: 90, words: [] }],
])("has the field of %s that repeats the text follow it, and refuses it alone", async (taskType, field, rest) => {
  const before = { content: "Old words.", result: { [field]: "Old words.", ...rest } };
  const after = await edited(taskType, before, { content: "New words." });
  expect(after.result?.[field]).toBe("New words.");
  await expect(edited(taskType, before, { result: { [field]: "Other" } })).rejects.toMatchObject({
    details: { field: `result.${field}` },
  });
});

const quiz = (question: JsonObject) => ({
  quiz: {
    ...{ id: "q", title: "Tides", total_points: 1, estimated_time_minutes: 1 },
    questions: [
      {
        ...{ id: "q_1", question: "What comes in?", type: "multiple_choice", options: ["Sea", "Land"], points: 1 },
        ...{ correct_answer: "Sea", explanation: "", difficulty: "easy", ...question },
      },
    ],
  },
  ...{ quiz_url: "quiz:x", quiz_json_url: "artifact:x", embed_code: "", quality_score: 9, qa_feedback: [] },
});

it.each([
  [{ correct_answer: "Moon" }, "correct_answer", "must be one of the answers"],
  [{ options: ["Sea", "Sea"] }, "options", "must not have the same answer twice"],
  [{ options: ["Sea"] }, "options", "must have at least two answers"],
  [{ options: ["Sea", " "] }, "options", "must not have an empty answer"],
  [{ question: " " }, "question", "must not be empty"],
  [{ type: "short_answer" }, "options", "must be empty: this answer is written, not chosen"],
])("refuses a question that could not be taken: %j", async (fault, field, message) => {
  const refused = edited("quiz", { content: null, result: quiz({}) }, { result: quiz(fault) });
  const details = await refused.catch((error) => error.details);
  const issues = details.issues ?? [{ path: details.field, message: details.reason }];
  expect(issues).toContainEqual({ path: `result.quiz.questions.0.${field}`, message });
});

const swot = (strength: string) => ({
  ...{ strengths: [{ text: strength, citation: 1 }], weaknesses: [], opportunities: [], threats: [] },
});
const report = (strength: string) => ({
  ...{ summary: "All is well.", questions: [], comparison: { columns: [], rows: [] }, swot: swot(strength) },
  ...{ charts: [], citations: [], quality_score: 9, qa_feedback: [], provenance: "source_material" },
});

it("has a report follow its statements, and tells where it cannot", async () => {
  const before = { content: "## S\n\n- Cheap [1]\n", result: report("Cheap") };
  const after = await edited("market_research", before, { result: { swot: swot("Dear") } });
  expect(after).toMatchObject({ content: "## S\n\n- Dear [1]\n", degraded: false });
  const other = await edited(
    "market_research",
    { ...before, content: "Elsewhere." },
    { result: { swot: swot("Dear") } },
  );
  expect(other).toMatchObject({ content: "Elsewhere.", degraded: true });
});

const compared = (cells: ({ text: string; citation: number | null } | null)[]) => ({
  ...report("Cheap"),
  comparison: { columns: ["Price", "Range"], rows: [{ name: "Velorum", cells }] },
});
const priced = { text: "5,400 euros", citation: 1 };

it.each([
  [
    "a cell that was empty",
    [priced, { text: "70 | 80 km", citation: 2 }],
    "| Velorum | 5,400 euros [1] | 70 \\| 80 km [2] |",
  ],
  ["a source alone", [{ ...priced, citation: 3 }, null], "| Velorum | 5,400 euros [3] | — |"],
  ["a cell that is emptied", [null, null], "| Velorum | — | — |"],
])("has the report's table follow %s", async (_, cells, line) => {
  const table = "|  | Price | Range |\n| --- | --- | --- |\n| Velorum | 5,400 euros [1] | — |";
  const before = { content: `Before.\n\n${table}\n\nAfter 5,400 euros.`, result: compared([priced, null]) };
  const { comparison } = compared(cells);
  const after = await edited("market_research", before, { result: { comparison } });
  expect(after.content).toBe(before.content.replace("| Velorum | 5,400 euros [1] | — |", () => line));
  expect(after).toMatchObject({ degraded: false, result: { comparison } });
});

it("tells of a filled cell that a report without that table does not have", async () => {
  const before = { content: "Velorum asks 5,400 euros.", result: compared([priced, null]) };
  const { comparison } = compared([
    { ...priced, text: "5,600 euros" },
    { text: "70 km", citation: null },
  ]);
  const after = await edited("market_research", before, { result: { comparison } });
  expect(after.content).toBe("Velorum asks 5,600 euros.");
  expect(after.degradedReasons).toEqual([
    "The report's text does not have 1 of the edited statements; edit it there too",
  ]);
});

it("writes the files of edited rows anew", async () => {
  const sources = [{ source: "a", status: "ok", format: "csv", rows: 1, error: null }];
  const files = { row_count: 1, csv: "a\n1\n", csv_url: "artifact:c", json_url: "artifact:j" };
  const result = { rows: [{ a: 1 }], columns: ["a"], sources, qa_feedback: [], ...files };
  const after = await edited("data_retrieval", { content: null, result }, { result: { rows: [{ a: 1 }, { a: 2 }] } });
  expect(after.result).toMatchObject({ row_count: 2, csv: expect.stringContaining("2") });
  expect(after.result?.csv_url).not.toBe("artifact:c");
  expect(after.result?.json_url).not.toBe("artifact:j");
});
