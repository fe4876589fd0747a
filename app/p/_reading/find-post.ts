import { cache } from "react";
import { getDb } from "#db/client.ts";
import { findPublication, listPublications } from "#domain/publications/public-posts.ts";

/** Posts of one page of the index: the newest; the feeds and the sitemap have the rest. */
const indexLength = 100;

/** Once for each request, though both the head and the body of the page ask. */
export const findPost = cache((account: string, slug: string) => findPublication(getDb(), account, slug));
export const findPosts = cache((account: string) => listPublications(getDb(), account, indexLength));
