import * as z from "zod";

/** Every kind of effect outside the database, and what it has to know. */
export const outboxKinds = {
  /** Removes a file from the artifact store once no artifact has it any more. */
  "artifact.remove": z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
} as const satisfies Record<string, z.ZodObject>;

export type OutboxKind = keyof typeof outboxKinds;
export type OutboxPayload<Kind extends OutboxKind> = z.output<(typeof outboxKinds)[Kind]>;
