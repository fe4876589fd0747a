import { expect, it } from "vitest";
import { clientNetwork } from "#lib/net/client-network.ts";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:a::1", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["", "unknown"],
  [null, "unknown"],
])("%s is of %s", (address, network) => expect(clientNetwork(address)).toBe(network));
