import { ApiError, callApi } from "#lib/api-client.ts";

/** Signs in through next-auth's credentials callback. Null when it worked, otherwise what to show. */
export async function signIn(email: string, password: string): Promise<string | null> {
  const { csrfToken } = await callApi<{ csrfToken: string }>("/api/auth/csrf");
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true", callbackUrl: "/" }),
  });
  if (response.status === 429) return "Too many attempts. Wait a minute, then try again.";
  const answer = (await response.json().catch(() => ({}))) as { url?: string };
  const error = answer.url ? new URL(answer.url, window.location.href).searchParams.get("error") : null;
  if (response.ok && error === null) return null;
  return error && error !== "CredentialsSignin" ? error : "The email address or the password is wrong.";
}

export async function signOut(): Promise<void> {
  const { csrfToken } = await callApi<{ csrfToken: string }>("/api/auth/csrf");
  const response = await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true", callbackUrl: "/sign-in" }),
  });
  if (!response.ok) throw new ApiError("Signing out failed.", { code: "INTERNAL_ERROR", status: response.status });
}

export type SetUp = { token: string; name: string; email: string; password: string; account_name: string };

export function setUp(form: SetUp): Promise<unknown> {
  return callApi("/api/setup", { method: "POST", body: form });
}

export function acceptInvitation(form: { token: string; name: string; password: string }): Promise<{ email: string }> {
  return callApi("/api/invitations/accept", { method: "POST", body: form });
}

export function resetPassword(form: { token: string; password: string }): Promise<{ email: string }> {
  return callApi("/api/password-resets/complete", { method: "POST", body: form });
}

/** Asks for a link by mail; the answer does not tell whether anyone has the address. */
export function requestPasswordReset(form: { email: string }): Promise<unknown> {
  return callApi("/api/password-resets", { method: "POST", body: form });
}

/** @param token of a mail's link */
export function stopMails(token: string): Promise<unknown> {
  return callApi("/api/notifications/unsubscribe", { method: "POST", query: { token } });
}
