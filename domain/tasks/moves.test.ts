import { describe, expect, it } from "vitest";
import { availableActions } from "#domain/tasks/available-actions.ts";
import { moves, movesFrom } from "#domain/tasks/moves.ts";
import { type Role, scopesByRole } from "#lib/contract/access.ts";
import { type TaskStatus, taskStatuses } from "#lib/contract/status.ts";

/** The table of moves, written out a second time on purpose: a slip of the pen in the table shows here. */
const legal: Record<TaskStatus, TaskStatus[]> = {
  pending: ["queued", "cancelled"],
  queued: ["generating", "failed", "on_hold", "cancelled", "awaiting_approval"],
  generating: ["queued", "on_hold", "awaiting_approval", "completed", "failed", "cancelled"],
  on_hold: ["queued", "cancelled", "awaiting_approval"],
  awaiting_approval: ["queued", "approved", "rejected", "cancelled"],
  approved: ["awaiting_approval", "published"],
  rejected: ["queued", "awaiting_approval", "cancelled"],
  published: ["approved", "awaiting_approval"],
  completed: ["queued"],
  failed: ["queued"],
  cancelled: [],
};

describe("the table of moves", () => {
  it.each(taskStatuses)("leads from %s where the contract says, and nowhere else", (status) => {
    const reached = Object.values(moves)
      .filter((move) => (move.from as readonly TaskStatus[]).includes(status))
      .map((move) => move.to);
    expect([...new Set(reached)].sort()).toEqual([...legal[status]].sort());
  });

  it("gives each move one target that is not where it comes from", () => {
    for (const move of Object.values(moves)) expect(move.from).not.toContain(move.to);
  });
});

describe("rights", () => {
  it.each<[Role, TaskStatus, string[]]>([
    ["viewer", "awaiting_approval", []],
    ["creator", "awaiting_approval", ["cancel"]],
    ["reviewer", "awaiting_approval", ["cancel", "approve", "reject", "regenerate"]],
    ["reviewer", "approved", ["edit", "unapprove"]],
    ["publisher", "approved", ["edit", "unapprove", "publish"]],
    ["creator", "rejected", ["cancel", "resubmit"]],
    ["admin", "cancelled", []],
  ])("let a %s move what is %s by %j", (role, status, expected) => {
    expect(movesFrom(status, new Set(scopesByRole[role]))).toEqual(expected);
  });

  it("never open the worker's moves to people", () => {
    for (const status of taskStatuses) {
      const names = movesFrom(status, new Set(scopesByRole.admin));
      expect(names.filter((name) => moves[name].scope === null)).toEqual([]);
    }
  });

  it("show only what the caller may do", () => {
    const waiting = { status: "awaiting_approval" as const, revision: 1, publishedUrl: null, round: 1 };
    expect(availableActions(waiting, new Set(scopesByRole.viewer))).toEqual([]);
    expect(availableActions(waiting, new Set(scopesByRole.creator))).toEqual(["cancel", "edit", "delete"]);
    expect(availableActions(waiting, new Set(scopesByRole.reviewer))).toEqual([
      "approve",
      "reject",
      "regenerate",
      "cancel",
      "edit",
      "delete",
      "comment",
      "assign",
      "snooze",
    ]);
    const again = { status: "queued" as const, revision: 1, publishedUrl: null };
    const rights = new Set(scopesByRole.reviewer);
    expect(availableActions({ ...again, round: 1 }, rights)).not.toContain("recall");
    expect(availableActions({ ...again, round: 2 }, rights)).toContain("recall");
  });
});
