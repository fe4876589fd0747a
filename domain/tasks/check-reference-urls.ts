import type { NewTask } from "#domain/tasks/new-task.ts";
import { HubError } from "#lib/errors.ts";
import { isOwnAddress } from "#lib/http/links.ts";
import { guardedClient } from "#lib/net/guarded-client.ts";
import { isInline } from "#task-types/inline-file.ts";

/**
 * Refuses addresses that a worker would refuse to fetch, while the caller can still change them.
 * @throws HubError URL_NOT_ALLOWED naming the field
 */
export async function checkReferenceUrls(newTasks: NewTask[], pathOf = (_: number) => ""): Promise<void> {
  const checks = newTasks.flatMap((task, index) => [
    ...task.common.reference_urls.map((url, position) => check(url, `${pathOf(index)}reference_urls.${position}`)),
    ...addressesOf(task).map(({ url, path }) => check(url, pathOf(index) + path)),
  ]);
  await Promise.all(checks);
}

/** Files of this hub are read from its store and need no leave. */
function addressesOf({ taskType, request }: NewTask) {
  const addresses = request ? (taskType.addresses?.(request) ?? []) : [];
  return addresses.filter(({ url }) => !isOwnAddress(url) && !isInline(url));
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
