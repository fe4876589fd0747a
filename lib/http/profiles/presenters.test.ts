import { describe, expect, it } from "vitest";
import { type Profile, profiles } from "#lib/contract/access.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";
import { taskOf } from "#lib/http/profiles/testing.ts";

const file = "01890000-0000-7000-8000-000000000001";
const fileAddress = /^https?:\/\/[^/]+\/api\/tasks\/[^/]+\/artifacts\/[0-9a-f-]{36}\?expires=\d+&signature=[\w-]+$/;
const uuid = "6d5af4d2-5095-4149-b2f3-cf006cb3fde9";
const finished: TaskStatus[] = ["approved", "published", "completed"];

const inStatus = (status: TaskStatus) =>
  taskOf({
    ...{ status, progress: 100, content: "Draft", errorMessage: null },
    result: { quiz: { id: "q", questions: [] }, quiz_json_url: `artifact:${file}`, image_url: `artifact:${file}` },
  });

function shown(profile: Profile, task: ReturnType<typeof taskOf>): Record<string, unknown>[] {
  const { task: whole, listItem } = presenters[profile];
  return [whole(task) as Record<string, unknown>, listItem(task) as Record<string, unknown>];
}

describe.each(profiles)("the %s profile", (profile) => {
  it.each(taskStatuses)("words %s, in detail and in lists", (status) => {
    for (const answer of shown(profile, inStatus(status))) {
      expect(answer.status).toBe(statusWords[profile][status]);
      expect(answer.task_id).toBe("task_001");
      if (profile === "concepts") expect(answer).not.toHaveProperty("state");
      else expect(answer.state).toBe(status);
      // 100 only when it is finished.
      if (profile !== "concepts") expect(answer.progress).toBe(finished.includes(status) ? 100 : 99);
    }
  });

  it("tells every time in UTC with Z", () => {
    for (const answer of shown(profile, inStatus("completed"))) {
      const times = Object.entries(answer).filter(([name, value]) => /_at$/.test(name) && value !== null);
      expect(times.length).toBeGreaterThan(1);
      for (const [, value] of times) expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });
});

describe.each(["course", "inference", "concepts"] as const)("a client of the %s profile", (profile) => {
  it.each(taskStatuses)("has of a task that is %s no content that no one released", (status) => {
    for (const answer of shown(profile, inStatus(status))) {
      const text = JSON.stringify(answer);
      expect(text).not.toContain("Draft");
      expect(text.includes("/artifacts/"), text).toBe(finished.includes(status));
    }
  });
});

describe("ids", () => {
  it("are the same in detail answers; lists of the unified profile carry the number as a string", () => {
    for (const profile of ["unified", "course"] as const) {
      expect(presenters[profile].task(taskOf({ id: uuid }))).toMatchObject({ id: uuid, task_id: uuid });
    }
    expect(presenters.unified.listItem(taskOf({ id: uuid }))).toMatchObject({ id: "75", task_id: uuid });
    expect(presenters.course.listItem(taskOf({ id: uuid }))).toMatchObject({ id: uuid, task_id: uuid });
  });

  it("that were made here are task_{uuid} in the inference profile, own ones as they are", () => {
    const { task, listItem } = presenters.inference;
    for (const present of [task, listItem]) {
      expect(present(taskOf({ id: uuid }))).toMatchObject({ id: `task_${uuid}`, task_id: `task_${uuid}` });
      expect(present(taskOf({ id: "lesson.7" }))).toMatchObject({ id: "lesson.7", task_id: "lesson.7" });
    }
  });
});

describe("what is given out when it is done", () => {
  it("has absolute, signed addresses, the main file among them", () => {
    for (const profile of ["unified", "course", "inference"] as const) {
      for (const answer of shown(profile, inStatus("completed"))) expect(answer.result_url).toMatch(fileAddress);
    }
    expect(presenters.concepts.task(inStatus("completed"))).toMatchObject({
      image_url: expect.stringMatching(fileAddress),
      result_id: expect.stringMatching(/^concept_/),
    });
  });

  it("is, to a course, the quiz or the files by name, in lists too", () => {
    for (const answer of shown("course", inStatus("completed"))) {
      expect(answer.task_folder_content).toEqual({ id: "q", questions: [] });
    }
    const film = {
      ...inStatus("completed"),
      taskType: "video",
      result: { video_url: `artifact:${file}`, segments: [] },
    };
    for (const answer of shown("course", film)) {
      expect(answer.task_folder_content).toEqual({ video_url: expect.stringMatching(fileAddress) });
      expect(answer.result_url).toMatch(fileAddress);
    }
  });
});

describe("what went wrong", () => {
  it("is the reviewer's reason of a rejected task", () => {
    const rejected = taskOf({ status: "rejected", errorMessage: "Too short" });
    for (const profile of ["course", "inference", "concepts"] as const) {
      for (const answer of shown(profile, rejected)) expect(answer.error_message).toBe("Too short");
    }
  });

  it("is, for concepts, that a task was cancelled", () => {
    for (const answer of shown("concepts", taskOf({ status: "cancelled" }))) {
      expect(answer).toMatchObject({ status: "failed", error_message: "Task was cancelled" });
    }
  });

  it("is told to a course in detail, in lists too", () => {
    const failed = taskOf({ status: "failed", errorCode: "MODEL_FAILED", phase: "qa", errorMessage: "It broke" });
    for (const answer of shown("course", failed)) {
      expect(answer).toMatchObject({
        error_message: "It broke",
        error_details: { code: "MODEL_FAILED", phase: "qa", message: "It broke" },
      });
    }
  });
});

it("concepts carry the prompt over the caller's own metadata, and every field of the model", () => {
  const task = taskOf({
    metadata: { mine: 1, logo_description: "Not this" },
    requestData: { logo_description: "A gull" },
  });
  for (const answer of shown("concepts", task)) {
    expect(answer.metadata).toEqual({ mine: 1, logo_description: "A gull" });
    expect(Object.keys(answer)).toEqual([
      ...["task_id", "status", "type", "message", "created_at", "updated_at", "completed_at", "metadata"],
      ...["result_id", "image_url", "error_message"],
    ]);
  }
});
