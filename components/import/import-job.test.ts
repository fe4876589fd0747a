import { expect, it } from "vitest";
import type { TaskTypeInfo } from "#lib/queries/task-types.ts";
import { newJob, repeatedIds, rowReader } from "./import-job.ts";
import { readTable } from "./read-table.ts";

const quiz = {
  name: "quiz",
  request_schema: {
    properties: {
      story_prompt: { type: "string", minLength: 1 },
      difficulty: { type: "string", enum: ["easy", "medium", "hard"], title: "Difficulty" },
      num_questions: { type: "integer", minimum: 1, maximum: 50 },
      task_source_group_id: { type: "string", title: "Group" },
    },
    required: ["story_prompt", "difficulty"],
  },
} as unknown as TaskTypeInfo;
const image = {
  name: "image_generation",
  request_schema: {
    properties: {
      input_data: { type: "object", properties: { prompt: { type: "string" } }, required: ["prompt"] },
    },
    required: ["input_data"],
  },
} as unknown as TaskTypeInfo;
const types = [image, quiz];
const at = new Date("2026-01-02T03:04:00Z");

async function read(text: string) {
  const job = newJob("a.csv", await readTable(text), types, at);
  return { job, reader: rowReader(job, types) };
}

it("guesses the type and what each column is, whatever separates them", async () => {
  const { job } = await read("Story prompt;Difficulty;Group;Else\nA story;easy;g1;x");
  expect(job.type).toBe("quiz");
  expect(job.mapping).toEqual(["story_prompt", "difficulty", "task_source_group_id", ""]);
});

it("says what is wrong with a row, and makes the task of one that is right", async () => {
  const { job, reader } = await read("story_prompt,difficulty,num_questions\nA story,hardish,60\n,easy,2\nB,Hard,3");
  const [first, second, third] = job.rows;
  expect(first && reader.faultsOf(first)).toEqual({
    difficulty: "must be easy, medium or hard",
    num_questions: "must be from 1 to 50",
  });
  expect(second && reader.faultsOf(second)).toEqual({ story_prompt: "is needed" });
  expect(third && reader.faultsOf(third)).toEqual({});
  expect(third && reader.taskOf(third, 2)).toEqual({
    task_type: "quiz",
    task_id: `${job.id}-0003`,
    task_source_group_id: "import-2026-01-02-03-04",
    story_prompt: "B",
    difficulty: "hard",
    num_questions: 3,
  });
});

it("reads JSON and JSON Lines, nested fields and a type for each row", async () => {
  const lines = [
    { task_type: "image_generation", input_data: { prompt: "A marsh" } },
    { task_type: "quiz", request_data: { story_prompt: "A", difficulty: "easy" } },
  ];
  const { job, reader } = await read(lines.map((line) => JSON.stringify(line)).join("\n"));
  const mapped = { ...job, mapping: ["task_type", "input_data.prompt", "story_prompt", "difficulty"] };
  const each = rowReader(mapped, types);
  expect(job.rows.map((row) => each.faultsOf(row))).toEqual([{}, {}]);
  expect(job.rows[0] && each.taskOf(job.rows[0], 0)).toMatchObject({ input_data: { prompt: "A marsh" } });
  expect(reader).toBeDefined();
  await expect(readTable('{"a":1}\n{"a":')).rejects.toThrow("Line 2 is not JSON.");
});

it("guesses what the columns are for every type that rows name, and finds ids that come twice", async () => {
  const { job, reader } = await read(
    ["task_type,task_id,prompt,story_prompt,difficulty", "image_generation,a,A marsh,,", "quiz,b,,A story,easy"].join(
      "\n",
    ),
  );
  expect(job.mapping).toEqual(["task_type", "", "input_data.prompt", "story_prompt", "difficulty"]);
  expect(job.rows.map((row) => reader.faultsOf(row))).toEqual([{}, {}]);
  const rows = ["x", "y", "", "x", "", "x"].map((id) => ({ cells: [id], sent: false }));
  expect([...repeatedIds(rows, ["task_id"])]).toEqual([
    [3, 0],
    [5, 0],
  ]);
});
