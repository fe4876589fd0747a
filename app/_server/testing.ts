import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { closeDb } from "#db/client.ts";
import type { TestDatabase } from "#db/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { createKey } from "#domain/keys/create-key.ts";
import type { Profile, Scope } from "#lib/contract/access.ts";
import { loadDotEnv } from "#lib/env.ts";
import { ApiServer } from "#lib/http/api-server.ts";
import { readClientInfo } from "#lib/http/connection.ts";
import { loadRoutes } from "#lib/http/load-routes.ts";
import { answerMalformedRequests, answerRawRequest } from "#lib/http/raw-requests.ts";
import { wantsWebSocket } from "#lib/http/upgrade.ts";

export type TestApi = { url: string; close: () => Promise<void> };

/** The API over HTTP in this process, on a test's database and without the pages; to be started once in a process. */
export async function startTestApi(test: TestDatabase, env: Record<string, string> = {}): Promise<TestApi> {
  const limits = { RATE_LIMIT_PER_MINUTE: "100000", RATE_LIMIT_BURST: "100000" };
  const server = createServer({ shouldUpgradeCallback: wantsWebSocket, requireHostHeader: false });
  answerMalformedRequests(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, limits, env, { DATABASE_URL: test.url, HOST: "127.0.0.1", PORT: String(port) });
  // Forgets the environment as it was read before.
  loadDotEnv();
  const api = new ApiServer(await loadRoutes(join(import.meta.dirname, "..")), "127.0.0.1");
  server.on("request", (incoming, outgoing) => {
    if (answerRawRequest(incoming, outgoing)) return;
    api.request(incoming, outgoing, readClientInfo(incoming, []));
  });
  server.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) =>
    api.upgrade(incoming, socket, head, readClientInfo(incoming, [])),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await closeDb(1);
    },
  };
}

/** A key of the context's account, as its first admin makes it. */
export async function createTestKey(
  ctx: Ctx,
  scopes: Scope[] = ["tasks:read", "tasks:write"],
  profile: Profile | null = null,
): Promise<{ id: string; key: string }> {
  const { id, key } = await createKey(ctx, { name: "test", scopes, profile });
  return { id, key };
}
