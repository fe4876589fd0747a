const filePath = /^\/api\/tasks\/[^/]+\/artifacts\/[^/]+$/;

/**
 * The address of one of the hub's files under the name by which the hub is open now: frames, captions and scripts may
 * read only there. Null for any other address.
 */
export function ownFile(address: string | null | undefined): string | null {
  const url = address ? URL.parse(address, "http://hub.invalid") : null;
  return url && filePath.test(url.pathname) ? url.pathname + url.search : null;
}
