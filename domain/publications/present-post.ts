import { languageTag } from "#domain/publications/language-tag.ts";
import { postPath } from "#domain/publications/post-path.ts";
import type { PublicAccount, PublicPost } from "#domain/publications/public-posts.ts";
import type { Json } from "#lib/contract/json.ts";
import { absoluteUrl } from "#lib/http/links.ts";
import { renderMarkdown } from "#lib/markdown/render-markdown.ts";
import { blogPostResult } from "#task-types/blog-post/read-result.ts";
import type { Citation } from "#task-types/quality/finding.ts";
import { beginsWith } from "#task-types/view-parts/begins-with.ts";

/** A post as pages and feeds show it; every address is absolute. */
export type PresentedPost = {
  url: string;
  path: string;
  title: string;
  excerpt: string;
  /** The excerpt as it stands above the text; null where the text begins with the same words. */
  standfirst: string | null;
  seoTitle: string;
  seoDescription: string;
  keywords: string[];
  tags: string[];
  author: string;
  /** BCP 47. */
  language: string;
  readingMinutes: number;
  image: { url: string; alt: string; credit: string | null } | null;
  sources: Citation[];
  /** When it first appeared. */
  publishedAt: Date;
  /** When the revision that is live went live. */
  modifiedAt: Date;
};

const wordsPerMinute = 230;

export function presentPost(account: PublicAccount, post: PublicPost): PresentedPost {
  const { result } = post;
  const read = blogPostResult(result);
  const path = postPath(account.slug, post.slug);
  const imageId = /^artifact:([0-9a-f-]{36})$/.exec(read.imageUrl ?? "")?.[1];
  return {
    url: absoluteUrl(path),
    path,
    title: post.title,
    excerpt: read.excerpt,
    standfirst: read.excerpt && !beginsWith(post.content, read.excerpt) ? read.excerpt : null,
    seoTitle: read.seoTitle || post.title,
    seoDescription: read.seoDescription || read.excerpt,
    keywords: strings(result.seo_keywords),
    tags: strings(result.tags),
    author: account.name,
    language: languageTag(post.language) ?? "en",
    readingMinutes: read.readingMinutes ?? Math.max(1, Math.round(post.content.split(/\s+/).length / wordsPerMinute)),
    image: imageId
      ? { url: absoluteUrl(filePath(account, imageId)), alt: read.imageAlt, credit: read.imageCredit }
      : null,
    sources: read.citations,
    publishedAt: post.firstPublishedAt,
    modifiedAt: post.publishedAt,
  };
}

/**
 * The post's text as HTML. On the page files are named by path, for they must come from wherever the page came from; in
 * feeds by address, and links to sources lead to the page.
 */
export function renderPost(account: PublicAccount, post: PublicPost, { forFeed = false } = {}): string {
  const { sources, url } = presentPost(account, post);
  return renderMarkdown(post.content, {
    title: post.title,
    resolveFile: (id) => (forFeed ? absoluteUrl(filePath(account, id)) : filePath(account, id)),
    citations: sources.map(({ number }) => number),
    ...(forFeed ? { citationHref: (number: number) => `${url}#source-${number}` } : {}),
  });
}

function filePath(account: PublicAccount, artifactId: string): string {
  return `/p/${account.slug}/files/${artifactId}`;
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.flatMap((item) => (typeof item === "string" && item ? [item] : [])) : [];
}
