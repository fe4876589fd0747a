import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "#lib/api-client.ts";
import type { KeepDraft } from "#lib/contract/draft.ts";
import { DraftSender, type Keeping } from "./draft-sender.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const base = { revision: 1, sha256: "a" };
const words = (content: string) => ({ base, changes: { content }, at: content });

/** A hub that keeps what it gets, and answers when it is told to. */
function begin(keptAt: string | null = null) {
  const sent: KeepDraft[] = [];
  const removed: string[] = [];
  const said: Keeping[] = [];
  const answers: ((error?: Error) => void)[] = [];
  const asked = () => new Promise<void>((done, fail) => answers.push((error) => (error ? fail(error) : done())));
  const sender = new DraftSender(
    {
      put: async (draft) => {
        sent.push(draft);
        const at = `kept ${sent.length}`;
        await asked();
        return at;
      },
      remove: async (at) => {
        removed.push(at);
        await asked();
      },
      onKeeping: (keeping) => said.push(keeping),
      onSent: () => {},
    },
    keptAt,
  );
  const answer = async (error?: Error) => {
    answers.shift()?.(error);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sender, sent, removed, said, answer, texts: () => sent.map(({ changes }) => changes.content) };
}

const away = new ApiError("away", { code: "UNREACHABLE", status: 0 });

it("sends the newest words a moment after the first key, each over the ones before", async () => {
  const { sender, sent, said, answer, texts } = begin();
  sender.keep(words("a"));
  sender.keep(words("ab"));
  await vi.advanceTimersByTimeAsync(1_499);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(texts()).toEqual(["ab"]);
  await answer();
  sender.keep(words("abc"));
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent.map(({ replaces }) => replaces)).toEqual([null, "kept 1"]);
  expect(said).toEqual([{ state: "kept", at: "kept 1" }]);
});

it("asks one thing at a time, and what was typed meanwhile goes after it", async () => {
  const { sender, sent, answer, texts } = begin();
  sender.keep(words("a"));
  await vi.advanceTimersByTimeAsync(1_500);
  sender.keep(words("ab"));
  sender.keep(words("abc"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(texts()).toEqual(["a"]);
  await answer();
  expect(texts()).toEqual(["a", "abc"]);
  expect(sent[1]?.replaces).toBe("kept 1");
});

it("goes on trying while the hub is away, with the newest words", async () => {
  const { sender, said, answer, texts } = begin();
  sender.keep(words("a"));
  await vi.advanceTimersByTimeAsync(1_500);
  await answer(away);
  expect(said).toEqual([{ state: "offline" }]);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(texts()).toEqual(["a"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(texts()).toEqual(["a", "a"]);
  sender.keep(words("ab"));
  await answer(away);
  const flushed = sender.flush();
  await vi.advanceTimersByTimeAsync(0);
  await answer();
  await flushed;
  expect(texts()).toEqual(["a", "a", "ab"]);
  expect(said.at(-1)).toEqual({ state: "kept", at: "kept 3" });
});

it("stops for a draft from elsewhere until it is said which stays", async () => {
  const { sender, sent, said, answer, texts } = begin("kept 0");
  sender.keep(words("mine"));
  await vi.advanceTimersByTimeAsync(1_500);
  await answer(new ApiError("newer", { code: "PRECONDITION_FAILED", status: 412, details: { kept_at: "theirs" } }));
  expect(said).toEqual([{ state: "elsewhere", keptAt: "theirs" }]);
  sender.keep(words("mine too"));
  await sender.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(texts()).toEqual(["mine"]);
  sender.replace("theirs", words("mine too"));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toMatchObject({ changes: { content: "mine too" }, replaces: "theirs" });
});

it("does not send again what was refused, until something else is typed", async () => {
  const { sender, said, answer, texts } = begin();
  sender.keep(words("too long"));
  await vi.advanceTimersByTimeAsync(1_500);
  await answer(new ApiError("The body is larger than 4 MiB", { code: "PAYLOAD_TOO_LARGE", status: 413 }));
  expect(said).toEqual([{ state: "refused", why: "The body is larger than 4 MiB" }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(texts()).toEqual(["too long"]);
  sender.keep(words("short"));
  await vi.advanceTimersByTimeAsync(1_500);
  expect(texts()).toEqual(["too long", "short"]);
});

it("waits while the edit is saved, and sends nothing of what was saved after it", async () => {
  const { sender, removed, answer, texts } = begin();
  sender.keep(words("a"));
  await vi.advanceTimersByTimeAsync(1_500);
  sender.keep(words("ab"));
  let held = false;
  const holding = sender.hold().then(() => {
    held = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(held).toBe(false);
  await answer();
  await holding;
  expect(sender.goesOnFrom).toBe("kept 1");
  sender.end();
  sender.release();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([texts(), removed]).toEqual([["a"], []]);
});

it("takes the draft away when nothing differs any more", async () => {
  const { sender, removed, answer } = begin("kept 0");
  sender.keep(null);
  await vi.advanceTimersByTimeAsync(1_500);
  await answer();
  expect(removed).toEqual(["kept 0"]);
  expect(sender.goesOnFrom).toBeNull();
});
