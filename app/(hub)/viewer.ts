import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getDb } from "#db/client.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { describeSession } from "#domain/auth/describe-session.ts";
import { HubError } from "#lib/errors.ts";
import type { Session } from "#lib/queries/session.ts";

/** Who looks at this page; without a session the way leads to the sign-in page and back. */
export async function requireViewer(): Promise<Session> {
  const sent = await headers();
  const db = getDb();
  const actor = await authenticate(
    db,
    { method: "GET", headers: new Headers(sent) },
    { clientIp: null, requestId: null },
  ).catch((error: unknown) => {
    if (error instanceof HubError && error.status < 500) return null;
    throw error;
  });
  if (actor?.type !== "user") redirect("/sign-in");
  return describeSession({ db, actor, requestId: null });
}
