import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { artifacts } from "#db/schema/outputs.ts";
import { tasks } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { ctxOf, insertTestAccount, insertTestUser } from "#domain/auth/testing.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { findQuiz } from "#domain/quizzes/find-quiz.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";

let test: TestDatabase;
let ctx: Ctx;

beforeAll(async () => {
  test = await createTestDatabase();
  const ada = await insertTestUser(test.db, "ada@example.com");
  const account = await insertTestAccount(test.db, "Harbour School", ada.id);
  ctx = await ctxOf(test.db, account.id, ada.id, "admin");
});
afterAll(() => test.close());

const quizOf = (title: string) => ({
  id: "quiz_1",
  title,
  total_points: 1,
  estimated_time_minutes: 1,
  questions: [
    {
      ...{ id: "q_1", question: "Where?", type: "multiple_choice", options: ["Oslo", "Rome"], correct_answer: "Oslo" },
      ...{ explanation: "It says Oslo.", difficulty: "easy", points: 1 },
    },
  ],
});

async function insertQuiz(id: string, status: TaskStatus, taskType = "quiz") {
  return inAccount(ctx, async (tx) => {
    const owner = { accountId: ctx.actor.accountId };
    const base = { taskType, status, title: id, requiresApproval: true, requestSha256: "0", createdBy: "x" };
    const [task] = await tx
      .insert(tasks)
      .values({ ...owner, ...base, id })
      .returning();
    if (!task) throw new Error("an insert returned no row");
    const file = { ...owner, taskUid: task.uid, name: "quiz.json", role: "quiz", sha256: id, size: 2 };
    const [made] = await tx
      .insert(artifacts)
      .values({ ...file, contentType: "application/json" })
      .returning();
    const result = {
      quiz: quizOf(id),
      quiz_url: `quiz:${made?.id}`,
      quiz_json_url: `artifact:${made?.id}`,
      embed_code: "",
      quality_score: 9,
      qa_feedback: [],
    };
    const draft = { content: null, result, origin: "generated" as const, note: null };
    const { number, sha256 } = await addRevision({ ...ctx, tx }, task, draft);
    await tx.update(tasks).set({ revision: number, revisionSha256: sha256 }).where(eq(tasks.uid, task.uid));
    return { uid: task.uid, page: made?.id ?? "" };
  });
}

describe("the page of a quiz", () => {
  it("is there once the quiz is done, approved or published, and at no other time", async () => {
    const shown: TaskStatus[] = [];
    for (const status of taskStatuses) {
      const { page } = await insertQuiz(`in-${status}`, status);
      if (await findQuiz(test.db, page)) shown.push(status);
    }
    expect(shown.toSorted()).toEqual(["approved", "completed", "published"]);
  });

  it("shows the quiz, whose it is and in which language", async () => {
    const { page } = await insertQuiz("shown", "completed");
    expect(await findQuiz(test.db, page)).toMatchObject({
      quiz: { title: "shown", questions: [{ id: "q_1" }] },
      publisher: "Harbour School",
      language: "English",
    });
  });

  it("comes with approval and goes with an edit that nobody approved", async () => {
    const { uid, page } = await insertQuiz("waiting", "awaiting_approval");
    expect(await findQuiz(test.db, page)).toBeNull();
    await approveTask(ctx, { uid }, {});
    expect((await findQuiz(test.db, page))?.quiz.title).toBe("waiting");
    const { version } = await getTask(ctx, { uid });
    await editTask(ctx, { uid }, { version, result: { quiz: quizOf("changed") } });
    expect(await findQuiz(test.db, page)).toBeNull();
  });

  it("shows an edit of a quiz that needs no approval", async () => {
    const { uid, page } = await insertQuiz("free", "completed");
    const { version } = await getTask(ctx, { uid });
    await editTask(ctx, { uid }, { version, result: { quiz: quizOf("put right") } });
    expect((await findQuiz(test.db, page))?.quiz.title).toBe("put right");
  });

  it("is no other file, of no other type, and nothing that is no id", async () => {
    const { uid } = await insertQuiz("with files", "completed");
    const [other] = await inAccount(ctx, (tx) =>
      tx
        .insert(artifacts)
        .values({
          ...{ accountId: ctx.actor.accountId, taskUid: uid, name: "a.png", role: "image" },
          ...{ sha256: "aa", contentType: "image/png", size: 4 },
        })
        .returning(),
    );
    expect(await findQuiz(test.db, other?.id ?? "")).toBeNull();
    expect(await findQuiz(test.db, (await insertQuiz("a post", "completed", "blog_post")).page)).toBeNull();
    for (const id of ["", "quiz", "' or true --", "01890000-0000-7000-8000-000000000001"]) {
      expect(await findQuiz(test.db, id)).toBeNull();
    }
  });
});
