import { Feed } from "feed";
import { type PresentedPost, presentPost, renderPost } from "#domain/publications/present-post.ts";
import type { PublicAccount, PublicPost } from "#domain/publications/public-posts.ts";
import { absoluteUrl } from "#lib/http/links.ts";

/** Posts that a feed carries, the newest. */
export const feedLength = 30;

/** The formats, and what each is called below the account's address. */
export const feedNames = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;
export type FeedKind = keyof typeof feedNames;

/** An account's posts as RSS 2.0, Atom 1.0 or JSON Feed 1.0, whole; an entry keeps its id and date when it is edited. */
export function buildFeed(kind: FeedKind, account: PublicAccount, posts: PublicPost[]): string {
  const home = absoluteUrl(`/p/${account.slug}`);
  const newest = Math.max(0, ...posts.map(({ publishedAt }) => publishedAt.getTime()));
  const feed = new Feed({
    id: home,
    link: home,
    title: plain(kind, account.name),
    description: plain(kind, `Posts by ${account.name}`),
    generator: "Oversight Hub",
    updated: new Date(newest),
    feedLinks: Object.fromEntries(Object.entries(feedNames).map(([name, file]) => [name, `${home}/${file}`])),
    // RSS knows authors by mail address only.
    ...(kind === "rss" ? {} : { author: { name: clean(account.name), link: home } }),
  });
  for (const post of posts) {
    const shown = presentPost(account, post);
    feed.addItem({
      id: shown.url,
      link: shown.url,
      title: plain(kind, shown.title),
      description: plain(kind, shown.excerpt),
      content: clean(leadImage(shown) + renderPost(account, post, { forFeed: true })),
      category: shown.tags.map((tag) => ({ name: clean(tag), term: clean(tag) })),
      published: shown.publishedAt,
      date: shown.modifiedAt,
      ...(kind === "json" && shown.image ? { image: shown.image.url } : {}),
    });
  }
  return { rss: () => feed.rss2(), atom: () => feed.atom1(), json: () => feed.json1() }[kind]();
}

/** XML 1.0 cannot carry most control characters, not even escaped. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "");
}

/** Titles and summaries are plain text in JSON Feed, and are read as HTML in the others. */
function plain(kind: FeedKind, text: string): string {
  return kind === "json" ? clean(text) : escapeHtml(clean(text));
}

function leadImage({ image }: PresentedPost): string {
  return image ? `<p><img src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt)}"></p>\n` : "";
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
