import { expect, it } from "vitest";
import { chooseDraft, fromHub } from "./choose-draft.ts";
import type { TaskDraft } from "./task-draft.ts";

const base = { revision: 1, sha256: "a" };
const noon = "2026-03-01T12:00:00.000Z";
const one = "2026-03-01T13:00:00.000Z";
const kept = { base, changes: { content: "Kept" }, kept_at: one };
const here = (over: Partial<TaskDraft>): TaskDraft => ({ base, content: "Here", at: noon, keptAt: noon, ...over });

it("takes the only draft there is, wherever it is", () => {
  expect(chooseDraft(null, null)).toBeNull();
  expect(chooseDraft(null, kept)).toEqual({ draft: fromHub(kept), rival: null });
  expect(chooseDraft(here({ sent: false }), null)).toEqual({
    draft: here({ sent: false, keptAt: null }),
    rival: null,
  });
});

it("goes on with this browser's while the hub cannot be asked", () => {
  expect(chooseDraft(here({ sent: true }), undefined)?.draft.content).toBe("Here");
  expect(chooseDraft(null, undefined)).toBeNull();
});

it("drops a copy whose draft has ended elsewhere", () => {
  expect(chooseDraft(here({ sent: true }), null)).toBeNull();
});

it("takes what goes on from the hub's own, with the words that it has not seen", () => {
  expect(chooseDraft(here({ keptAt: one, sent: false }), kept)).toEqual({
    draft: here({ keptAt: one, sent: false }),
    rival: null,
  });
});

it("takes the newer one from elsewhere when nothing here is unknown to the hub, and asks when something is", () => {
  expect(chooseDraft(here({ sent: true }), kept)).toEqual({ draft: fromHub(kept), rival: null });
  expect(chooseDraft(here({ sent: false }), kept)).toEqual({ draft: here({ sent: false }), rival: fromHub(kept) });
  // From before drafts were kept on the hub.
  expect(chooseDraft({ base, content: "Old", at: noon }, kept)?.rival).toEqual(fromHub(kept));
});
