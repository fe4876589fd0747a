import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { accountSettings, accounts } from "#db/schema/accounts.ts";
import { workers } from "#db/schema/operations.ts";
import { env } from "#lib/env.ts";
import { type LocalServers, withLocalServers } from "#lib/models/find-local-servers.ts";
import { defaultModelSettings, type ModelSettings } from "#lib/models/model-settings.ts";
import type { ProviderEnv } from "#lib/models/providers.ts";

/** What the account decided, and what can be had for it. */
export type AccountModels = {
  settings: ModelSettings;
  /** This process's own, and the servers that workers found beside them. */
  environment: ProviderEnv;
  localServers: LocalServers;
};

/**
 * What found a server lately. Longer than a worker takes to start again, so that its models do not go while it does;
 * while it runs, it says within seconds that one is gone.
 */
const foundServers = sql<LocalServers>`(
  select coalesce(jsonb_object_agg(server.key, server.value), '{}')
  from ${workers}, jsonb_each_text(${workers.localServers}) as server
  where ${workers.heartbeatAt} > now() - interval '2 minutes')`;

export async function readAccountModels(tx: Transaction, accountId: string): Promise<AccountModels> {
  const [row] = await tx
    .select({
      settings: {
        allowSubstitution: accountSettings.allowSubstitution,
        modelAliases: accountSettings.modelAliases,
        modelTiers: accountSettings.modelTiers,
        modelPrices: accountSettings.modelPrices,
      },
      localServers: foundServers,
    })
    .from(accounts)
    .leftJoin(accountSettings, eq(accountSettings.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  const localServers = row?.localServers ?? {};
  return {
    settings: row?.settings ?? defaultModelSettings,
    localServers,
    environment: withLocalServers(env(), localServers),
  };
}
