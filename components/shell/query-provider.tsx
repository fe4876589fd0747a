"use client";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError } from "#lib/api-client.ts";
import { goWhenSignedOut } from "./go-when-signed-out.ts";

/** Refusals are not tried again; what may pass by itself is, twice. */
function shouldRetry(failures: number, error: Error): boolean {
  const passing = !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
  return passing && failures < 2;
}

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: shouldRetry, staleTime: 10_000 } },
        // Only what is read: what somebody has typed is not to go with a refused click.
        queryCache: new QueryCache({ onError: goWhenSignedOut }),
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
