import { moves } from "#domain/tasks/moves.ts";
import { expect, test } from "../support/fixtures.ts";
import { admin, hub } from "../support/hub.ts";

type Told = { type: string; message: string; task_id: string; task?: { state: string; content?: string } };
type Message = { id: string; data: Told };

/** Reads a stream of server-sent events until a message is the one that is waited for. */
async function readUntil(
  query: string,
  headers: Record<string, string>,
  last: (message: Message) => boolean,
  begun: () => Promise<unknown> = async () => {},
): Promise<Message[]> {
  const ended = new AbortController();
  const response = await fetch(`${hub.baseUrl}/api/tasks/stream?${query}`, { headers, signal: ended.signal });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const messages: Message[] = [];
  let buffered = "";
  let started = false;
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    buffered += decoder.decode(chunk, { stream: true });
    const blocks = buffered.split("\n\n");
    buffered = blocks.pop() ?? "";
    if (!started) await begun();
    started = true;
    for (const block of blocks.filter((text) => text.startsWith("id: "))) {
      const [id, , data] = block.split("\n").map((line) => line.slice(line.indexOf(": ") + 2));
      messages.push({ id: id ?? "", data: JSON.parse(data ?? "") });
    }
    if (messages.some(last)) break;
  }
  ended.abort();
  return messages;
}

test("the stream tells a task's whole way, replays what was missed, and tells its end", async ({
  api,
  anonymous,
  unique,
}) => {
  const { email, password } = admin;
  const token = await anonymous.post<{ access_token: string }>("/api/token", { email, password });
  const headers = { authorization: `Bearer ${token.body.access_token}` };
  const query = `task_source_group_id=${unique}`;

  let id = "";
  const create = async () => {
    id = await api.createPost({ task_source_group_id: unique });
  };
  // A message carries the task as it is when it is sent, so it is the move that tells where it has come to.
  const isReady = ({ data }: Message) => data.type === "move" && data.message === moves.finish_for_review.message;
  const lived = await readUntil(query, headers, isReady, create);
  const told = lived.slice(0, lived.findIndex(isReady) + 1);
  expect(new Set(told.map(({ data }) => data.task_id))).toEqual(new Set([id]));
  expect(told.map(({ data }) => data.type)).toEqual(
    expect.arrayContaining(["created", "move", "phase_started", "phase_finished"]),
  );
  expect(new Set(told.map((message) => message.id)).size).toBe(told.length);
  expect(told[0]?.data.task).not.toHaveProperty("content");

  const [first, ...rest] = told;
  const again = await readUntil(
    query,
    { ...headers, "last-event-id": first?.id ?? "" },
    (message) => message.id === rest.at(-1)?.id,
  );
  expect(again.slice(0, rest.length).map((message) => message.id)).toEqual(rest.map((message) => message.id));

  const asked = new URLSearchParams({ task_source_group_id: unique, after: first?.id ?? "" });
  const alike = await readUntil(`${asked}`, headers, (message) => message.id === rest.at(-1)?.id);
  expect(alike.slice(0, rest.length).map((message) => message.id)).toEqual(rest.map((message) => message.id));

  await api.delete(`/api/tasks/${id}`);
  const after = { ...headers, "last-event-id": rest.at(-1)?.id ?? "" };
  const isEnd = ({ data }: Message) => data.task_id === id && data.type === "deleted";
  const gone = await readUntil("", after, isEnd);
  expect(gone.find(isEnd)?.data).not.toHaveProperty("task");
});

test("another account's events are not in it", async ({ api, stranger, unique }) => {
  const { account_id: theirs } = await stranger.createWaiting();
  const made = await api.post<{ key: string }>("/api/keys", { name: unique, scopes: ["tasks:read"] });
  const messages = await readUntil(
    "",
    { "x-api-key": made.body.key, "last-event-id": "1-1" },
    ({ data }) => data.task_id === unique,
    () => api.createPost({ task_id: unique }),
  );
  const accounts = messages.map(({ data }) => (data.task as { account_id?: string } | undefined)?.account_id);
  expect(accounts).not.toContain(theirs);
});
