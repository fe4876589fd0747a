import { ApiError } from "#lib/api-client.ts";

/** What the server says of fields, by their paths. Empty when it refused for another reason. */
export function errorsByPath(error: unknown): Map<string, string> {
  if (!(error instanceof ApiError)) return new Map();
  const { issues, field, reason } = error.details;
  const placed = issues ?? (field ? [{ path: field, message: reason ?? error.message }] : []);
  return new Map(placed.map(({ path, message }) => [path, sentence(message)]));
}

export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
