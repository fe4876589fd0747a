const here = "http://hub.invalid";

/**
 * An address within this hub, to go on to after signing in; `/` for anything else. Read as browsers read it, which take
 * `//elsewhere`, `/\elsewhere` and a line break after the first slash as ways out.
 */
export function ownPath(address: string | null | undefined): string {
  const url = address?.startsWith("/") ? URL.parse(address, here) : null;
  return url?.origin === here ? url.pathname + url.search + url.hash : "/";
}
