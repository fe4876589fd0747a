import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { Profile, Role, Scope } from "#lib/contract/access.ts";
import type { KeyResponse } from "#lib/contract/key-response.ts";
import type { Member } from "#lib/contract/member.ts";

export function membersQuery() {
  return queryOptions({
    queryKey: ["members"],
    queryFn: async ({ signal }) => (await callApi<{ members: Member[] }>("/api/members", { signal })).members,
    staleTime: 5 * 60_000,
  });
}

/** The answer carries the link that the new member opens; it is shown once. */
export function inviteMember(form: {
  email: string;
  role: Role;
}): Promise<{ invitation_url: string; mailed: boolean }> {
  return callApi("/api/members/invite", { method: "POST", body: form });
}

export function changeRole(id: string, role: Role): Promise<Member> {
  return callApi(`/api/members/${encodeURIComponent(id)}`, { method: "PATCH", body: { role } });
}

export function removeMember(id: string): Promise<void> {
  return callApi(`/api/members/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/** The answer carries the link by which the member sets a new password; it is shown once. */
export function makeResetLink(id: string): Promise<{ reset_url: string; expires_at: string; mailed: boolean }> {
  return callApi(`/api/members/${encodeURIComponent(id)}/reset-link`, { method: "POST", body: {} });
}

export type NewKey = { name: string; scopes: Scope[]; profile?: Profile; expires_at?: string };

export function keysQuery() {
  return queryOptions({
    queryKey: ["keys"],
    queryFn: async ({ signal }) => (await callApi<{ keys: KeyResponse[] }>("/api/keys", { signal })).keys,
  });
}

export function createKey(form: NewKey): Promise<KeyResponse & { key: string }> {
  return callApi("/api/keys", { method: "POST", body: form });
}

export function revokeKey(id: string): Promise<void> {
  return callApi(`/api/keys/${encodeURIComponent(id)}`, { method: "DELETE" });
}
