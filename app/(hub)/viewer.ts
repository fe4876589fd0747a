import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getDb } from "#db/client.ts";
import { hasUsers } from "#domain/accounts/has-users.ts";
import { authenticate } from "#domain/auth/authenticate.ts";
import { describeSession } from "#domain/auth/describe-session.ts";
import { HubError } from "#lib/errors.ts";
import { ownPath } from "#lib/own-path.ts";
import type { Session } from "#lib/queries/session.ts";

/** Who looks at this page; without a session the way leads to the sign-in page and back, or to the set-up. */
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
  if (actor?.type === "user") return describeSession({ db, actor, requestId: null });
  if (!(await hasUsers(db))) redirect("/setup");
  const next = ownPath(sent.get("x-page-path")?.replace(/[?&]_rsc=[^&]*/, ""));
  redirect(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
}
