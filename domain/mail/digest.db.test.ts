import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Ctx } from "#domain/context.ts";
import { queueDigests } from "#domain/mail/queue-digests.ts";
import { sendMailEffect } from "#domain/mail/send-mail-effect.ts";
import { setNotificationSettings } from "#domain/notifications/settings.ts";
import { addPerson, idOf } from "#domain/notifications/testing.ts";
import { deliverOutbox } from "#domain/outbox/deliver-outbox.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { sendMailsTo, startTestSmtp, type TestSmtp } from "#lib/mail/testing.ts";

let smtp: TestSmtp;
let hub: TestHub;
let ben: Ctx;
beforeAll(async () => {
  smtp = await startTestSmtp();
  sendMailsTo(smtp.url);
});
afterAll(() => smtp.close());
beforeEach(async () => {
  smtp.arrived.length = 0;
  hub = await createTestHub();
  ben = await addPerson(hub, "Ben");
  // The admin would have one of her own.
  await setNotificationSettings(hub.ctx, { digestHour: null });
  await hub.owner`update memberships set created_at = now() - interval '10 days'`;
});
afterEach(() => hub.close());

/** A day on which nothing else happens, at an hour UTC. */
const at = (day: number, hour: number, minute = 0) => new Date(Date.UTC(2030, 0, day, hour, minute));

async function deliver() {
  await hub.owner`update outbox set not_before = now() - interval '1 second' where delivered_at is null`;
  await deliverOutbox(hub.db, { "mail.send": (effect) => sendMailEffect(hub.db, effect) });
  return smtp.arrived.splice(0);
}

it("tells what waits, how long, what is due, failed and published, at the hour that was chosen", async () => {
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
  await insertTaskIn(hub.ctx, "awaiting_approval", { finishedAt: hours(-50), dueAt: hours(-1) });
  await insertTaskIn(hub.ctx, "awaiting_approval", { finishedAt: hours(-2), dueAt: hours(5), assignedTo: idOf(ben) });
  await insertTaskIn(hub.ctx, "failed", { finishedAt: hours(-1) });
  await insertTaskIn(hub.ctx, "published", { publishedAt: hours(-1) });
  await insertTaskIn(await hub.addAccount("Other"), "awaiting_approval");
  await hub.owner`update memberships set created_at = now() + interval '9 years' where user_id not in (${idOf(ben)})`;
  await setNotificationSettings(ben, { digestHour: 9 });
  await hub.owner`update notification_settings set last_digest_at = now() - interval '1 day'`;

  expect(await queueDigests(hub.db, at(5, 8, 59))).toBe(0);
  expect(await queueDigests(hub.db, at(5, 9))).toBe(1);
  const [mail, ...more] = await deliver();
  expect(more).toEqual([]);
  expect(mail?.to).toEqual(["ben@example.com"]);
  expect(mail?.header("Subject")).toBe("First: 2 wait for review, the oldest for 2 days");
  const text = mail?.part("text/plain") ?? "";
  for (const line of [
    ...["1 of them is assigned to you", "1 is past its date", "1 is due within a day"],
    ...["1 has failed since the last of these emails", "1 was published since"],
  ]) {
    expect(text).toContain(line);
  }
});

it("comes once a day, whichever of several workers sees the hour", async () => {
  await insertTaskIn(hub.ctx, "awaiting_approval");
  const queued = await Promise.all([1, 2, 3, 4].map(() => queueDigests(hub.db, at(5, 7, 1))));
  expect(queued.sort()).toEqual([0, 0, 0, 1]);
  expect(await queueDigests(hub.db, at(5, 18))).toBe(0);
  expect(await queueDigests(hub.db, at(6, 7))).toBe(1);
  expect(await deliver()).toHaveLength(2);
});

it("does not come when there is nothing to tell, when it was switched off, or half a day late", async () => {
  expect(await queueDigests(hub.db, at(5, 7))).toBe(1);
  expect(await deliver()).toEqual([]);
  await insertTaskIn(hub.ctx, "awaiting_approval");
  expect(await queueDigests(hub.db, at(6, 20))).toBe(0);
  expect(await queueDigests(hub.db, at(7, 7))).toBe(1);
  await setNotificationSettings(ben, { digestHour: null });
  expect(await deliver()).toEqual([]);
  expect(await queueDigests(hub.db, at(8, 7))).toBe(0);
});

it("is unasked for those who may review alone, and never on the day one joins", async () => {
  const cleo = await addPerson(hub, "Cleo", "creator");
  const dora = await addPerson(hub, "Dora", "publisher");
  await hub.owner`update memberships set created_at = ${at(5, 8)} where user_id in (${idOf(cleo)}, ${idOf(dora)})`;
  expect(await queueDigests(hub.db, at(5, 9))).toBe(1);
  expect(await queueDigests(hub.db, at(6, 7))).toBe(2);
  const rows = await hub.owner<{ email: string }[]>`
    select email from notification_settings join users on id = user_id where last_digest_at = ${at(6, 7)} order by email`;
  expect(rows.map(({ email }) => email)).toEqual(["ben@example.com", "dora@example.com"]);
});
