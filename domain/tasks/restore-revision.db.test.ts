import { afterAll, beforeAll, expect, it } from "vitest";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getRevisions, listRevisions } from "#domain/tasks/read-history.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { insertWaitingTask } from "#domain/tasks/testing-waiting.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const files = {
  document_url: "artifact:01890000-0000-7000-8000-000000000001",
  format: "html",
  contents: [],
  pages: null,
};

async function editedDocument() {
  const result = { ...files, word_count: 4, quality_score: 9, qa_feedback: [] };
  const draft = { content: "Twice a day. Always.", result };
  const requestData = { title: "Tides", format: "html" };
  const task = await insertWaitingTask(hub.ctx, { taskType: "documentation", requestData, ...draft });
  return editTask(hub.ctx, task, { version: task.version, content: "Once a day." });
}

it("brings an earlier revision back whole: its words, its files and its hash, as a new one that nobody approved", async () => {
  const edited = await editedDocument();
  const approved = await approveTask(hub.ctx, edited, {});
  const after = await editTask(hub.ctx, approved, { version: approved.version, restore: 1 });
  const [first, , third] = await getRevisions(hub.ctx, edited, [1, 2, 3]);
  expect(third).toMatchObject({ content: first?.content, result: first?.result, sha256: first?.sha256 });
  expect(after).toMatchObject({ revision: 3, status: "awaiting_approval", approvedSha256: null });
  expect(after.result?.document_url).toBe(files.document_url);
  const [newest] = (await listRevisions(hub.ctx, edited)).revisions;
  expect(newest).toMatchObject({ origin: "restored", note: "Revision 1 again", author: { id: hub.ctx.actor.id } });
});

it.each([
  [2, "is the newest already"],
  [9, "must be the number of a revision, below 2"],
])("refuses revision %i", async (restore, message) => {
  const edited = await editedDocument();
  const refused = editTask(hub.ctx, edited, { version: edited.version, restore });
  await expect(refused).rejects.toMatchObject({ details: { field: "restore_revision", reason: message } });
});

it("refuses a restore of what was read before somebody else's edit", async () => {
  const edited = await editedDocument();
  const refused = editTask(hub.ctx, edited, { version: edited.version - 1, restore: 1 });
  await expect(refused).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});
