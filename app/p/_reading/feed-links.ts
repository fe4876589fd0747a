import { feedNames } from "#domain/publications/build-feed.ts";
import { absoluteUrl } from "#lib/http/links.ts";

/** The account's feeds, by which readers' programs find them on its pages. */
export function feedLinks(accountSlug: string, accountName: string) {
  const at = (name: string) => absoluteUrl(`/p/${accountSlug}/${name}`);
  return {
    "application/rss+xml": [{ url: at(feedNames.rss), title: `${accountName} (RSS)` }],
    "application/atom+xml": [{ url: at(feedNames.atom), title: `${accountName} (Atom)` }],
    "application/feed+json": [{ url: at(feedNames.json), title: `${accountName} (JSON Feed)` }],
  };
}
