import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { AuditPage, ChainCheck } from "#lib/contract/audit.ts";
import type { ModelsAnswer } from "#lib/contract/models.ts";
import type { Limits, Policies, Policy } from "#lib/contract/policies.ts";
import type { Price } from "#lib/models/price.ts";

export type PolicyChange = Partial<Pick<Policy, "requires_approval" | "approvals_needed" | "allow_own_approval">>;

export function policiesQuery() {
  return queryOptions({
    queryKey: ["policies"],
    queryFn: ({ signal }) => callApi<Policies>("/api/policies", { signal }),
  });
}

export function setPolicies(change: {
  policy?: { task_type: string } & PolicyChange;
  limits?: Partial<Limits>;
}): Promise<Policies> {
  return callApi("/api/policies", { method: "PUT", body: change });
}

export type Models = ModelsAnswer;

export const modelTiers = ["fast", "balanced", "quality"] as const;
export type ModelTier = (typeof modelTiers)[number];

export function modelsQuery() {
  return queryOptions({
    queryKey: ["models"],
    queryFn: ({ signal }) => callApi<Models>("/api/models", { signal }),
    staleTime: 60_000,
  });
}

/** Servers of models come and go: the page of models asks again while it is open, and each time workers look anew. */
export const modelsWatchedMs = 5_000;

export type ModelTest = { ok: boolean; model: string; seconds: number; message: string };

/** One tiny call, made by a worker; it may take as long as a local model takes to load. */
export function testModel(model: string): Promise<ModelTest> {
  return callApi("/api/models/test", { method: "POST", body: { model } });
}

export type ModelChange = Partial<Pick<Models, "allow_substitution" | "model_aliases" | "model_tiers">> & {
  /** By model id; null goes back to the list's price. */
  model_prices?: Record<string, Price | null>;
};

export function setModels(change: ModelChange): Promise<Models> {
  return callApi("/api/models", { method: "PUT", body: change });
}

export type AuditFilters = { action?: string; target_id?: string };

export function auditQuery(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ["audit", filters],
    queryFn: ({ pageParam, signal }) => readAudit(filters, pageParam, 100, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next_before,
  });
}

/** @param before entries older than this id; the latest when null */
export function readAudit(filters: AuditFilters, before: number | null, limit: number, signal?: AbortSignal) {
  return callApi<AuditPage>("/api/audit", { query: { ...filters, before, limit }, signal });
}

export function checkAudit(): Promise<ChainCheck> {
  return callApi("/api/audit/check");
}
