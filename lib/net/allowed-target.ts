import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { HubError } from "#lib/errors.ts";
import { isLoopbackAddress, isPublicAddress } from "./public-address.ts";

export type Lookup = (host: string) => Promise<{ address: string; family: number }[]>;

/** Where a connection for a URL may go: the address that was looked up and judged, and no other. */
export type Target = { url: URL; address: string; family: 4 | 6 };

export type TargetRules = { lookup: Lookup; allowLoopback: boolean };

export const resolveHost: Lookup = (host) => systemLookup(host, { all: true, verbatim: true });

/** Names that never mean a host of the public internet (RFC 6761, RFC 6762, ICANN's .internal). */
const localNames = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/;

/**
 * What can be said of a URL without asking anyone: scheme, credentials, literal addresses, local names.
 * @throws HubError URL_NOT_ALLOWED
 */
export function checkUrlShape(text: string, rules: Pick<TargetRules, "allowLoopback">): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw notAllowed(text, "it is not a complete address");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw notAllowed(text, "only http and https are fetched");
  if (url.username || url.password) throw notAllowed(text, "it carries a user name or password");
  const host = hostOf(url);
  if (isIP(host)) {
    if (!mayReach(host, rules)) throw notAllowed(text, "it is not an address of the public internet");
  } else if (localNames.test(host.replace(/\.$/, "")) && !rules.allowLoopback) {
    throw notAllowed(text, "it names a host of a private network");
  }
  return url;
}

/**
 * Looks a URL's host up once. Every address it has must be public: one private among them is how a rebinding server
 * gets in.
 * @throws HubError URL_NOT_ALLOWED; the resolver's error when the name is unknown.
 */
export async function findTarget(text: string, rules: TargetRules): Promise<Target> {
  const url = checkUrlShape(text, rules);
  const host = hostOf(url);
  const literal = isIP(host);
  const addresses = literal ? [{ address: host, family: literal }] : await rules.lookup(host);
  for (const { address } of addresses) {
    if (!mayReach(address, rules)) throw notAllowed(text, "its name leads to an address that is not public");
  }
  const [first] = addresses;
  if (!first) throw notAllowed(text, "its name has no address");
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

function mayReach(address: string, { allowLoopback }: Pick<TargetRules, "allowLoopback">): boolean {
  return isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
}

function notAllowed(url: string, reason: string): HubError {
  return new HubError("URL_NOT_ALLOWED", `The address ${url.slice(0, 200)} is not allowed: ${reason}.`, {
    details: { url: url.slice(0, 2000), reason },
  });
}
