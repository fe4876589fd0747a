import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { parseTrustedProxies, readClientInfo } from "#lib/http/connection.ts";
import { StartupError } from "#lib/startup-error.ts";

function incoming(remoteAddress: string, headers: Record<string, string> = {}) {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
  return Object.assign(new IncomingMessage(socket), { headers });
}

describe("readClientInfo", () => {
  const trusted = parseTrustedProxies(["10.0.0.0/8", "192.0.2.7", "::1"]);

  it.each([
    ["the socket's address", "203.0.113.9", undefined, "203.0.113.9"],
    ["it, whatever an untrusted client claims", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["what a trusted proxy forwards", "10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["the last untrusted one of a chain", "10.1.2.3", "1.2.3.4, 203.0.113.9, 192.0.2.7", "203.0.113.9"],
    ["the proxy's own when it forwards nonsense", "10.1.2.3", "1.2.3.4, unknown", "10.1.2.3"],
    ["IPv4 in IPv6 as IPv4", "::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9"],
  ])("takes %s", (_, socket, forwarded, address) => {
    const info = readClientInfo(incoming(socket, forwarded ? { "x-forwarded-for": forwarded } : {}), trusted);
    expect(info.address).toBe(address);
  });

  it("calls local only what comes from this machine through no proxy", () => {
    expect(readClientInfo(incoming("127.0.0.1"), []).local).toBe(true);
    expect(readClientInfo(incoming("::ffff:127.0.0.1"), []).local).toBe(true);
    expect(readClientInfo(incoming("127.0.0.1", { "x-forwarded-for": "127.0.0.1" }), []).local).toBe(false);
    expect(readClientInfo(incoming("10.0.0.1"), trusted).local).toBe(false);
  });

  it("keeps a reasonable request id and replaces any other", () => {
    expect(readClientInfo(incoming("::1", { "x-request-id": "abc-1" }), []).requestId).toBe("abc-1");
    expect(readClientInfo(incoming("::1", { "x-request-id": "a b\n" }), []).requestId).toMatch(/^req_[0-9a-f-]{36}$/);
  });
});

it("refuses proxies that are no addresses", () => {
  expect(() => parseTrustedProxies(["proxy.internal"])).toThrow(StartupError);
});
