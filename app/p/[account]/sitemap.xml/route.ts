import { feedRoute } from "#app/p/_feeds/feed-route.ts";
import { readSitemap } from "#domain/publications/read-feed.ts";

export const GET = feedRoute("Addresses of an account's posts, for search engines", "application/xml", readSitemap);
