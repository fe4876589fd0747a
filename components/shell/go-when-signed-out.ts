import { ApiError } from "#lib/api-client.ts";

/** A session that has ended ends on the screen too: what it showed is no longer this browser's to show. */
export function goWhenSignedOut(error: unknown): void {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
