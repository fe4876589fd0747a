/**
 * Whether the database, or the pooler before it, cannot be had at the moment: connections that are refused or were lost
 * (PostgreSQL's class 08, which PgBouncer's refusals are too), a server that stops or starts (57P), one that is out of
 * room or connections (53), and one that is being replaced and only reads (25006).
 */
export function isDatabaseAway(thrown: unknown): boolean {
  return errorCodes(thrown).some((code) => /^(08|57P|53|25006|CONNECT|ECONN)/.test(code));
}

/** The codes of an error and of all that caused it. */
export function errorCodes(thrown: unknown): string[] {
  const codes: string[] = [];
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") codes.push(error.code);
  }
  return codes;
}
