import { encode } from "next-auth/jwt";
import { describe, expect, it, vi } from "vitest";
import { accountCookie } from "#lib/auth/account-cookie.ts";
import { parseCookies } from "#lib/auth/cookies.ts";
import { requireSameOrigin } from "#lib/auth/same-origin.ts";
import { readSessionCookie, sessionCookieName } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";

// Before anything reads the environment.
vi.hoisted(() => {
  process.env.PUBLIC_URL = "https://hub.example.com";
});

const claims = { sub: "018f4f4e-7c0a-7c3a-9b0a-0123456789ab", sv: 3 };
const read = (cookie: string) => readSessionCookie(parseCookies(cookie));

describe("under https", () => {
  it("takes the secure cookie and no other", async () => {
    const value = await encode({ token: claims, secret: env().AUTH_SECRET });
    expect(sessionCookieName()).toBe("__Secure-next-auth.session-token");
    expect(await read(`a=b; __Secure-next-auth.session-token=${value}`)).toEqual(claims);
    expect(await read(`next-auth.session-token=${value}`)).toBeNull();
    expect(accountCookie("x")).toMatch(/; Secure$/);
  });

  it("takes no cookie that has expired, or lacks what is asked of it", async () => {
    const secret = env().AUTH_SECRET;
    const expired = await encode({ token: claims, secret, maxAge: -60 });
    const empty = await encode({ token: { sub: claims.sub }, secret });
    for (const value of [expired, empty, "", "x", "a.b.c.d.e"]) {
      expect(await read(`__Secure-next-auth.session-token=${value}`)).toBeNull();
    }
  });

  it("knows its own origin behind a proxy that ends TLS", () => {
    const headers = new Headers({ host: "127.0.0.1:3000", origin: "https://hub.example.com" });
    expect(() => requireSameOrigin({ method: "POST", headers })).not.toThrow();
    headers.set("origin", "https://hub.example.com.evil.example");
    expect(() => requireSameOrigin({ method: "POST", headers })).toThrow("another site");
  });
});

describe("parseCookies", () => {
  it("reads names and values, the first of a name, and survives what is none", () => {
    const cookies = parseCookies('a=1; b=%20x; a=2; =; ; c; d=%zz; __proto__=y; e="q"');
    expect(Object.fromEntries(cookies)).toEqual(
      Object.fromEntries([
        ["a", "1"],
        ["b", " x"],
        ["d", "%zz"],
        ["__proto__", "y"],
        ["e", '"q"'],
      ]),
    );
    expect(parseCookies(null).size).toBe(0);
  });
});
