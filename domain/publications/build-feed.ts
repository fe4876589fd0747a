import { Feed } from "feed";
import { presentPost, renderPost } from "#domain/publications/present-post.ts";
import type { PublicAccount, PublicPost } from "#domain/publications/public-posts.ts";
import { absoluteUrl } from "#lib/http/links.ts";

/** Posts that a feed carries, the newest. */
export const feedLength = 30;

export const feedNames = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

/** One feed for RSS 2.0, Atom 1.0 and JSON Feed, with whole posts; an entry keeps its id and date when it is edited. */
export function buildFeed(account: PublicAccount, posts: PublicPost[]): Feed {
  const home = absoluteUrl(`/p/${account.slug}`);
  const newest = Math.max(0, ...posts.map(({ publishedAt }) => publishedAt.getTime()));
  const feed = new Feed({
    id: home,
    link: home,
    title: clean(account.name),
    description: clean(`Posts by ${account.name}`),
    generator: "Oversight Hub",
    updated: new Date(newest),
    feedLinks: Object.fromEntries(Object.entries(feedNames).map(([kind, name]) => [kind, `${home}/${name}`])),
  });
  for (const post of posts) {
    const shown = presentPost(account, post);
    feed.addItem({
      id: shown.url,
      link: shown.url,
      title: clean(shown.title),
      description: clean(shown.excerpt),
      content: clean(renderPost(account, post, { forFeed: true })),
      author: [{ name: clean(shown.author) }],
      category: shown.tags.map((tag) => ({ name: clean(tag) })),
      published: shown.publishedAt,
      date: shown.modifiedAt,
      ...(shown.image ? { image: shown.image.url } : {}),
    });
  }
  return feed;
}

/** XML 1.0 cannot carry most control characters, not even escaped. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "");
}
