import type { Page } from "@playwright/test";
import type { Role } from "#lib/contract/access.ts";
import type { Failure } from "../support/api-client.ts";
import { open } from "../support/browser.ts";
import { expect, type Member, type Team, test } from "../support/team.ts";

/** What changes something of the account's, by the names that screens give it. */
const actions =
  /^(approve|reject|send back|edit|restore|publish|withdraw|cancel|try again|submit|delete|assign|create|import|invite|revoke|remove from|save|make a|comment|snooze|role of|due|how many|own work|take approval)\b|^approval:/i;
/** The reader's own: a view of the queue. */
const harmless = /^save (this|the) view/i;

const screens = (waiting: string, approved: string, group: string) => [
  ...["/", `/review?group=${group}`, `/review?task=${waiting}`, "/queue", `/queue/${waiting}`, `/queue/${approved}`],
  ...["/groups", `/groups/${group}`, "/create", "/create?type=blog_post", "/create/import", "/settings/members"],
  ...["/settings/keys", "/settings/models", "/settings/policies", "/settings/audit", "/settings/you"],
];

/** The names of everything that can be pressed, chosen or filled in, closed menus and the keys' sheet included. */
async function controlsOn(page: Page, path: string): Promise<string[]> {
  await open(page, path);
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const names: string[] = [];
  const more = page.getByRole("button", { name: "More actions" });
  for (const button of await more.all()) await button.click();
  for (const role of ["button", "menuitem", "combobox", "textbox", "checkbox", "switch", "link"] as const) {
    names.push(...(await page.getByRole("main").getByRole(role).evaluateAll(namesOf)));
  }
  names.push(...(await page.getByRole("menuitem").evaluateAll(namesOf)));
  return names.filter((name) => name !== "");
}

/** In the page, all at once: what is live may change between two looks. */
function namesOf(controls: Element[]): string[] {
  return controls.map((element) => {
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const label = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
    return element.closest("a[href*='/queue/'], [data-preview]") ? "" : label.trim();
  });
}

async function actionsSeen(team: Team, member: Member, paths: string[]): Promise<Record<string, string[]>> {
  const page = await team.open(member);
  const seen: Record<string, string[]> = {};
  for (const path of paths) {
    const found = (await controlsOn(page, path)).filter((name) => actions.test(name) && !harmless.test(name));
    if (found.length > 0) seen[path] = [...new Set(found)];
  }
  return seen;
}

test("a viewer sees no action that it may not take, and the API refuses each", async ({ team, db, unique }) => {
  const [ana, vic] = [await team.join("Ana", "admin"), await team.join("Vic", "viewer")];
  const fields = { task_source_group_id: unique };
  const waiting = (await ana.api.createWaiting({ ...fields, topic: `Surf of ${unique}` })).task_id;
  const approved = (await ana.api.createWaiting({ ...fields, topic: `Swell of ${unique}` })).task_id;
  await ana.api.post(`/api/tasks/${approved}/approve`);
  const paths = screens(waiting, approved, unique);

  expect(await actionsSeen(team, vic, paths)).toEqual({});
  // The same look finds them where they are: it is able to fail.
  const acting = [`/queue/${waiting}`, `/queue/${approved}`, "/create", "/settings/policies", "/settings/keys"];
  expect(Object.keys(await actionsSeen(team, ana, acting))).toEqual(acting);

  const before = await db`select id, status, version from tasks where account_id = ${team.accountId} order by id`;
  const task_ids = [waiting, approved];
  const attempts: [string, string, unknown?][] = [
    ["POST", "/api/tasks", { task_type: "blog_post", topic: "Mine" }],
    ["POST", `/api/tasks/${waiting}/approve`],
    ["POST", `/api/tasks/${waiting}/reject`, { reason: "No" }],
    ["POST", `/api/tasks/${waiting}/regenerate`, { feedback: "More" }],
    ["POST", `/api/tasks/${waiting}/cancel`],
    ["POST", `/api/tasks/${waiting}/assign`, { user_id: vic.id }],
    ["POST", `/api/tasks/${waiting}/comments`, { body: "Hm" }],
    [
      "PUT",
      `/api/tasks/${waiting}/draft`,
      { base: { revision: 1, sha256: "0".repeat(64) }, changes: { content: "Mine" }, replaces: null },
    ],
    ["POST", `/api/tasks/${approved}/publish`],
    ["POST", `/api/tasks/${approved}/unapprove`],
    ["PUT", `/api/tasks/${waiting}/status/validated`, { status: "approved" }],
    ["DELETE", `/api/tasks/${waiting}`],
    ["POST", "/api/tasks/bulk-cancel", { task_ids }],
    ["POST", "/api/tasks/bulk-retry", { task_ids }],
    ["POST", "/api/tasks/bulk-assign", { task_ids, user_id: null }],
    ["POST", "/api/tasks/bulk-priority", { task_ids, priority: "urgent" }],
    ["POST", "/api/tasks/bulk-due", { task_ids, due_at: null }],
    ["POST", "/api/tasks/bulk-unapprove", { task_ids }],
    ["POST", "/api/tasks/bulk-delete", { task_ids }],
    ["PUT", "/api/policies", { policy: { task_type: "blog_post", approvals_needed: 2 } }],
    ["POST", "/api/keys", { name: "mine" }],
    ["POST", "/api/members/invite", { email: "x@example.com", role: "admin" }],
    ["PATCH", `/api/members/${vic.id}`, { role: "admin" }],
  ];
  for (const [method, path, body] of attempts) {
    const answer = await vic.api.send<Failure>(method, path, { body });
    expect([answer.status, answer.body.error.code], `${method} ${path}`).toEqual([403, "FORBIDDEN"]);
  }
  expect(await db`select id, status, version from tasks where account_id = ${team.accountId} order by id`).toEqual(
    before,
  );
});

const onWaiting: Record<Role, string[]> = {
  viewer: [],
  creator: ["Edit", "Cancel task", "Delete"],
  reviewer: ["Approve", "Cancel task", "Delete", "Edit", "Reject", "Send back"],
  publisher: ["Approve", "Cancel task", "Delete", "Edit", "Reject", "Send back"],
  admin: ["Approve", "Cancel task", "Delete", "Edit", "Reject", "Send back"],
};
const onApproved: Record<Role, string[]> = {
  viewer: [],
  creator: ["Edit", "Delete"],
  reviewer: ["Delete", "Edit", "Take approval back"],
  publisher: ["Delete", "Edit", "Publish now", "Take approval back"],
  admin: ["Delete", "Edit", "Publish now", "Take approval back"],
};

test("each role finds on a task what it may do there, no more and no less", async ({ team, unique }) => {
  const ana = await team.join("Ana", "admin");
  const waiting = (await ana.api.createWaiting({ topic: `Foam of ${unique}` })).task_id;
  const approved = (await ana.api.createWaiting({ topic: `Spray of ${unique}` })).task_id;
  await ana.api.post(`/api/tasks/${approved}/approve`);
  const named = new Set([...onWaiting.admin, ...onApproved.admin]);
  for (const role of ["viewer", "creator", "reviewer", "publisher", "admin"] as const) {
    const page = await team.open(await team.join(role, role));
    for (const [id, expected] of [
      [waiting, onWaiting[role]],
      [approved, onApproved[role]],
    ] as const) {
      await open(page, `/queue/${id}`);
      await page.getByRole("button", { name: "More actions" }).click();
      await expect(page.getByRole("menuitem", { name: "Copy the task id" })).toBeVisible();
      const found: string[] = [];
      for (const action of named) {
        const name = new RegExp(`^${action}( |$)`);
        const control = page.getByRole("button", { name }).or(page.getByRole("menuitem", { name }));
        if ((await control.count()) > 0) found.push(action);
      }
      expect(found.sort(), `${role} on ${id}`).toEqual([...expected].sort());
    }
  }
});
