import { jwtDecrypt } from "jose";
import * as z from "zod";
import { derivedKey } from "#lib/auth/derived-key.ts";
import { env } from "#lib/env.ts";

/** What the hub puts into next-auth's session token. */
const claimsSchema = z.object({ sub: z.uuid(), sv: z.int() });
export type SessionClaims = z.output<typeof claimsSchema>;

/** Cookies are marked secure where the hub is known to be reached over https. */
export function usesSecureCookies(): boolean {
  return env().PUBLIC_URL?.startsWith("https://") ?? false;
}

export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

/**
 * Who the browser's session belongs to; null without one, or with one that is expired, forged or of another hub on the
 * same host. Done here and not by next-auth's `getToken`, which needs Next's request and derives the key every time.
 */
export async function readSessionCookie(cookies: ReadonlyMap<string, string>): Promise<SessionClaims | null> {
  const token = wholeValue(cookies, sessionCookieName());
  if (!token) return null;
  try {
    // The purpose is next-auth v4's own (its jwt/index.js); "dir" and A256GCM are what it writes.
    const { payload } = await jwtDecrypt(token, derivedKey("NextAuth.js Generated Encryption Key"), {
      clockTolerance: 15,
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return claimsSchema.parse(payload);
  } catch {
    return null;
  }
}

/** next-auth splits a value of more than 4 KB into `name.0`, `name.1`, … */
function wholeValue(cookies: ReadonlyMap<string, string>, name: string): string | null {
  const whole = cookies.get(name);
  if (whole) return whole;
  let value = "";
  for (let i = 0; cookies.has(`${name}.${i}`); i++) value += cookies.get(`${name}.${i}`);
  return value || null;
}
