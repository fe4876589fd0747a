import { env } from "#lib/env.ts";
import { HubError } from "#lib/errors.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site's page makes a signed-in browser send: unsafe methods, and WebSockets, to which the
 * same-origin policy does not apply. The rule of Go's `http.CrossOriginProtection`: `Sec-Fetch-Site` decides, `Origin`
 * where it is missing (plain http), and a request with neither does not come from a browser.
 * @throws HubError FORBIDDEN
 */
export function requireSameOrigin(request: { method: string; headers: Headers }): void {
  const { method, headers } = request;
  const isWebSocket = headers.get("upgrade")?.toLowerCase() === "websocket";
  if (safeMethods.has(method.toUpperCase()) && !isWebSocket) return;

  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site ? site === "same-origin" || site === "none" : origin === null || isOwnOrigin(origin, headers)) return;
  throw new HubError(
    "FORBIDDEN",
    "This request comes from another site; sign-in cookies count on the hub's own pages only",
  );
}

/** Hosts are compared without the protocol: a proxy may have ended TLS in front of us. */
function isOwnOrigin(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const { PUBLIC_URL } = env();
  return host === headers.get("host") || (PUBLIC_URL !== undefined && host === new URL(PUBLIC_URL).host);
}
