import { callApi } from "#lib/api-client.ts";
import type { Role, Scope } from "#lib/contract/access.ts";

type AccountChoice = { id: string; name: string; slug: string; role: Role };

export type Session = {
  user: { id: string; name: string; email: string };
  account: AccountChoice & { scopes: Scope[] };
  accounts: AccountChoice[];
};

export function chooseAccount(accountId: string): Promise<unknown> {
  return callApi("/api/session/account", { method: "PUT", body: { account_id: accountId } });
}

export function signOutEverywhere(): Promise<unknown> {
  return callApi("/api/session/sign-out-everywhere", { method: "POST", body: {} });
}

/** Ends every session of the person's, this one too. */
export function changePassword(form: { current_password: string; password: string }): Promise<unknown> {
  return callApi("/api/session/password", { method: "PUT", body: form });
}
