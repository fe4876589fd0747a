import type { Database } from "#db/client.ts";
import { buildFeed, clean, type FeedKind, feedLength } from "#domain/publications/build-feed.ts";
import { postPath } from "#domain/publications/post-path.ts";
import { listPublicationAddresses, listPublications } from "#domain/publications/public-posts.ts";
import { HubError } from "#lib/errors.ts";
import { absoluteUrl } from "#lib/http/links.ts";

const sitemapLength = 50_000;

/** The account's latest posts in one of the formats of feeds. @throws HubError NOT_FOUND when there is no such account */
export async function readFeed(db: Database, accountSlug: string, kind: FeedKind): Promise<string> {
  const found = await listPublications(db, accountSlug, feedLength);
  if (!found) throw noSuchPage();
  return buildFeed(kind, found.account, found.posts);
}

/** Every post of the account, as sitemaps.org has it. @throws HubError NOT_FOUND */
export async function readSitemap(db: Database, accountSlug: string): Promise<string> {
  if (!(await listPublications(db, accountSlug, 1))) throw noSuchPage();
  const posts = await listPublicationAddresses(db, accountSlug, sitemapLength);
  const urls = posts.map(
    ({ slug, publishedAt }) =>
      `<url><loc>${clean(absoluteUrl(postPath(accountSlug, slug)))}</loc><lastmod>${publishedAt.toISOString()}</lastmod></url>`,
  );
  const home = `<url><loc>${absoluteUrl(`/p/${accountSlug}`)}</loc></url>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${home}${urls.join("")}</urlset>\n`;
}

function noSuchPage(): HubError {
  return new HubError("NOT_FOUND", "There is nothing at this address");
}
