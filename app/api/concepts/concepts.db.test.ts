import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { conceptId } from "#lib/http/profiles/concepts.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#224488"/></svg>';

let hub: TestHub;
let theirs: Ctx;
let api: TestApi;
let key: string;
let concept: TaskRow;
beforeAll(async () => {
  hub = await createTestHub();
  theirs = await hub.addAccount("Second");
  api = await startTestApi(hub);
  ({ key } = await createTestKey(hub.ctx));
  concept = await insertConcept(hub.ctx, "completed");
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

/** A finished concept: a transparent picture of 1600 × 800 with a vector, and a variation without one. */
async function insertConcept(ctx: Ctx, status: TaskStatus): Promise<TaskRow> {
  const { accountId, createdBy } = ctx.actor;
  const request = { logo_description: "A quiet lighthouse", theme_description: "Sea and dusk", num_palettes: 1 };
  const row = { accountId, id: crypto.randomUUID(), taskType: "concept_generation", status, requestData: request };
  return inAccount(ctx, async (tx) => {
    const made = { ...row, requiresApproval: false, requestSha256: "0", createdBy };
    const [task] = await tx.insert(tasks).values(made).returning();
    if (!task) throw new Error("an insert returned no row");
    const png = await sharp({ create: { width: 1600, height: 800, channels: 4, background: "#22448800" } })
      .png()
      .toBuffer();
    const keep = async (name: string, contentType: string, bytes: Uint8Array) => {
      const file = { taskUid: task.uid, name, role: "concept", contentType, bytes };
      const stored = await storeArtifact(ctx, getArtifactStore(), file, (work) => work({ ...ctx, tx }));
      return `artifact:${stored.id}`;
    };
    const [picture, vector] = [
      await keep("base.png", "image/png", png),
      await keep("base.svg", "image/svg+xml", Buffer.from(svg)),
    ];
    const variation = { palette_name: "Dusk", colors: ["#112233", "#445566", "#778899"], description: "Blue" };
    const result = {
      image_url: picture,
      variations: [{ ...variation, image_url: picture }],
      files: [{ palette_name: null, format: "svg", size: "original", url: vector }],
    };
    const revision = await addRevision({ ...ctx, tx }, task, {
      content: null,
      result,
      origin: "generated",
      note: null,
    });
    await tx.update(tasks).set({ revision: revision.number, revisionSha256: revision.sha256 });
    return task;
  });
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/api/concepts${path}`, { headers: { "x-api-key": key, ...headers } });
const path = (task: TaskRow = concept) => `/${conceptId(task.uid)}`;

describe("a concept", () => {
  it("is read with its variations, its pictures opened by signed addresses", async () => {
    const body = await (await get(path())).json();
    expect(body).toMatchObject({
      id: conceptId(concept.uid),
      task_id: concept.id,
      logo_description: "A quiet lighthouse",
      refinement_prompt: null,
      variations: [{ palette_name: "Dusk", colors: ["#112233", "#445566", "#778899"] }],
    });
    const picture = await fetch(body.variations[0].image_url);
    expect(picture.headers.get("content-type")).toBe("image/png");
  });

  it("is listed with the account's others that are finished, and with no one else's", async () => {
    await insertConcept(hub.ctx, "generating");
    await insertConcept(theirs, "completed");
    const { concepts, total, limit, offset, next_cursor: next } = await (await get("")).json();
    expect(concepts.map(({ task_id: id }: { task_id: string }) => id)).toEqual([concept.id]);
    expect({ total, limit, offset, next }).toEqual({ total: 1, limit: 20, offset: 0, next: null });
    expect((await get("?limit=101")).status).toBe(400);
  });

  it("is not there when it is another account's, not finished, or no concept: in the very same words", async () => {
    const hidden = await Promise.all([insertConcept(theirs, "completed"), insertConcept(hub.ctx, "generating")]);
    const paths = [...hidden.map((task) => path(task)), "/concept_00000000000000000000000000000000", "/what"];
    const answers = await Promise.all(paths.flatMap((one) => [get(one), get(`${one}/export`)]));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(bodies.map(({ error, detail }) => JSON.stringify([error, detail]))).size).toBe(1);
    expect(bodies[0].error.code).toBe("NOT_FOUND");
  });
});

describe("an export", () => {
  it.each([
    ["png", "small", { format: "png", width: 256, height: 128 }],
    ["png", "medium", { format: "png", width: 512, height: 256 }],
    ["jpg", "large", { format: "jpeg", width: 1024, height: 512 }],
    ["png", "original", { format: "png", width: 40, height: 20 }],
  ])("as %s, %s, is drawn from the vector", async (format, size, expected) => {
    const response = await get(`${path()}/export?format=${format}&size=${size}`);
    expect(response.headers.get("content-type")).toBe(format === "jpg" ? "image/jpeg" : "image/png");
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject(expected);
  });

  it("of a variation without a vector is scaled from its picture, and never enlarged", async () => {
    const response = await get(`${path()}/export?size=large&palette=Dusk`);
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width: 1024, height: 512 });
    const whole = await get(`${path()}/export?size=original&palette=Dusk&format=jpg`);
    const { data, info } = await sharp(await whole.arrayBuffer())
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 1600, height: 800 });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it("as svg is the vector itself, to be downloaded", async () => {
    const response = await get(`${path()}/export?format=svg&size=small`);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(await response.text()).toBe(svg);
    expect((await get(`${path()}/export?format=svg&palette=Dusk`)).status).toBe(404);
  });

  it("answers in parts, and refuses words it does not know", async () => {
    const part = await get(`${path()}/export?size=small`, { range: "bytes=0-7" });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect((await get(`${path()}/export?format=gif`)).status).toBe(400);
    expect((await get(`${path()}/export?size=huge`)).status).toBe(400);
    expect((await get(`${path()}/export?palette=Dawn`)).status).toBe(404);
  });
});
