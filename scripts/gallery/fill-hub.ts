import type { TaskResponse } from "#lib/contract/task-response.ts";
import { HubClient, type Person } from "#scripts/gallery/hub-client.ts";

/** What the pictures are of. */
export type Filled = {
  /** One task of each type, waiting for review. */
  byType: Record<string, string>;
  /** Tasks in states that look different. */
  published: string;
  rejected: string;
  failed: string;
  sentBack: string;
  group: string;
  publicUrl: string;
  quizUrl: string;
  invitationUrl: string;
  resetUrl: string;
};

const group = "coast-in-spring";
const topics = [
  "Why salt marsh grows where it does",
  "What a barrage does to a river",
  "Reading a tide table",
  "Where the waders go in winter",
  "A ferry that runs by the moon",
  "The longest heading that an editor has ever been asked to look at, which does not end where one would expect it to end",
];
const material = `Twice a day the tide fills an estuary and leaves it again. The water there is brackish, a mixture of fresh and salt.
Salt marsh grows on flats that stay above most tides. Its roots hold the mud in place during storms.
Wading birds feed on worms and shellfish in the mud at low water. Young fish hide from larger ones in its creeks.
The Severn has a tidal range of up to 14 metres. A barrage changes when and how far the water moves.`;

/** Fills a hub with every type in several states, members, keys, views and limits; the worker does its part. */
export async function fillHub(admin: HubClient, say: (line: string) => void): Promise<Filled> {
  const reviewer = await addPeople(admin);
  const byType = await oneOfEach(admin, say);
  const posts = await Promise.all(topics.map((topic) => createPost(admin, topic)));
  const [approved = "", rejected = "", sentBack = "", published = "", commented = ""] = posts;
  for (const id of posts) await admin.until(id, "awaiting_approval");
  say("Every type has been made.");

  await admin.post(`/api/tasks/${approved}/approve`);
  await reviewer.post(`/api/tasks/${rejected}/reject`, {
    reason: "It says the same thing twice, and neither is sourced.",
  });
  await admin.post(`/api/tasks/${published}/approve`);
  const live = await admin.post<TaskResponse>(`/api/tasks/${published}/publish`);
  await reviewer.post(`/api/tasks/${sentBack}/regenerate`, { feedback: "Shorter, and begin with the river." });
  await admin.until(sentBack, "awaiting_approval");
  await reviewer.post(`/api/tasks/${commented}/comments`, { body: "Who says so? I would like a name here." });
  await admin.post(`/api/tasks/${commented}/comments`, { body: "The harbour office; I have asked for the table." });
  const failed = await admin.post<TaskResponse>("/api/tasks", {
    task_type: "image_to_text",
    model_name: "builtin/reader",
    task_source_group_id: group,
    input_data: { image_url: "https://example.invalid/picture.png" },
  });
  await admin.until(failed.task_id, "failed");
  const quiz = await admin.post<TaskResponse>(`/api/tasks/${byType.quiz}/approve`);

  await admin.post("/api/keys", { name: "Course platform", scopes: ["tasks:read", "tasks:write"] });
  await admin.post("/api/views", { name: "Failed this week", query: "status=failed" });
  await admin.post("/api/views", { name: "Coast, by quality", query: `group=${group}&sort=quality_score` });
  await admin.put("/api/policies", { limits: { day_usd: 10, month_usd: 120, review_backlog: 200 } });
  const invitation = await admin.post<{ invitation_url: string }>("/api/members/invite", {
    email: "publisher@example.com",
    role: "publisher",
  });
  const { members } = await admin.get<{ members: { id: string; email: string }[] }>("/api/members");
  const member = members.find(({ email }) => email === colleague.email);
  const reset = await admin.post<{ reset_url: string }>(`/api/members/${member?.id}/reset-link`);
  return {
    byType,
    published,
    rejected,
    failed: failed.task_id,
    sentBack,
    group,
    publicUrl: pathOf(live.published_url ?? ""),
    quizUrl: quizPath(quiz),
    invitationUrl: pathOf(invitation.invitation_url),
    resetUrl: pathOf(reset.reset_url),
  };
}

const colleague: Person & { name: string } = {
  name: "Bo Berg",
  email: "bo@example.com",
  password: "a password for the gallery",
};

async function addPeople(admin: HubClient): Promise<HubClient> {
  const { email } = colleague;
  const { invitation_url: url } = await admin.post<{ invitation_url: string }>("/api/members/invite", {
    email,
    role: "reviewer",
  });
  const token = new URL(url).searchParams.get("token");
  const { name, password } = colleague;
  await HubClient.visitor(admin.baseUrl).post("/api/invitations/accept", { token, name, password });
  return HubClient.signIn(admin.baseUrl, colleague);
}

/** Each type's own example; a refinement is of the concept just made. */
async function oneOfEach(admin: HubClient, say: (line: string) => void): Promise<Record<string, string>> {
  type Described = { name: string; example: Record<string, unknown> };
  const { types } = await admin.get<{ types: Described[] }>("/api/tasks/types");
  const ids: Record<string, string> = {};
  const create = async (name: string, fields: Record<string, unknown>) => {
    const request = { task_type: name, requires_approval: true, task_source_group_id: "one-of-each", ...fields };
    ids[name] = (await admin.post<TaskResponse>("/api/tasks", request)).task_id;
  };
  for (const { name, example } of types) if (name !== "concept_refinement") await create(name, example);
  for (const [name, id] of Object.entries(ids)) {
    await admin.until(id, "awaiting_approval");
    say(`  ${name}`);
  }
  const concept = await admin.get<TaskResponse>(`/api/tasks/${ids.concept_generation}`);
  const refinement = types.find(({ name }) => name === "concept_refinement")?.example;
  await create("concept_refinement", { ...refinement, original_image_url: concept.result_url });
  await admin.until(ids.concept_refinement ?? "", "awaiting_approval");
  return ids;
}

async function createPost(admin: HubClient, topic: string): Promise<string> {
  const request = { task_type: "blog_post", topic, source_material: material, target_length: 250 };
  return (await admin.post<TaskResponse>("/api/tasks", { ...request, task_source_group_id: group })).task_id;
}

function quizPath({ result }: TaskResponse): string {
  // What the quiz pipeline makes has this shape (task-types/quiz/schema.ts).
  return pathOf((result as { quiz_url: string }).quiz_url);
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
