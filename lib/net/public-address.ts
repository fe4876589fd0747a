import ipaddr from "ipaddr.js";

/** Ranges in IPv6 that carry an IPv4 address: what counts is the address inside. */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
const localNat64 = ipaddr.IPv6.parseCIDR("64:ff9b:1::/48");
const compatible = ipaddr.IPv6.parseCIDR("::/96");

/**
 * Whether an address is reachable from anywhere in the public internet. Everything that the registries of special
 * purpose addresses (RFC 6890) set apart is not: private, loopback, link-local, shared (CGNAT), multicast,
 * documentation, benchmarking, and IPv6 forms that hide an IPv4 address of that sort.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === "unicast";
  if (parsed.match(localNat64)) return false;
  if (parsed.match(nat64) || parsed.match(compatible)) return embeddedIPv4(parsed).range() === "unicast";
  return parsed.range() === "unicast";
}

export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}

function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}
