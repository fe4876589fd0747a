import { afterAll, beforeAll, expect, it } from "vitest";
import { sendMailsTo, startTestSmtp, type TestSmtp } from "#lib/mail/testing.ts";
import { isMailSet, senderAddress, verifyMail } from "#lib/mail/transport.ts";

let smtp: TestSmtp;
beforeAll(async () => {
  smtp = await startTestSmtp();
});
afterAll(() => smtp.close());

it("verifies that the server lets us in", async () => {
  sendMailsTo(smtp.url);
  await expect(verifyMail()).resolves.toBeUndefined();
  expect(smtp.arrived).toEqual([]);
});

it("says why it does not", async () => {
  sendMailsTo(smtp.url.replace("secret", "wrong"));
  await expect(verifyMail()).rejects.toThrow("wrong password");
  sendMailsTo("smtp://127.0.0.1:1");
  await expect(verifyMail()).rejects.toThrow("ECONNREFUSED");
  sendMailsTo(null);
  expect(isMailSet()).toBe(false);
  await expect(verifyMail()).rejects.toThrow("SMTP_URL is not set");
});

it("sends in the name that was chosen", () => {
  process.env.MAIL_FROM = "Desk <desk@example.com>";
  sendMailsTo(smtp.url);
  expect(senderAddress()).toBe("Desk <desk@example.com>");
  delete process.env.MAIL_FROM;
  sendMailsTo(smtp.url);
  expect(senderAddress()).toBe("Oversight Hub <no-reply@hub.example.com>");
});
