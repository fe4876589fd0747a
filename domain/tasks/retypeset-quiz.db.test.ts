import { afterAll, beforeAll, expect, it } from "vitest";
import { editTask } from "#domain/tasks/edit-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { insertWaitingTask } from "#domain/tasks/testing-waiting.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const question = (id: string, points: number) => ({
  ...{ id, question: `What opened (${id})?`, type: "short_answer", options: [], correct_answer: "The jetty" },
  ...{ explanation: "The story says so.", difficulty: "easy", points },
});
const page = "quiz:01890000-0000-7000-8000-000000000001";
const old = {
  id: "quiz_1",
  title: "Harbour",
  questions: [question("q_1", 1)],
  total_points: 1,
  estimated_time_minutes: 1,
};

async function insertQuiz() {
  const files = { quiz_url: page, quiz_json_url: page.replace("quiz:", "artifact:"), embed_code: "" };
  const result = { quiz: old, ...files, quality_score: 9, qa_feedback: [] };
  const requestData = { story_prompt: "The jetty opened.", difficulty: "easy" };
  return insertWaitingTask(hub.ctx, { taskType: "quiz", requestData, content: null, result });
}

it("an edited quiz is a new file with its points counted, on the page that it had", async () => {
  const task = await insertQuiz();
  const quiz = { title: 'The "new" jetty', questions: [question("q_1", 1), question("q_2", 3)] };
  const { result } = await editTask(hub.ctx, task, { version: task.version, result: { quiz } });
  const [file] = await hub.owner<{ id: string; sha256: string }[]>`
    select id, sha256 from artifacts where task_uid = ${task.uid}`;
  expect(result).toMatchObject({ quiz: { ...quiz, total_points: 4 }, quiz_url: page });
  expect(result?.quiz_json_url).toBe(`artifact:${file?.id}`);
  expect(result?.embed_code).toContain(`src="${page}" title="The &quot;new&quot; jetty"`);
  const stored = await new Response(await getArtifactStore().open(file?.sha256 ?? "")).json();
  expect(stored).toEqual(result?.quiz);
});

it("a quiz's points are not edited apart from its questions", async () => {
  const task = await insertQuiz();
  const refused = editTask(hub.ctx, task, { version: task.version, result: { quiz: { total_points: 9 } } });
  await expect(refused).rejects.toMatchObject({ status: 422, details: { field: "result.quiz.total_points" } });
});
