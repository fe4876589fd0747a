import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import type { Ctx } from "#domain/context.ts";
import { queueDigests } from "#domain/mail/queue-digests.ts";
import { sendMailEffect } from "#domain/mail/send-mail-effect.ts";
import { findInvitation } from "#domain/members/accept-invitation.ts";
import { inviteMember } from "#domain/members/invite-member.ts";
import { removeMember } from "#domain/members/remove-member.ts";
import { markRead } from "#domain/notifications/mark-read.ts";
import { getNotificationSettings, setNotificationSettings } from "#domain/notifications/settings.ts";
import { addPerson, idOf } from "#domain/notifications/testing.ts";
import { unsubscribe } from "#domain/notifications/unsubscribe.ts";
import { deliverOutbox } from "#domain/outbox/deliver-outbox.ts";
import { assignTask } from "#domain/tasks/assign-task.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { requestPasswordReset } from "#domain/users/request-password-reset.ts";
import { createResetLink, findPasswordReset } from "#domain/users/reset-password.ts";
import { sendMailsTo, startTestSmtp, type TestSmtp } from "#lib/mail/testing.ts";

let smtp: TestSmtp;
let hub: TestHub;
let ana: Ctx;
let ben: Ctx;
let task: TaskRow;
beforeAll(async () => {
  smtp = await startTestSmtp();
});
afterAll(() => smtp.close());
beforeEach(async () => {
  sendMailsTo(smtp.url);
  smtp.arrived.length = 0;
  smtp.answer = () => null;
  hub = await createTestHub();
  ana = hub.ctx;
  ben = await addPerson(hub, "Ben");
  task = await insertTaskIn(ana, "awaiting_approval", { title: "Tides <&> flats" });
});
afterEach(() => hub.close());

/** Time passes until everything in the outbox is due, and a worker carries it out. */
async function deliver() {
  await hub.owner`update outbox set not_before = now() - interval '1 second' where delivered_at is null`;
  return deliverOutbox(hub.db, { "mail.send": (effect) => sendMailEffect(hub.db, effect) });
}
const assign = (to: Ctx | null = ben) => assignTask(ana, { uid: task.uid }, to && idOf(to));
const linkIn = (pattern: RegExp) => pattern.exec(smtp.arrived[0]?.part("text/plain") ?? "")?.[1] ?? "";

describe("a mail about an assignment", () => {
  it("says who gave what, links to it, and can be stopped", async () => {
    await assign();
    expect(await deliver()).toEqual({ delivered: 1, failed: [] });
    const [mail, ...more] = smtp.arrived;
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(["ben@example.com"]);
    expect(mail?.header("From")).toBe("Oversight Hub <no-reply@hub.example.com>");
    expect(mail?.header("Subject")).toBe("first@example.com assigned “Tides <&> flats” to you");
    expect(mail?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.part("text/plain")).toContain(`https://hub.example.com/review?task=${task.id}`);
    const html = mail?.part("text/html") ?? "";
    expect(html).toContain("Tides &lt;&amp;&gt; flats");
    expect(html).toContain("prefers-color-scheme: dark");

    const url = new URL(/<(.*)>/.exec(mail?.header("List-Unsubscribe") ?? "")?.[1] ?? "");
    expect(url.pathname).toBe("/api/notifications/unsubscribe");
    await unsubscribe(hub.db, url.searchParams.get("token") ?? "");
    expect(await getNotificationSettings(ben)).toEqual({ mailed: ["mentioned", "due", "failed"], digestHour: 7 });
    await assign(null);
    await assign();
    await deliver();
    expect(smtp.arrived).toHaveLength(1);
  });

  it("waits ten seconds at least, and is not sent of what was undone or read by then", async () => {
    const before = Date.now();
    await assign();
    const [row] = await hub.owner<{ not_before: Date }[]>`select not_before from outbox`;
    expect(row?.not_before.getTime()).toBeGreaterThanOrEqual(before + 10_000);
    await assign(null);
    expect(await deliver()).toMatchObject({ delivered: 1 });
    await assign();
    await markRead(ben, { all: true });
    await hub.owner`update outbox set delivered_at = null`;
    await deliver();
    expect(smtp.arrived).toEqual([]);
  });

  it("is one for many at once", async () => {
    const others = await Promise.all([1, 2, 3].map(() => insertTaskIn(ana, "awaiting_approval", { title: "Reeds" })));
    for (const { uid } of others) await assignTask(ana, { uid }, idOf(ben));
    // All in one window, whenever the test runs.
    await hub.owner`update notifications set created_at = (select min((payload->>'from')::timestamptz) from outbox)`;
    await deliver();
    expect(smtp.arrived[0]?.header("Subject")).toBe("3 tasks were assigned to you");
    const listed = smtp.arrived[0]?.part("text/plain").match(/assigned “Reeds” to you\r?\nhttps:\/\/hub/g);
    expect(listed).toHaveLength(3);
  });

  it("does not go to who is no longer a member, nor to who switched it off", async () => {
    await assign();
    await removeMember(ana, { userId: idOf(ben) });
    const cleo = await addPerson(hub, "Cleo");
    await setNotificationSettings(cleo, { mailed: [] });
    await assign(cleo);
    await deliver();
    expect(smtp.arrived).toEqual([]);
  });

  it("is not even written down without a mail server", async () => {
    sendMailsTo(null);
    await assign();
    await queueDigests(hub.db);
    expect((await inviteMember(ana, { email: "new@example.com", role: "viewer" })).mailed).toBe(false);
    expect(await hub.owner`select from outbox where kind = 'mail.send'`).toEqual([]);
  });
});

describe("delivery", () => {
  it("killed between sending and noting it sends the same Message-ID again", async () => {
    await assign();
    await hub.owner`update outbox set not_before = now() - interval '1 second'`;
    const killed = deliverOutbox(hub.db, {
      "mail.send": async (effect) => {
        await sendMailEffect(hub.db, effect);
        await new Promise(() => {});
      },
    });
    await expect.poll(() => smtp.arrived.length).toBe(1);
    void killed;
    expect(await hub.owner`select from outbox where delivered_at is null`).toHaveLength(1);
    await deliver();
    const ids = smtp.arrived.map((mail) => mail.header("Message-ID"));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@hub\.example\.com>$/);
    expect(smtp.arrived[0]?.header("Date")).toBe(smtp.arrived[1]?.header("Date"));
  });

  it("by several workers at once sends each mail once", async () => {
    await assign();
    await commentOnTask(ana, { uid: task.uid }, { body: `@[b](user:${idOf(ben)}) look` });
    await hub.owner`update outbox set not_before = now() - interval '1 second'`;
    const send = () => deliverOutbox(hub.db, { "mail.send": (effect) => sendMailEffect(hub.db, effect) });
    await Promise.all([send(), send(), send(), send()]);
    expect(smtp.arrived.map((mail) => mail.header("Subject")).sort()).toEqual([
      "first@example.com assigned “Tides <&> flats” to you",
      "first@example.com mentioned you on “Tides <&> flats”",
    ]);
  });

  it("is tried again when the server is busy, and given up when the address is refused", async () => {
    await assign();
    smtp.answer = () => ({ code: 451, message: "try later" });
    expect((await deliver()).failed).toMatchObject([{ kind: "mail.send", givenUp: false }]);
    smtp.answer = () => ({ code: 550, message: "no such box" });
    expect((await deliver()).failed).toMatchObject([{ givenUp: true, error: expect.stringContaining("no such box") }]);
    smtp.answer = () => null;
    await deliver();
    expect(smtp.arrived).toEqual([]);
  });

  it("waits for the operator when the password is wrong, or no server answers", async () => {
    for (const url of [smtp.url.replace("secret", "wrong"), "smtp://127.0.0.1:1"]) {
      await assign(null);
      // Another half minute: what is told within one goes out together.
      await hub.owner`delete from outbox`;
      await assign();
      sendMailsTo(url);
      expect((await deliver()).failed).toMatchObject([{ givenUp: false }]);
      sendMailsTo(smtp.url);
      await deliver();
    }
    expect(smtp.arrived).toHaveLength(2);
  });
});

describe("links by mail", () => {
  it("an invitation arrives as it is shown, and stands nowhere in the open", async () => {
    const { token, mailed } = await inviteMember(ana, { email: "new@example.com", role: "viewer" });
    expect(mailed).toBe(true);
    const [row] = await hub.owner`select payload::text as payload from outbox`;
    expect(row?.payload).not.toContain(token);
    await deliver();
    expect(smtp.arrived[0]?.to).toEqual(["new@example.com"]);
    expect(linkIn(/invitation\?token=(\S+)/)).toBe(token);
    expect(await findInvitation(hub.db, token)).toMatchObject({ email: "new@example.com" });
    expect(smtp.arrived[0]?.header("List-Unsubscribe")).toBeNull();
  });

  it("a new password, which an admin may start or the person themselves", async () => {
    await createResetLink(ana, { userId: idOf(ben) });
    await deliver();
    expect(await findPasswordReset(hub.db, linkIn(/reset-password\?token=(\S+)/))).toEqual({
      email: "ben@example.com",
    });

    smtp.arrived.length = 0;
    await hub.owner`delete from one_time_tokens`;
    await requestPasswordReset(hub.db, " Ben@Example.com ", null);
    await requestPasswordReset(hub.db, "ben@example.com", null);
    await deliver();
    expect(smtp.arrived.map(({ to }) => to)).toEqual([["ben@example.com"]]);
    expect(await findPasswordReset(hub.db, linkIn(/reset-password\?token=(\S+)/))).toEqual({
      email: "ben@example.com",
    });
  });

  it("whether anyone has an address is not told, neither by the answer nor by its time", async () => {
    const timed = async (email: string) => {
      const before = performance.now();
      const answer = await requestPasswordReset(hub.db, email, null);
      return { answer, ms: performance.now() - before };
    };
    const [known, unknown] = [await timed("ben@example.com"), await timed("nobody@example.com")];
    expect(known.answer).toBe(unknown.answer);
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(395);
  });
});

it("what was not signed here stops nothing", async () => {
  for (const token of ["", "x.y", `${Buffer.from('["a"]').toString("base64url")}.x`]) {
    await expect(unsubscribe(hub.db, token)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});
