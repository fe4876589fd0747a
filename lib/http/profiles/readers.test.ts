import { describe, expect, it } from "vitest";
import { profiles } from "#lib/contract/access.ts";
import { readers } from "#lib/http/profiles/readers.ts";

const uuid = "6d5af4d2-5095-4149-b2f3-cf006cb3fde9";
const read = (profile: keyof typeof readers, body: Parameters<(typeof readers)["unified"]["newTask"]>[0]) =>
  readers[profile].newTask(body);

describe("ids", () => {
  it.each([
    [`task_${uuid}`, uuid],
    [uuid, uuid],
    ["task_001", "task_001"],
    ["75", "75"],
    // Not one of ours: a generated id is a UUID v4.
    ["task_123e4567-e89b-12d3-a456-426614174000", "task_123e4567-e89b-12d3-a456-426614174000"],
  ])("the inference profile reads %s as %s", (given, id) => {
    expect(readers.inference.taskId(given)).toBe(id);
    expect(read("inference", { task_id: given }).body.task_id).toBe(id);
  });

  it.each(["unified", "course", "concepts"] as const)("the %s profile leaves them", (profile) => {
    expect(readers[profile].taskId(`task_${uuid}`)).toBe(`task_${uuid}`);
  });
});

describe("a course's video", () => {
  it("of content alone is a story in as many segments as it takes", () => {
    const { body, warnings } = read("course", { task_type: "video", request_data: { content: "Lesson" } });
    expect(body).toEqual({ task_type: "video", request_data: { story_prompt: "Lesson", segments: "maximum" } });
    expect(warnings).toHaveLength(1);
  });

  it("keeps the segments that it names, and the story that it has", () => {
    const some = read("course", { task_type: "video", request_data: { content: "Lesson", segments: 2 } });
    expect(some.body.request_data).toEqual({ story_prompt: "Lesson", segments: 2 });
    const both = { task_type: "video", request_data: { content: "Lesson", story_prompt: "Story", segments: 2 } };
    expect(read("course", both)).toEqual({ body: both, warnings: [] });
  });

  it("is the course profile's alone, and the video's", () => {
    const body = { task_type: "video", request_data: { content: "Lesson" } };
    expect(read("unified", body)).toEqual({ body, warnings: [] });
    const document = { task_type: "documentation", request_data: { content: "Notes", title: "A" } };
    expect(read("course", document)).toEqual({ body: document, warnings: [] });
  });
});

describe("model_id of the inference profile", () => {
  it("is model_name, with a warning", () => {
    const { body, warnings } = read("inference", { model_id: "m", input_data: {} });
    expect([body, warnings]).toEqual([{ model_name: "m", input_data: {} }, ["model_id was read as model_name"]]);
  });

  it("is passed over where there is a model_name, and taken where that is empty", () => {
    expect(read("inference", { model_id: "m", model_name: "n" }).body).toMatchObject({ model_name: "n" });
    expect(read("inference", { model_id: "m", model_name: "" }).body).toEqual({ model_name: "m" });
  });
});

it("concepts keep the origin's aspects under our names", () => {
  const kept = ["symbols", "proportions", "color_scheme", "colors", "style"];
  const { body, warnings } = read("concepts", { preserve_aspects: kept });
  expect(body.preserve_aspects).toEqual(["shapes", "layout", "colors", "style"]);
  expect(warnings).toHaveLength(3);
});

it.each(profiles)("what the %s profile cannot read, it leaves for validation to name", (profile) => {
  for (const request_data of ["x", 7, [], null]) {
    const body = { task_type: "video", request_data, preserve_aspects: "colors", model_name: 7, task_id: 9 };
    expect(read(profile, body).body).toEqual(body);
  }
});
