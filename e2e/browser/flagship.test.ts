import { material } from "../support/api-client.ts";
import { expect, open, openOnDesk, test } from "../support/browser.ts";
import { holdPhase } from "../support/hold-phase.ts";
import { admin } from "../support/hub.ts";

test("a post from an idea to its readers: created, watched, edited, sent back, compared, approved, published", async ({
  page,
  visitor,
  db,
  unique,
}) => {
  const title = `Tides of ${unique}`;
  const feedback = "Remove the sentence “This sentence was added by a person.”";
  const addition = "This sentence was added by a person.";
  const stored = async () => {
    const [row] = await db`
      select t.status, t.round, t.revision, t.revision_sha256, t.approved_sha256, r.content, r.origin
      from tasks t left join revisions r on r.task_uid = t.uid and r.number = t.revision where t.title = ${title}`;
    return row;
  };
  let id = "";

  await test.step("create by form", async () => {
    await open(page, "/create");
    await page.getByRole("button", { name: /Blog post/ }).click();
    const form = page.getByRole("form", { name: "Create Blog post" });
    await form.getByRole("button", { name: "Create task" }).click();
    await expect(form.getByLabel("Topic")).toHaveAttribute("aria-invalid", "true");
    await form.getByLabel("Topic").fill(title);
    await form.getByLabel("Source material").fill(material);
    await form.getByLabel("Length").fill("200");
    await form.getByText("Source, priority, models and dates").click();
    await form.getByLabel("Group").fill(unique);
  });

  await test.step("watch its phases live", async () => {
    const release = await holdPhase(db, unique, "qa");
    await page.getByRole("button", { name: "Create task" }).click();
    await page.waitForURL(/\/queue\/[^/]+$/);
    id = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    const progress = page.getByRole("region", { name: "Progress" });
    await expect(progress.getByRole("status")).toContainText("Generating");
    await expect(progress.getByRole("progressbar")).toHaveAttribute("aria-valuenow", /^[2-9]\d$/);
    await expect(progress.getByRole("button", { name: /^Writing done/ })).toBeVisible();
    expect(await stored()).toMatchObject({ status: "generating", revision: null });

    await release();
    await expect(progress.getByRole("status")).toContainText("Awaiting approval");
    for (const phase of ["Researching", "Writing", "Checking", "Illustrating", "Formatting"]) {
      await expect(progress.getByRole("button", { name: `${phase} done` })).toBeVisible();
    }
    await expect(page.getByRole("img", { name: new RegExp(unique) }).first()).toBeVisible();
    await expect(page.getByText("mixture of fresh and salt").first()).toBeVisible();
    expect(await stored()).toMatchObject({ status: "awaiting_approval", revision: 1, origin: "generated" });
  });

  await test.step("edit", async () => {
    await page.keyboard.press("e");
    await page.getByRole("tab", { name: "Source" }).click();
    const text = page.getByRole("textbox", { name: "Markdown" });
    const before = await text.inputValue();
    await text.fill(`${before}\n\n${addition}`);
    await expect(page.getByRole("region", { name: "Rendered" })).toContainText(addition);
    await page.getByRole("button", { name: "Save revision" }).click();
    await expect(page.getByText("Saved as a new revision")).toBeVisible();
    await expect(page.getByRole("tab", { name: "Diff to r1" })).toBeVisible();
    expect(await stored()).toMatchObject({ revision: 2, origin: "edited", content: expect.stringContaining(addition) });
  });

  await test.step("send back with feedback", async () => {
    await open(page, `/review?group=${unique}`);
    await expect(page.getByText(addition)).toBeVisible();
    await page.keyboard.press("g");
    const dialog = page.getByRole("dialog", { name: "Send back" });
    await dialog.getByLabel("Feedback").fill(feedback);
    await dialog.getByRole("button", { name: "Send back" }).click();
    await expect(page.getByText(`Sent back: ${title}`)).toBeVisible();
    await expect(dialog).toBeHidden();
    // It is left alone for as long as it could be taken back.
    await expect
      .poll(stored, { timeout: 60_000 })
      .toMatchObject({ status: "awaiting_approval", round: 2, revision: 3 });
    const [review] = await db`
      select r.decision, r.revision, r.reason from reviews r join tasks t on t.uid = r.task_uid where t.id = ${id}`;
    expect(review).toEqual({ decision: "sent_back", revision: 2, reason: feedback });
  });

  await test.step("read the difference of the new revision", async () => {
    await open(page, `/review?group=${unique}`);
    await expect(page.getByRole("tab", { name: "Diff to r2" })).toBeVisible();
    await page.keyboard.press("d");
    await expect(page.getByRole("deletion").filter({ hasText: addition })).toBeVisible();
    await expect(page.getByLabel("From revision")).toHaveValue("2");
    await expect(page.getByRole("complementary", { name: "Evidence" })).toContainText(feedback);
  });

  await test.step("approve by keyboard", async () => {
    await page.keyboard.press("a");
    await expect(page.getByText(`Approved: ${title}`)).toBeVisible();
    await expect(page.getByText("Nothing that fits waits")).toBeVisible();
    await expect.poll(stored).toMatchObject({ status: "approved" });
    const row = await stored();
    expect(row?.approved_sha256).toBe(row?.revision_sha256);
    const [audit] =
      await db`select actor ->> 'name' as name from audit where action = 'task.approve' and target_id = ${id}`;
    expect(audit?.name).toBe(admin.name);
  });

  await test.step("publish", async () => {
    await open(page, `/queue/${id}`);
    await page.getByRole("button", { name: "Publish now" }).click();
    await expect(page.getByRole("region", { name: "Progress" }).getByRole("status")).toContainText("Published");
    const [live] = await db`
      select p.sha256 = t.approved_sha256 as same from publications p join tasks t on t.uid = p.task_uid
      where t.id = ${id} and p.withdrawn_at is null`;
    expect(live?.same).toBe(true);
  });

  await test.step("read the public page and the feed, signed out", async () => {
    await visitor.goto(`/p/${admin.accountSlug}`);
    await visitor.getByRole("link", { name: title }).first().click();
    await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(visitor.getByText("mixture of fresh and salt").first()).toBeVisible();
    await expect(visitor.getByText(addition)).toHaveCount(0);
    const feed = await visitor.request.get(`/p/${admin.accountSlug}/rss.xml`);
    expect(await feed.text()).toContain(title);
    const hidden = await visitor.request.get(`/api/tasks/${id}`);
    expect(hidden.status()).toBe(401);
  });
});

test("rejected with a reason, submitted again, approved", async ({ page, api, db, unique }) => {
  const title = `Marshes of ${unique}`;
  const id = await openOnDesk(page, api, unique, title);
  const stored = async () => {
    const [row] = await db`select status, error_message from tasks where id = ${id}`;
    return row;
  };

  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject" });
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("2");
  await expect(dialog.getByRole("radio", { name: "Sources are missing or weak" })).toBeChecked();
  await dialog.getByLabel("In your words").fill("Cite the survey");
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText(`Rejected: ${title}`)).toBeVisible();
  await expect.poll(stored).toEqual({
    status: "rejected",
    error_message: "Sources are missing or weak. Cite the survey",
  });

  await open(page, `/queue/${id}`);
  const status = page.getByRole("region", { name: "Progress" }).getByRole("status");
  await expect(status).toContainText("Rejected");
  await expect(status).toContainText("Cite the survey");
  await page.getByRole("button", { name: "Submit again" }).click();
  await expect(status).toContainText("Awaiting approval");
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await page.keyboard.press("a");
  await expect(status).toContainText("Approved");
  await expect.poll(stored).toEqual({ status: "approved", error_message: null });
  const decisions = await db`
    select decision from reviews r join tasks t on t.uid = r.task_uid where t.id = ${id} order by r.created_at`;
  expect(decisions.map(({ decision }) => decision)).toEqual(["rejected", "resubmitted", "approved"]);
});
