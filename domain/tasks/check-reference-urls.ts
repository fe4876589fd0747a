import type { NewTask } from "#domain/tasks/new-task.ts";
import { HubError } from "#lib/errors.ts";
import { guardedClient } from "#lib/net/guarded-client.ts";

/**
 * Refuses addresses that a worker would refuse to fetch, while the caller can still change them.
 * @throws HubError URL_NOT_ALLOWED naming the field
 */
export async function checkReferenceUrls(newTasks: NewTask[], pathOf = (_: number) => ""): Promise<void> {
  const checks = newTasks.flatMap((task, index) =>
    task.common.reference_urls.map((url, position) => check(url, `${pathOf(index)}reference_urls.${position}`)),
  );
  await Promise.all(checks);
}

async function check(url: string, field: string): Promise<void> {
  try {
    await guardedClient.checkUrlAllowed(url);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new HubError(error.code, `${field}: ${error.message}`, {
      details: { ...error.details, field, reason: error.message },
    });
  }
}
