import type { Database } from "#db/client.ts";
import { type ArtifactForm, type ReadableArtifact, toReadable } from "#domain/artifacts/read-artifact.ts";
import { findPublicFile } from "#domain/publications/public-posts.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { HubError } from "#lib/errors.ts";

/** A file that a live post shows, for anyone. @throws HubError NOT_FOUND, for a draft's file as for none */
export async function readPublicFile(
  db: Database,
  accountSlug: string,
  artifactId: string,
  form: ArtifactForm = "whole",
): Promise<ReadableArtifact> {
  const file = isUuid(artifactId) ? await findPublicFile(db, accountSlug, artifactId) : null;
  if (!file) throw new HubError("NOT_FOUND", "There is nothing at this address");
  return toReadable(file, form);
}
