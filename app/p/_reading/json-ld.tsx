import type { PresentedPost } from "#domain/publications/present-post.ts";

/** What search engines read (schema.org/BlogPosting). */
export function JsonLd({ post }: { post: PresentedPost }) {
  const organization = { "@type": "Organization", name: post.author };
  const document = {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    mainEntityOfPage: post.url,
    headline: post.title,
    description: post.seoDescription,
    datePublished: post.publishedAt.toISOString(),
    dateModified: post.modifiedAt.toISOString(),
    inLanguage: post.language,
    keywords: [...post.keywords, ...post.tags],
    author: organization,
    publisher: organization,
    ...(post.image ? { image: post.image.url } : {}),
    citation: post.sources.map(({ title, url }) => ({ "@type": "CreativeWork", name: title, ...(url ? { url } : {}) })),
  };
  // The one sequence that could end the element early.
  const text = JSON.stringify(document).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON that cannot contain markup, see above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
