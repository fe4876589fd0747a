/** `/p/acme/how-tides-shape-estuaries`; the presenter makes it absolute. */
export function postPath(accountSlug: string, slug: string): string {
  return `/p/${accountSlug}/${slug}`;
}
