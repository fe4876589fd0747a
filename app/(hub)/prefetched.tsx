import { setTimeout as sleep } from "node:timers/promises";
import { type DehydratedState, dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { sendCallsBy } from "#lib/api-client.ts";
import { askWithin } from "#lib/http/within.ts";
import { liveFrom } from "./live-from.ts";

/** A page waits this long for its data; what comes later, or fails, the browser asks for itself. */
const patienceMs = 250;

// As whoever looks at the page: their cookies, their rights, their share of the rate limit.
sendCallsBy(async (path, init) => {
  const sent = new Headers(init.headers);
  for (const [name, value] of await headers()) if (!sent.has(name) && forwarded.has(name)) sent.set(name, value);
  return askWithin(new Request(new URL(path, "http://within.invalid"), { headers: sent }));
});
const forwarded = new Set(["cookie", "x-hub-client-address"]);

type Load = (client: QueryClient) => Promise<unknown>[];

/** The answers that came in time, for the browser's cache. */
export async function prefetch(load: Load): Promise<DehydratedState> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const loaded = liveFrom().then(() => Promise.allSettled(load(client)));
  await Promise.race([loaded, sleep(patienceMs)]);
  return dehydrate(client);
}

/** Lays out a screen with the answers to its first questions in it, so that the first paint has content. */
export async function Prefetched({ load, children }: { load: Load; children: ReactNode }) {
  return <HydrationBoundary state={await prefetch(load)}>{children}</HydrationBoundary>;
}
