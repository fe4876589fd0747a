import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { StartupError } from "#lib/startup-error.ts";

/** Who is at the other end of a request, as far as the network tells. */
export type ClientInfo = {
  /** The client's address; behind trusted proxies the one that they forward. */
  address: string;
  /** The request came from this machine itself and through no proxy. */
  local: boolean;
  requestId: string;
};

const forwardingHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];
const addressHeader = "x-hub-client-address";
const requestIdHeader = "x-request-id";

const known = new WeakMap<Request, ClientInfo>();

/** Ranges of addresses whose forwarding headers count. */
export type TrustedProxies = [ipaddr.IPv4 | ipaddr.IPv6, number][];

/** @throws StartupError for an entry that is neither an address nor a CIDR range */
export function parseTrustedProxies(entries: string[]): TrustedProxies {
  return entries.map((entry) => {
    if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
    if (!ipaddr.isValid(entry)) {
      throw new StartupError(`TRUSTED_PROXIES must list addresses or ranges such as 10.0.0.0/8 (it has "${entry}").`);
    }
    const address = ipaddr.process(entry);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  });
}

/** What the socket and, from trusted proxies, the forwarding headers say. */
export function readClientInfo(incoming: IncomingMessage, trusted: TrustedProxies): ClientInfo {
  const socket = plain(incoming.socket.remoteAddress ?? "");
  const isTrusted = (address: string) => ipaddr.isValid(address) && trusted.some((range) => matches(address, range));
  const forwarded = (incoming.headers["x-forwarded-for"]?.toString() ?? "")
    .split(",")
    .flatMap((item) => item.trim() || []);
  let address = socket;
  // Each proxy appends whom it heard from, so what stands left of an untrusted address is anyone's claim.
  while (isTrusted(address)) {
    const previous = forwarded.pop();
    if (!previous || !ipaddr.isValid(previous)) break;
    address = plain(previous);
  }
  const isLoopback = ipaddr.isValid(socket) && ipaddr.process(socket).range() === "loopback";
  const wasForwarded = forwardingHeaders.some((name) => incoming.headers[name] !== undefined);
  const given = incoming.headers[requestIdHeader]?.toString() ?? "";
  const requestId = /^[\w.-]{1,128}$/.test(given) ? given : newRequestId();
  return { address, local: isLoopback && !wasForwarded, requestId };
}

/** Ties what is known of the connection to a request, for `getClientInfo`. */
export function setClientInfo(req: Request, info: ClientInfo): void {
  known.set(req, info);
}

/** The same for a request that goes on to Next, whose handlers get another Request: in headers that nobody else may set. */
export function forwardClientInfo(incoming: IncomingMessage, info: ClientInfo): void {
  incoming.headers[addressHeader] = info.address;
  incoming.headers[requestIdHeader] = info.requestId;
}

/** Who sent this request. Under `next dev`, which has no server of ours in front, what the headers say. */
export function getClientInfo(req: Request): ClientInfo {
  const info = known.get(req);
  if (info) return info;
  const address = req.headers.get(addressHeader) ?? req.headers.get("x-forwarded-for") ?? "127.0.0.1";
  const made = { address, local: false, requestId: req.headers.get(requestIdHeader) ?? newRequestId() };
  known.set(req, made);
  return made;
}

function plain(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}

function matches(address: string, [range, bits]: TrustedProxies[number]): boolean {
  const parsed = ipaddr.process(address);
  return parsed.kind() === range.kind() && parsed.match(range, bits);
}

/** The form that inference-task-manager.md shows. */
export function newRequestId(): string {
  return `req_${crypto.randomUUID()}`;
}
