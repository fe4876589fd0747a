import type { Json } from "#lib/contract/json.ts";

/** Signatures of stored files change from answer to answer and mean nothing. */
export function withoutSignatures(text: string): string {
  return text.replace(/(\/artifacts\/[0-9a-f-]{36})\?[^\s)"'<>\\]*/g, "$1");
}

/** Whether two values say the same, whatever the order of their names. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return spelled(a) === spelled(b);
}

function spelled(value: Json | undefined): string {
  const sorted = (_: string, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner;
  return withoutSignatures(JSON.stringify(value ?? null, sorted));
}
