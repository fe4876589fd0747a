import { describe, expect, it } from "vitest";
import { readNewTask, tryReadNewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";

const topic = "How tides shape estuaries";
const post = { task_type: "blog_post", topic };
const nested = (request: JsonObject, fields: JsonObject = {}) => ({
  task_type: "blog_post",
  ...fields,
  request_data: request,
});

/** `path: message` of each fault, in order. */
function faults(body: JsonObject, options: Parameters<typeof tryReadNewTask>[1] = {}): string[] {
  const read = tryReadNewTask(body, options);
  return Array.isArray(read) ? read.map(({ path, message }) => `${path}: ${message}`) : [];
}
const faultyPaths = (body: JsonObject) => faults(body).map((fault) => fault.split(": ")[0]);

describe("fields", () => {
  it("mean the same flat and under request_data", () => {
    const flat = readNewTask({ ...post, tone: "casual", priority: "high", language: "French" });
    const inside = readNewTask(nested({ topic, tone: "casual", priority: "high", language: "French" }));
    const split = readNewTask(nested({ topic, tone: "casual" }, { priority: "high", language: "French" }));
    expect(inside).toEqual(flat);
    expect(split).toEqual(flat);
    expect(flat.common).toMatchObject({ priority: "high", language: "French" });
    expect(flat.request).toMatchObject({ topic, tone: "casual", style: "educational", target_length: 1500 });
  });

  it("are refused when they stand at both places", () => {
    expect(faults(nested({ topic }, { topic }))).toEqual(["topic: belongs in request_data, since that is given"]);
    expect(faults(nested({ topic, priority: "low" }, { priority: "high" }))).toEqual([
      "request_data.priority: stands both at the top and in request_data; keep one",
    ]);
  });

  it("that nobody knows are refused by name, each of them, wherever they stand", () => {
    expect(faults({ ...post, status: "approved", quality_score: 10, acount_id: "x" })).toEqual([
      "status: is not a field of blog_post",
      "quality_score: is not a field of blog_post",
      "acount_id: is not a field of blog_post",
    ]);
    expect(faults(nested({ topic, statuz: 1 }))).toEqual(["request_data.statuz: is not a field of blog_post"]);
  });

  it("that origins send without meaning are accepted and named", () => {
    const read = readNewTask({ ...post, category: "sea" }, { tolerated: new Set(["category"]) });
    expect(read.warnings).toEqual(["category was accepted but has no effect here"]);
    expect(faults({ ...post, category: "sea" })).toEqual(["category: is not a field of blog_post"]);
  });

  it("that are empty or null count as absent", () => {
    const read = readNewTask({ ...post, task_id: "", tone: "", primary_keyword: null, task_source_id: "" });
    expect(read).toEqual(readNewTask(post));
    expect(faultyPaths({ task_type: "blog_post", topic: "" })).toEqual(["topic"]);
    expect(faultyPaths(nested({ topic: "" }))).toEqual(["request_data.topic"]);
  });

  it("count as absent inside an object whose fields the type knows, and nowhere else", () => {
    const drawn = (input_data: JsonObject) => ({
      task_type: "image_generation",
      model_name: "builtin/painter",
      input_data,
    });
    const given = { prompt: "A pier", negative_prompt: "", width: null };
    expect(readNewTask(drawn(given)).request).toEqual(readNewTask(drawn({ prompt: "A pier" })).request);
    expect(faultyPaths(drawn({ prompt: "" }))).toEqual(["input_data.prompt"]);
    const rows = { task_type: "business_analytics", data: [{ region: "", sales: 3 }] };
    expect(readNewTask(rows).request?.data).toEqual([{ region: "", sales: 3 }]);
  });

  it("of several tasks are named by their place", () => {
    expect(faults(nested({ topic: "ab" }, { due_at: "soon" }), { prefix: "tasks.1." })).toEqual([
      "tasks.1.due_at: must be a time such as 2026-01-31T09:00:00Z",
      "tasks.1.request_data.topic: Too small: expected string to have >=3 characters",
    ]);
  });
});

describe("a task without its fields", () => {
  it("waits for them where that is allowed, and only there", () => {
    const read = readNewTask({ task_type: "blog_post", priority: "low" }, { mayWait: true });
    expect(read).toMatchObject({ request: null, common: { priority: "low" } });
    expect(faultyPaths({ task_type: "blog_post" })).toEqual(["topic"]);
  });

  it("does not wait when it has some of them", () => {
    const read = tryReadNewTask({ task_type: "blog_post", tone: "casual" }, { mayWait: true });
    expect(read).toMatchObject([{ path: "topic" }]);
    expect(tryReadNewTask(nested({}), { mayWait: true })).toMatchObject([{ path: "request_data.topic" }]);
  });
});

describe("the type", () => {
  it.each([[undefined], [null], [""], ["blog_posts"], [7], [["blog_post"]], ["__proto__"], ["constructor"]])(
    "%j is none",
    (taskType) => {
      expect(faultyPaths({ ...post, task_type: taskType as never })).toEqual(["task_type"]);
    },
  );
});

describe("the request's hash", () => {
  const hash = (fields: JsonObject) => readNewTask({ ...post, ...fields }).requestSha256;

  it("is of what is asked, not of how it was written or what it is called", () => {
    expect(hash({ task_id: "a" })).toBe(hash({ task_id: "b" }));
    expect(hash({ priority: "normal", style: "educational" })).toBe(hash({}));
    expect(readNewTask({ topic, task_type: "blog_post" }).requestSha256).toBe(hash({}));
  });

  it("changes with every field that counts", () => {
    const variants: JsonObject[] = [
      {},
      { priority: "high" },
      { tone: "casual" },
      { metadata: { a: 1 } },
      { source_material: "x" },
    ];
    expect(new Set(variants.map(hash)).size).toBe(variants.length);
  });
});

describe("ids", () => {
  it.each(["a", "task_001", "A.b:c-d_e", "0x", "7a", "x".repeat(128)])("%s is one", (id) => {
    expect(readNewTask({ ...post, task_id: id }).common.task_id).toBe(id);
  });

  it.each(["123", "-a", "_a", "a b", "a/b", "ä", "x".repeat(129), "bulk", "stream", "count", "a\n", "a\u0000"])(
    "%j is none",
    (id) => {
      expect(faultyPaths({ ...post, task_id: id })[0]).toBe("task_id");
    },
  );
});

describe("hostile input is refused by the field it stands in", () => {
  /** As it comes off the wire, where `__proto__` is a key like any other. */
  const parsed = (json: string): JsonObject => JSON.parse(`{"task_type":"blog_post","topic":"Tides",${json}}`);

  it.each([
    ["a prototype", `"__proto__":{"admin":true}`, "__proto__"],
    ["a constructor", `"constructor":{"prototype":{}}`, "constructor"],
    ["a request that is a list", `"request_data":[1]`, "request_data"],
    ["a request that is a text", `"request_data":"topic"`, "request_data"],
    ["an object for a text", `"tone":{"$ne":null}`, "tone"],
    ["a list for a text", `"style":["technical"]`, "style"],
    ["a number beyond all bounds", `"target_length":1e309`, "target_length"],
    ["a fraction for a whole number", `"target_length":600.5`, "target_length"],
    ["a number as text", `"target_length":"600"`, "target_length"],
    ["a negative length", `"target_length":-1`, "target_length"],
    ["too many tags", `"tags":${JSON.stringify(Array(11).fill("a"))}`, "tags"],
    ["a script for an address", `"reference_urls":["javascript:alert(1)"]`, "reference_urls.0"],
    ["a file for an address", `"reference_urls":["file:///etc/passwd"]`, "reference_urls.0"],
    ["an approval waived from outside", `"requires_approval":false`, "requires_approval"],
    ["somebody who is no id", `"assigned_to":"' or 1=1 --"`, "assigned_to"],
    ["a date that is none", `"due_at":"2026-02-30T00:00:00Z"`, "due_at"],
    ["metadata above 16 KiB", `"metadata":{"a":"${"x".repeat(17_000)}"}`, "metadata"],
    ["a priority of Object's", `"priority":"toString"`, "priority"],
  ])("%s", (_, json, field) => {
    expect(faultyPaths(parsed(json))).toEqual([field]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
