import * as z from "zod";

export const keyResponseSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.string()),
    profile: z.string().nullable(),
    limit_per_minute: z.int().nullable(),
    limit_burst: z.int().nullable(),
    expires_at: z.iso.datetime().nullable(),
    revoked_at: z.iso.datetime().nullable(),
    last_used_at: z.iso.datetime().nullable(),
    created_at: z.iso.datetime(),
    created_by: z.object({ id: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: "ApiKey" });

export type KeyResponse = z.output<typeof keyResponseSchema>;

/** A key as it is listed: what it may do, and enough of it to be recognised. */
export type KeySummary = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  profile: string | null;
  limitPerMinute: number | null;
  limitBurst: number | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  createdAt: Date;
  createdBy: { id: string; name: string } | null;
};

export function presentKey(key: KeySummary): KeyResponse {
  const { id, name, prefix, scopes, profile } = key;
  return {
    ...{ id, name, prefix, scopes, profile },
    limit_per_minute: key.limitPerMinute,
    limit_burst: key.limitBurst,
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    created_at: key.createdAt.toISOString(),
    created_by: key.createdBy,
  };
}
