"use client";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import { goWhenSignedOut } from "./go-when-signed-out.ts";

/** Refusals are not tried again; what may pass by itself is, twice. */
function shouldRetry(failures: number, error: Error): boolean {
  const passing = !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 500;
  return passing && failures < 2;
}

/** Milliseconds: as long as the hub says, or a second and then two. */
function retryDelay(failures: number, error: Error): number {
  return 1000 * ((error instanceof ApiError && error.retryAfter) || 2 ** failures);
}

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: shouldRetry, retryDelay, staleTime: 10_000 } },
        // Only what is read: what somebody has typed is not to go with a refused click.
        queryCache: new QueryCache({ onError: goWhenSignedOut }),
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
