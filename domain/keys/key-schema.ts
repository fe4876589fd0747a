import * as z from "zod";
import { profiles, scopes } from "#lib/contract/access.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import type { KeySummary } from "#lib/contract/key-response.ts";

export const createKeySchema = z.strictObject({
  name: z.string().trim().min(1, "must not be empty").max(120),
  scopes: z
    .array(z.enum(scopes))
    .min(1, "must name at least one right")
    .optional()
    .meta({ description: "Absent: every right on tasks that its creator has; account:admin only when it is named." }),
  profile: z.enum(profiles).nullish(),
  limit_per_minute: z.int().min(1).max(1_000_000).nullish().meta({ description: "Null: the installation's limit." }),
  limit_burst: z.int().min(1).max(1_000_000).nullish().meta({ description: "Requests in 10 seconds." }),
  expires_at: instantSchema.refine((value) => new Date(value) > new Date(), "must lie in the future").nullish(),
});

export type CreateKey = z.output<typeof createKeySchema>;

/** The one time that a key is shown. */
export type CreatedKey = KeySummary & { key: string };
