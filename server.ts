import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { closeDb } from "#db/client.ts";
import { env, loadDotEnv } from "#lib/env.ts";
import { ApiServer } from "#lib/http/api-server.ts";
import { forwardClientInfo, parseTrustedProxies, readClientInfo } from "#lib/http/connection.ts";
import { dispatch } from "#lib/http/dispatch.ts";
import { loadRoutes } from "#lib/http/load-routes.ts";
import { secureAnswer, securePage } from "#lib/http/page-security.ts";
import { answerMalformedRequests, answerRawRequest } from "#lib/http/raw-requests.ts";
import { beginShutdown } from "#lib/http/shutdown.ts";
import { wantsWebSocket } from "#lib/http/upgrade.ts";
import { answerWithin } from "#lib/http/within.ts";
import { log } from "#lib/log.ts";
import { StartupError } from "#lib/startup-error.ts";

/** Streams and running requests have this long to end. */
const drainMs = 4_000;

/**
 * The production web process. Requests for a `route.ts` go straight to what those export; Next gets pages, its own
 * files and next-auth.
 */
async function main(): Promise<void> {
  loadDotEnv();
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { HOST: hostname, PORT: port, PUBLIC_URL, TRUSTED_PROXIES } = env();
  const trusted = parseTrustedProxies(TRUSTED_PROXIES);
  const secure = PUBLIC_URL?.startsWith("https:") ?? false;

  const server = createServer({
    ...{ keepAliveTimeout: 65_000, shouldUpgradeCallback: wantsWebSocket },
    // `answerRawRequest` refuses, in words.
    requireHostHeader: false,
  });
  answerMalformedRequests(server);
  const { default: next } = await import("next");
  // Next adds an upgrade listener of its own to the server that it finds under the first page, and would answer our
  // WebSockets too; on this one, which never listens, it hears nothing.
  const httpServer = createServer();
  const app = next({ dev: false, dir: import.meta.dirname, hostname, port, httpServer });
  const [table] = await Promise.all([loadRoutes(join(import.meta.dirname, "app")), app.prepare()]);
  const servePage = app.getRequestHandler();

  const api = new ApiServer(table, hostname);
  answerWithin((request) => dispatch(table, request));
  server.on("request", (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const client = readClientInfo(incoming, trusted);
    outgoing.setHeader("X-Request-Id", client.requestId);
    secureAnswer(outgoing, secure);
    if (answerRawRequest(incoming, outgoing)) return;
    if (api.serves(incoming)) return api.request(incoming, outgoing, client);
    forwardClientInfo(incoming, client);
    if (!incoming.url?.startsWith("/_next/")) securePage(incoming, outgoing, secure);
    void servePage(incoming, outgoing);
  });
  const upgradePage = app.getUpgradeHandler();
  server.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (api.serves(incoming)) api.upgrade(incoming, socket, head, readClientInfo(incoming, trusted));
    else void upgradePage(incoming, socket, head);
  });

  await listen(server, port, hostname);
  process.send?.("ready");
  log.info({ hostname, port }, "The web process listens.");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(server));
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is in use; set PORT to another" : `cannot be used (${error.code})`;
      reject(new StartupError(`Port ${port} on ${hostname} ${why}.`));
    });
    server.listen(port, hostname, resolve);
  });
}

async function stop(server: Server): Promise<void> {
  beginShutdown();
  const closed = new Promise((resolve) => server.close(resolve));
  const timer = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearTimeout(timer);
  await closeDb(1);
  process.exit(0);
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) console.error(error.message);
  else log.fatal({ err: error }, "The web process could not start.");
  process.exit(error instanceof StartupError ? 78 : 1);
});
