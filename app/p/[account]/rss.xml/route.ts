import { feedRoute } from "#app/p/_feeds/feed-route.ts";
import { readFeed } from "#domain/publications/read-feed.ts";

export const GET = feedRoute("An account's latest posts as RSS 2.0", "application/rss+xml", (db, account) =>
  readFeed(db, account, "rss"),
);
