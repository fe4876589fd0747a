import type { BlogPostResult } from "./read-result.ts";

/** How a search engine would list it, with the room that is left. */
export function SearchPreview({ post }: { post: BlogPostResult }) {
  if (!post.seoTitle && !post.seoDescription) return null;
  return (
    <section aria-label="In search results" className="mt-8 border-t border-line pt-4 font-sans text-body">
      <h3 className="mb-2">In search results</h3>
      <p className="text-title text-accent">{post.seoTitle}</p>
      <p className="text-ink-soft">{post.seoDescription}</p>
      <p className="tabular mt-2 text-small text-ink-faint">
        Title {post.seoTitle.length} of 60, description {post.seoDescription.length} of 160 characters
      </p>
    </section>
  );
}
