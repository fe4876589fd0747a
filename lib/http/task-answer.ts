import * as z from "zod";
import type { Profile } from "#lib/contract/access.ts";
import type { SeenVersion } from "#lib/contract/task.ts";
import type { TaskDetail } from "#lib/contract/task-detail.ts";
import { HubError } from "#lib/errors.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { json } from "#lib/http/route.ts";

export const taskParams = z.strictObject({
  id: z.string().max(200).meta({ description: "The task's id or number" }),
});

export const revisionNumber = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, "must be a revision's number")
  .transform(Number);

/** The whole task in the caller's profile, with the ETag that PATCH wants back. */
export function taskAnswer(task: TaskDetail, profile: Profile, status = 200): Response {
  return json(presenters[profile].task(task), { status, headers: { etag: `"${task.version}"` } });
}

/**
 * The versions that If-Match names (RFC 9110, section 13.1.1): one, several, or `*` for whatever is there. A weak ETag counts
 * as the strong one: proxies that compress answers weaken it on the way, and it names a version either way.
 * @throws HubError PRECONDITION_REQUIRED without one; PRECONDITION_FAILED for ETags that no task ever had.
 */
export function ifMatchVersion(request: Request): SeenVersion {
  const header = request.headers.get("if-match")?.trim();
  if (!header) {
    throw new HubError("PRECONDITION_REQUIRED", "Send If-Match with the ETag of the task that you read", {
      details: { field: "If-Match", reason: "is required, so that no edit overwrites another" },
    });
  }
  if (header === "*") return "any";
  const versions = header.split(",").flatMap((tag) => /^(?:W\/)?"(\d{1,9})"$/.exec(tag.trim())?.[1] ?? []);
  if (versions.length > 0) return versions.map(Number);
  throw new HubError("PRECONDITION_FAILED", "If-Match is not an ETag of this task", {
    details: { field: "If-Match", reason: 'must be the ETag as it was sent, in quotes: "3"' },
  });
}
