/** Names one thing among a person's own. Without `crypto.randomUUID`, which plain http in a local network does not have. */
export function newKey(kind: string): string {
  return `${kind}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
