import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { findSessionUser } from "#domain/auth/find-session-user.ts";
import { handleNextAuth } from "#domain/auth/handle-next-auth.ts";
import { nextAuthOptions } from "#domain/auth/next-auth-options.ts";
import { holdAttemptWindow, insertTestAccount, insertTestUser, testPassword } from "#domain/auth/testing.ts";

let test: TestDatabase;
let ada: { id: string; email: string };
beforeAll(async () => {
  test = await createTestDatabase();
  ada = await insertTestUser(test.db, "ada@example.com");
  await insertTestAccount(test.db, "First", ada.id);
});
afterAll(() => test.close());
afterEach(() => void vi.useRealTimers());

/** A browser that keeps cookies, on a host of its own. */
function browser(host = "hub.example:4321", clientIp = "192.0.2.1") {
  const jar = new Map<string, string>();
  const send = async (path: string, form?: Record<string, string>) => {
    const headers = new Headers({ host, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") });
    // A client's forwarding headers count for nothing.
    headers.set("x-forwarded-host", "evil.example");
    const body = form ? new URLSearchParams(form) : undefined;
    const request = new Request(`http://localhost${path}`, { method: form ? "POST" : "GET", headers, body });
    const action = path.replace("/api/auth/", "").split("?")[0]?.split("/") ?? [];
    const response = await handleNextAuth(request, action, { db: test.db, clientIp });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) jar.set(name, value ?? "");
    }
    return { response, cookies: response.headers.getSetCookie() };
  };
  const signIn = async (password: string, email = ada.email) => {
    const { csrfToken } = await (await send("/api/auth/csrf")).response.json();
    return send("/api/auth/callback/credentials", { csrfToken, email, password, json: "true", callbackUrl: "/queue" });
  };
  const caller = () => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return authenticate(test.db, { method: "GET", headers: new Headers({ cookie }) }, { clientIp, requestId: null });
  };
  const person = (from = "same-origin") => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return findSessionUser(test.db, { method: "POST", headers: new Headers({ cookie, "sec-fetch-site": from }) });
  };
  return { send, signIn, caller, person, jar };
}

describe("next-auth", () => {
  it("signs in with a password, on whatever host the browser is, and the session is a caller", async () => {
    const { signIn, caller, send } = browser();
    const { response, cookies } = await signIn(testPassword);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: "http://hub.example:4321/queue" });
    const session = cookies.find((cookie) => cookie.startsWith("next-auth.session-token="));
    expect(session).toMatch(/HttpOnly/);
    expect(session).toMatch(/SameSite=Lax/);
    expect(session).not.toMatch(/Secure/);
    expect(await caller()).toMatchObject({ type: "user", id: ada.id });
    const described = await (await send("/api/auth/session")).response.json();
    expect(described).toMatchObject({ user: { id: ada.id, email: ada.email }, sessionVersion: 1 });
  });

  it("refuses a wrong password without saying more, and says when it was too often", async () => {
    holdAttemptWindow();
    const { signIn, caller } = browser("hub.example", "192.0.2.7");
    for (let attempt = 0; attempt < 5; attempt++) {
      const { response } = await signIn("wrong");
      expect(response.status).toBe(401);
      expect((await response.json()).url).toContain("error=CredentialsSignin");
    }
    const { url } = await (await signIn(testPassword)).response.json();
    expect(new URL(url).searchParams.get("error")).toMatch(/^Too many attempts; try again in \d+ minutes?$/);
    expect(await caller()).toBeNull();
  });

  it("does nothing without its CSRF token", async () => {
    const { send, caller } = browser();
    await send("/api/auth/callback/credentials", { email: ada.email, password: testPassword, json: "true" });
    expect(await caller()).toBeNull();
  });

  it("reads no more than a sign-in is large", async () => {
    const form = { email: ada.email, password: "x".repeat(20_000) };
    await expect(browser().send("/api/auth/callback/credentials", form)).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
    });
  });

  it("says who sits there, to its own pages alone and until they are signed out", async () => {
    const { signIn, person } = browser();
    expect(await person()).toBeNull();
    await signIn(testPassword);
    expect(await person()).toBe(ada.id);
    await expect(person("cross-site")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await test.owner`update users set session_version = session_version + 1 where id = ${ada.id}`;
    expect(await person()).toBeNull();
    await test.owner`update users set session_version = 1 where id = ${ada.id}`;
  });

  it("signs out", async () => {
    const { send, signIn, caller } = browser();
    await signIn(testPassword);
    const { csrfToken } = await (await send("/api/auth/csrf")).response.json();
    await send("/api/auth/signout", { csrfToken, json: "true" });
    expect(await caller()).toBeNull();
  });

  it("leads to the hub's own sign-in page, and to no other site", async () => {
    const { send } = browser();
    const { response } = await send("/api/auth/signin?callbackUrl=https://evil.example/");
    const location = new URL(response.headers.get("location") ?? "", "http://hub.example:4321");
    expect(location.pathname).toBe("/sign-in");
    expect(location.searchParams.get("callbackUrl")).not.toContain("evil");
  });

  it("offers only what is configured", async () => {
    const { send } = browser();
    expect(Object.keys(await (await send("/api/auth/providers")).response.json())).toEqual(["credentials"]);
  });
});

describe("a provider's word", () => {
  const callbacks = () => nextAuthOptions(test.db, null).callbacks;
  const account = { provider: "oidc", type: "oauth" as const, providerAccountId: "1" };
  const enters = (profile: object) => callbacks()?.signIn?.({ user: { id: "1" }, account, profile });

  it("opens an existing user by a verified address, and nothing else", async () => {
    expect(await enters({ email: "ADA@example.com", email_verified: true })).toBe(true);
    expect(await enters({ email: ada.email, email_verified: false })).toBe(false);
    expect(await enters({ email: ada.email })).toBe(false);
    expect(await enters({ email: "nobody@example.com", email_verified: true })).toBe(false);
    await test.owner`update users set disabled_at = now() where id = ${ada.id}`;
    expect(await enters({ email: ada.email, email_verified: true })).toBe(false);
    await test.owner`update users set disabled_at = null where id = ${ada.id}`;
  });

  it("becomes that user's session", async () => {
    const profile = { email: ada.email, email_verified: true };
    const token = await callbacks()?.jwt?.({ token: { sub: "1" }, user: { id: "1" }, account, profile });
    expect(token).toMatchObject({ sub: ada.id, sv: 1 });
  });
});
