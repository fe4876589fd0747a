import { describe, expect, it } from "vitest";
import { editTaskSchema, readEdit } from "#lib/http/edit-task-body.ts";
import { artifactUrl } from "#lib/http/links.ts";

const read = (body: Record<string, unknown>) => readEdit(editTaskSchema.parse(body));
const id = "01890000-0000-7000-8000-000000000001";
const address = artifactUrl({ id: "t", accountId: "a" }, id);

describe("an edit", () => {
  it("takes the text, and title fields as parts of the result", () => {
    expect(read({ content: "Twice a day.", title: "Tides", result: { tags: ["sea"] }, note: "Shorter" })).toEqual({
      content: "Twice a day.",
      result: { tags: ["sea"], title: "Tides" },
      note: "Shorter",
    });
    expect(read({ content: null })).toMatchObject({ content: null, result: undefined });
  });

  it("turns signed addresses back into what is stored, so that hashes hold", () => {
    expect(read({ content: `![](${address})`, result: { featured_image_url: address } })).toEqual({
      content: `![](artifact:${id})`,
      result: { featured_image_url: `artifact:${id}` },
      note: undefined,
    });
  });

  it("that changes nothing, or two kinds of thing, is none", () => {
    const refused = expect.objectContaining({ code: "VALIDATION_ERROR", status: 422 });
    for (const body of [{}, { note: "why" }, { result: {} }]) expect(() => read(body)).toThrow(refused);
    expect(() => read({ content: "x", request_data: { topic: "Tides" } })).toThrow(refused);
    expect(read({ request_data: { topic: "Tides" } })).toEqual({ requestData: { topic: "Tides" } });
  });

  it("of the due date stands alone", () => {
    expect(read({ due_at: "2026-01-31T09:00:00Z" })).toEqual({ dueAt: new Date("2026-01-31T09:00:00Z") });
    expect(read({ due_at: null })).toEqual({ dueAt: null });
    expect(() => read({ due_at: null, content: "x" })).toThrow();
  });

  it("knows no other fields", () => {
    for (const field of ["status", "quality_score", "revision_sha256", "task_id"]) {
      expect(editTaskSchema.safeParse({ content: "x", [field]: 1 }).success).toBe(false);
    }
  });
});
