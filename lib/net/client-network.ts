import ipaddr from "ipaddr.js";

/** One place: an IPv4 address, or the /64 that a household or a machine has of IPv6, whose addresses cost it nothing. */
export function clientNetwork(clientIp: string | null): string {
  if (!clientIp || !ipaddr.isValid(clientIp)) return "unknown";
  const address = ipaddr.process(clientIp);
  if (address.kind() === "ipv4") return address.toString();
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
