import { usesSecureCookies } from "#lib/auth/session-cookie.ts";

/** The account that the person chose in the switcher. It grants nothing: memberships decide at every request. */
export const accountCookieName = "hub_account";

/** A `Set-Cookie` value that remembers the chosen account for a year. */
export function accountCookie(accountId: string): string {
  const secure = usesSecureCookies() ? "; Secure" : "";
  return `${accountCookieName}=${accountId}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`;
}
