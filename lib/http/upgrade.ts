import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { HubError } from "#lib/errors.ts";
import { type ClientInfo, setClientInfo } from "#lib/http/connection.ts";
import { dispatch } from "#lib/http/dispatch.ts";
import type { RouteTable } from "#lib/http/route-table.ts";

/** A connection whose client asks to go on in another protocol. */
export type Upgrade = { incoming: IncomingMessage; socket: Duplex; head: Buffer };

const offered = new WeakMap<Request, Upgrade>();

/**
 * The connection under a request, for a route that goes on with it; its own answer is then not written.
 * @param ended called when the connection is over, or was none
 * @throws HubError with 426 for a plain request
 */
export function takeUpgrade(request: Request, ended: () => void): Upgrade {
  const upgrade = offered.get(request);
  offered.delete(request);
  if (upgrade && !upgrade.socket.destroyed) upgrade.socket.once("close", ended);
  else ended();
  if (upgrade) return upgrade;
  throw new HubError("VALIDATION_ERROR", "This address speaks WebSocket (RFC 6455)", {
    status: 426,
    headers: { upgrade: "websocket", connection: "upgrade" },
  });
}

/** Whether a request is one that `serveUpgrade` is for; others that offer a protocol are answered without it. */
export function wantsWebSocket(incoming: IncomingMessage): boolean {
  return incoming.method === "GET" && incoming.headers.upgrade?.toLowerCase() === "websocket";
}

/**
 * Lets the route at the request's path take the connection over: credentials, rights and limits are judged as for any
 * request, and a refusal is an ordinary answer.
 */
export async function serveUpgrade(table: RouteTable, upgrade: Upgrade, client: ClientInfo): Promise<void> {
  const { incoming, socket } = upgrade;
  socket.on("error", () => socket.destroy());
  const request = toRequest(incoming);
  setClientInfo(request, client);
  offered.set(request, upgrade);
  const response = await dispatch(table, request);
  if (!offered.has(request)) return;
  await refuse(socket, response);
}

async function refuse(socket: Duplex, response: Response): Promise<void> {
  // A route that takes no connection over has nothing to say to one.
  const answer = response.ok ? new Response(null, { status: 400 }) : response;
  if (answer !== response) await response.body?.cancel();
  const body = Buffer.from(await answer.arrayBuffer());
  answer.headers.set("connection", "close");
  answer.headers.set("content-length", String(body.length));
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ""}\r\n${headers}\r\n`;
  socket.end(Buffer.concat([Buffer.from(head), body]));
}

/** The prefix of a subprotocol that carries a credential. */
const bearer = "bearer.";

/**
 * Browsers cannot set headers of a WebSocket, and an address stands in logs and histories: so a page sends its token as
 * the subprotocol `bearer.{token}`, beside the one that it wants spoken.
 */
function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const protocols = (headers.get("sec-websocket-protocol") ?? "").split(",").map((protocol) => protocol.trim());
  const token = protocols.find((protocol) => protocol.startsWith(bearer))?.slice(bearer.length);
  if (token && !headers.has("authorization") && !headers.has("x-api-key")) {
    headers.set("authorization", `Bearer ${token}`);
  }
  headers.delete("sec-websocket-protocol");
  return new Request(new URL(incoming.url ?? "/", "http://hub"), { headers });
}
