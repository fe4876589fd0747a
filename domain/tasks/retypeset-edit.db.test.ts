import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { inAccount } from "#domain/context.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTaskRow } from "#domain/tasks/find-task-row.ts";
import { getRevisions } from "#domain/tasks/read-history.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { insertWaitingTask } from "#domain/tasks/testing-waiting.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const checked = { quality_score: 8, qa_feedback: [], provenance: "source_material" };
const picture = { featured_image_url: null, featured_image_alt: null, featured_image_credit: null };

const insertWaiting = (taskType: string, requestData: JsonObject, content: string | null, result: JsonObject) =>
  insertWaitingTask(hub.ctx, { taskType, requestData, content, result });

const mail = (number: number, markdown: string) => ({
  ...{ number, subject: "The jetty", preheader: "It is open", markdown },
  ...{ html: `<p>${markdown}</p>`, text: markdown },
});
const insertEmail = () =>
  insertWaiting("email", { topic: "The jetty", cta_url: "https://example.org/jetty", sequence_length: 2 }, null, {
    emails: [mail(1, "The jetty opened in April."), mail(2, "It has 42 berths.")],
    ...checked,
  });

type Mails = { emails: ReturnType<typeof mail>[] };

async function read(task: TaskRow): Promise<TaskRow> {
  return inAccount(hub.ctx, (tx) => getTaskRow(tx, hub.ctx.actor.accountId, { uid: task.uid }));
}

describe("a mail whose Markdown is edited", () => {
  const emails = [mail(1, "The jetty opened in **May**."), mail(2, "It has 42 berths.")];

  it("has the new words and not the old in HTML and text, waits for review, and leaves the others alone", async () => {
    const task = await insertEmail();
    await approveTask(hub.ctx, task, {});
    const approved = await read(task);
    const after = await editTask(hub.ctx, task, { version: approved.version, result: { emails } });
    const [first, second] = (after.result as unknown as Mails).emails;
    expect(first?.html).toContain("<strong>May</strong>");
    expect(first?.text).toContain("The jetty opened in May.");
    expect(first?.text).toContain("https://example.org/jetty");
    expect(`${first?.html}${first?.text}`).not.toContain("April");
    expect(second).toEqual(mail(2, "It has 42 berths."));
    const row = await read(task);
    expect(row).toMatchObject({ status: "awaiting_approval", approvedSha256: null, approvedRevision: null });
    expect(row.revisionSha256).not.toBe(approved.revisionSha256);
  });

  it("cannot have its HTML edited by itself", async () => {
    const task = await insertEmail();
    const hand = [{ ...mail(1, "The jetty opened in April."), html: "<p>By hand</p>" }, emails[1]] as JsonObject[];
    const refused = editTask(hub.ctx, task, { version: task.version, result: { emails: hand } });
    await expect(refused).rejects.toMatchObject({
      ...{ code: "VALIDATION_ERROR", status: 422 },
      details: {
        field: "result.emails.0.html",
        reason: expect.stringContaining("edit subject, preheader, or markdown"),
      },
    });
    expect((await read(task)).revision).toBe(1);
  });
});

it("a newsletter's section that is edited stands in the typeset issue", async () => {
  const section = { title: "Jetty", markdown: "It opened in April.", url: "https://example.org/jetty" };
  const mailed = { subject: "Harbour news", preheader: "What is new", html: "<p>April</p>", text: "April" };
  const result = { ...mailed, sections: [section], ...picture, ...checked };
  const task = await insertWaiting("newsletter", { topic: "Harbour news", sections: [] }, null, result);
  const sections = [{ ...section, markdown: "It opened in May." }];
  const after = await editTask(hub.ctx, task, { version: task.version, result: { sections } });
  for (const form of [after.result?.html, after.result?.text]) {
    expect(form).toContain("It opened in May.");
    expect(form).toContain("https://example.org/jetty");
    expect(form).not.toContain("April");
  }
});

it("an edited social post is measured again, and refused where its platform would not take it", async () => {
  const post = { platform: "x", text: "Open in April #sea", length: 18, limit: 280, unit: "weighted characters" };
  const posts = [{ ...post, hashtags: ["#sea"], link: null, image_url: null, image_alt: null }];
  const request = { topic: "The jetty", platforms: ["x"] };
  const task = await insertWaiting("social_media", request, null, { posts, ...picture, ...checked });
  const edit = (text: string) =>
    editTask(hub.ctx, task, { version: task.version, result: { posts: posts.map((old) => ({ ...old, text })) } });
  await expect(edit("x ".repeat(200))).rejects.toMatchObject({ details: { field: "result.posts.0.text" } });
  const after = await edit("Open in May #harbour");
  expect(after.result).toMatchObject({ posts: [{ length: 20, hashtags: ["#harbour"] }] });
});

describe("an edited document", () => {
  const artifactsOf = (task: TaskRow) =>
    hub.owner<{ id: string; sha256: string }[]>`
      select id, sha256 from artifacts where task_uid = ${task.uid} order by created_at`;

  async function insertDocument(): Promise<TaskRow> {
    const request = { content: "Open the valve.", title: "Pump P-12", format: "pdf" };
    const made = { format: "pdf", contents: [], pages: 1, word_count: 3, quality_score: 8, qa_feedback: [] };
    const task = await insertWaiting("documentation", request, "Open the valve.", { ...made, document_url: "x" });
    const { id } = await storeArtifact(hub.ctx, getArtifactStore(), {
      ...{ taskUid: task.uid, name: "pump.pdf", role: "document", contentType: "application/pdf" },
      bytes: new TextEncoder().encode(task.id),
    });
    await hub.owner`update revisions set result = jsonb_set(result, '{document_url}', ${`"artifact:${id}"`}::text::jsonb)
      where task_uid = ${task.uid}`;
    return task;
  }

  async function wordsOf(sha256: string): Promise<{ text: string; pages: number }> {
    const bytes = await new Response(await getArtifactStore().open(sha256)).bytes();
    const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false }).promise;
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const pages = numbers.map(async (number) => (await (await pdf.getPage(number)).getTextContent()).items);
    const items = (await Promise.all(pages)).flat();
    return { text: items.map((item) => ("str" in item ? item.str : "")).join(""), pages: pdf.numPages };
  }

  const content = "## Start\n\nClose the hatch.\n\n## Stop\n\nPull the lever.";

  it("is a new PDF with the new words, and the revision before keeps its own", async () => {
    const task = await insertDocument();
    const [old] = await artifactsOf(task);
    const after = await editTask(hub.ctx, task, { version: task.version, content });
    const [first, second, ...others] = await artifactsOf(task);
    expect([first, others]).toEqual([old, []]);
    expect(after.result).toMatchObject({ document_url: `artifact:${second?.id}`, word_count: 6, format: "pdf" });
    const { text, pages } = await wordsOf(second?.sha256 ?? "");
    expect(text).toContain("Close the hatch.");
    expect(text).not.toContain("valve");
    expect(after.result?.pages).toBe(pages);
    expect(after.result?.contents).toMatchObject([{ heading: "Start", page: 1 }, { heading: "Stop" }]);
    const [before] = await getRevisions(hub.ctx, task, [1]);
    expect(before?.result).toMatchObject({ document_url: `artifact:${old?.id}` });
    expect(await getArtifactStore().has(old?.sha256 ?? "")).toBe(true);
  });

  it("says what its typeface cannot write", async () => {
    const task = await insertDocument();
    await editTask(hub.ctx, task, { version: task.version, content: "Open the 弁." });
    expect(await read(task)).toMatchObject({ degraded: true, degradedReasons: [expect.stringContaining("弁")] });
  });

  it("leaves no file when another edit came first", async () => {
    const task = await insertDocument();
    const both = ["Close the hatch.", "Pull the lever."].map((text) =>
      editTask(hub.ctx, task, { version: task.version, content: text }),
    );
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []))).toMatchObject([
      { code: "PRECONDITION_FAILED" },
    ]);
    expect(await artifactsOf(task)).toHaveLength(2);
  });

  it("leaves no file when the revision cannot be written after all", async () => {
    const task = await insertDocument();
    const before = await artifactsOf(task);
    await hub.owner`alter table revisions add constraint broken check (origin <> 'edited') not valid`;
    try {
      await expect(editTask(hub.ctx, task, { version: task.version, content })).rejects.toThrow();
    } finally {
      await hub.owner`alter table revisions drop constraint broken`;
    }
    expect(await artifactsOf(task)).toEqual(before);
    const removed = await hub.owner`select 1 from outbox where task_uid = ${task.uid} and kind = 'artifact.remove'`;
    // The document, and the picture of its first page.
    expect(removed).toHaveLength(2);
  });

  it("cannot be emptied, nor given another file by hand", async () => {
    const task = await insertDocument();
    const edit = (change: { content: null } | { result: JsonObject }) =>
      editTask(hub.ctx, task, { version: task.version, ...change });
    await expect(edit({ content: null })).rejects.toMatchObject({ status: 422, details: { field: "content" } });
    await expect(edit({ result: { document_url: "https://example.org/a.pdf" } })).rejects.toMatchObject({
      details: { field: "result.document_url" },
    });
  });
});
