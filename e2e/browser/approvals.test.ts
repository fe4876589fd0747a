import { expectAccessible, holdTheClock, open } from "../support/browser.ts";
import { expect, test } from "../support/team.ts";

test("two people approve what the policy asks two people for, and nobody their own", async ({ team, db, unique }) => {
  const [ana, ben, cleo] = [
    await team.join("Ana", "admin"),
    await team.join("Ben", "reviewer"),
    await team.join("Cleo", "reviewer"),
  ];
  const title = `Shoals of ${unique}`;
  const policy = async () =>
    (await db`select approvals_needed, allow_own_approval from policies where account_id = ${team.accountId}`)[0];
  const row = async () => (await db`select status, approved_sha256, revision_sha256 from tasks where id = ${id}`)[0];

  const anas = await team.open(ana);
  await open(anas, "/settings/policies");
  await anas.getByLabel("How many: Blog post").selectOption("2 people");
  await expect.poll(policy).toEqual({ approvals_needed: 2, allow_own_approval: null });
  await anas.getByLabel("Own work: Blog post").selectOption("Somebody else approves");
  await expect.poll(policy).toEqual({ approvals_needed: 2, allow_own_approval: false });
  await expectAccessible(anas);

  const { task_id: id } = await ana.api.createWaiting({ topic: title, task_source_group_id: unique });
  await open(anas, `/queue/${id}`);
  await expect(anas.getByRole("button", { name: "Approve" })).toBeDisabled();
  await expect(anas.getByText("You asked for this task")).toContainText("Ben or Cleo can.");

  const bens = await team.open(ben);
  await open(bens, `/review?group=${unique}`);
  await expect(bens.getByText("2 people have to approve this.")).toBeVisible();
  await bens.keyboard.press("a");
  await expect(bens.getByText(`Approved, waits for one more: ${title}`)).toBeVisible();
  await expect(bens.getByText("Nothing that fits waits")).toBeVisible();
  expect(await row()).toMatchObject({ status: "awaiting_approval", approved_sha256: null });
  await bens.getByRole("link", { name: "1 approved by you waits for others" }).click();
  await expect(bens.getByRole("row", { name: new RegExp(title) })).toContainText("1 of 2");

  const cleos = await team.open(cleo);
  await open(cleos, `/review?group=${unique}`);
  await expect(cleos.getByText("Approved by Ben, waits for one more.")).toBeVisible();
  await expectAccessible(cleos);
  await cleos.keyboard.press("a");
  await expect(cleos.getByText(`Approved: ${title}`)).toBeVisible();
  await expect.poll(async () => (await row())?.status).toBe("approved");
  const now = await row();
  expect(now?.approved_sha256).toBe(now?.revision_sha256);

  const reviews = await db`
    select decision, actor ->> 'name' as by, sha256 from reviews
    where task_uid = (select uid from tasks where id = ${id}) order by id`;
  const sha256 = now?.revision_sha256;
  expect(reviews).toEqual([
    { decision: "endorsed", by: "Ben", sha256 },
    { decision: "approved", by: "Cleo", sha256 },
  ]);
  await open(anas, `/settings/audit?target=${id}`);
  const decisions = anas.getByRole("main").getByRole("list").getByRole("listitem");
  await expect(decisions.filter({ hasText: "Ben" })).toContainText("Approved, as one of several");
});

test("the first of two approvals is taken back by one key", async ({ team, db, unique }) => {
  const [ana, ben] = [await team.join("Ana", "admin"), await team.join("Ben", "reviewer")];
  await ana.api.put("/api/policies", { policy: { task_type: "blog_post", approvals_needed: 2 } });
  const title = `Rips of ${unique}`;
  const { task_id: id } = await ana.api.createWaiting({ topic: title, task_source_group_id: unique });
  const decisions = async () =>
    (await db`select decision from reviews where task_uid = (select uid from tasks where id = ${id}) order by id`).map(
      ({ decision }) => decision,
    );
  const page = await team.open(ben);
  await open(page, `/review?group=${unique}`);
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await holdTheClock(page);
  await page.keyboard.press("a");
  await expect.poll(decisions).toEqual(["endorsed"]);
  await page.keyboard.press("z");
  await expect(page.getByText(`Taken back: ${title}`)).toBeVisible();
  await expect(page.getByText("2 people have to approve this.")).toBeVisible();
  expect(await decisions()).toEqual(["endorsed", "unapproved"]);
  const answer = await ben.api.get(`/api/tasks/${id}`);
  expect(answer.body).toMatchObject({ state: "awaiting_approval", approvals: { needed: 2, given: [] } });
});

test("an admin is told before a policy lets nothing through", async ({ team }) => {
  const page = await team.open(await team.join("Ana", "admin"));
  await open(page, "/settings/policies");
  const row = page.getByRole("listitem", { name: "Blog post" });
  await row.getByLabel("Own work").selectOption("Somebody else approves");
  await expect(row.getByText("could be approved by nobody")).toBeVisible();
  await row.getByLabel("How many").selectOption("2 people");
  await expect(row.getByText("nothing of this type could be approved")).toBeVisible();
});
