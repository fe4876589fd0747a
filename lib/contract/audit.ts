import * as z from "zod";
import { jsonObjectSchema } from "./json.ts";
import { actorResponseSchema } from "./task-response.ts";

const auditEntrySchema = z
  .object({
    id: z.int(),
    actor: actorResponseSchema,
    action: z.string(),
    target_type: z.string(),
    target_id: z.string(),
    detail: jsonObjectSchema,
    request_id: z.string().nullable(),
    created_at: z.iso.datetime(),
    position: z.int().nullable().meta({ description: "In the hash chain; null until it is sealed" }),
    hash: z.string().nullable(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.output<typeof auditEntrySchema>;

export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), next_before: z.int().nullable() });
export type AuditPage = z.output<typeof auditPageSchema>;

/** Whether the hash chain holds, and where it first does not. */
export const chainCheckSchema = z.union([
  z.object({
    intact: z.literal(true),
    length: z.int().meta({ description: "Positions in the chain" }),
    head: z
      .string()
      .meta({ description: "The last hash: written down elsewhere, it proves later that nothing was cut off the end" }),
    unsealed: z.int().meta({ description: "Rows that wait for their seal; only ever those of the last moments" }),
  }),
  z.object({ intact: z.literal(false), position: z.int(), reason: z.string() }),
]);
export type ChainCheck = z.output<typeof chainCheckSchema>;
