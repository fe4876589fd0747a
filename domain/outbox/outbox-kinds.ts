import * as z from "zod";
import { notificationKinds } from "#lib/contract/notification.ts";

/** What a mail is about, by ids and times: its words are found when it is sent. */
const mailPayload = z.discriminatedUnion("about", [
  /** Notices of one kind to one person, told from `from` on and before `until`. */
  z.strictObject({
    about: z.literal("notices"),
    userId: z.uuid(),
    kind: z.enum(notificationKinds),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
  }),
  /** The daily mail: `since` is the one before. */
  z.strictObject({ about: z.literal("digest"), userId: z.uuid(), since: z.iso.datetime() }),
  /** A link that must not stand in the database for anyone to read. */
  z.strictObject({ about: z.enum(["invitation", "password_reset"]), sealed: z.string() }),
]);

/** Every kind of effect outside the database, and what it has to know. */
export const outboxKinds = {
  /** Removes a file from the artifact store once no artifact has it any more. */
  "artifact.remove": z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  "mail.send": mailPayload,
} as const satisfies Record<string, z.ZodType>;

export type OutboxKind = keyof typeof outboxKinds;
export type OutboxPayload<Kind extends OutboxKind> = z.output<(typeof outboxKinds)[Kind]>;
