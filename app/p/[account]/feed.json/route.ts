import { feedRoute } from "#app/p/_feeds/feed-route.ts";
import { readFeed } from "#domain/publications/read-feed.ts";

export const GET = feedRoute("An account's latest posts as JSON Feed 1.0", "application/feed+json", (db, account) =>
  readFeed(db, account, "json"),
);
