import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { feedLinks } from "#app/p/_reading/feed-links.ts";
import { findPost } from "#app/p/_reading/find-post.ts";
import { JsonLd } from "#app/p/_reading/json-ld.tsx";
import { PublishedTime } from "#app/p/_reading/published-time.tsx";
import { Sources } from "#app/p/_reading/sources.tsx";
import styles from "#app/p/public.module.css";
import { presentPost, renderPost } from "#domain/publications/present-post.ts";

type Props = { params: Promise<{ account: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account, slug } = await params;
  const found = await findPost(account, slug);
  if (!found) notFound();
  const post = presentPost(found.account, found.post);
  const images = post.image ? [{ url: post.image.url, width: 1200, height: 630, alt: post.image.alt }] : [];
  const shared = { title: post.seoTitle, description: post.seoDescription };
  return {
    title: { absolute: `${post.seoTitle} · ${post.author}` },
    description: post.seoDescription,
    keywords: post.keywords,
    authors: [{ name: post.author }],
    alternates: { canonical: post.url, types: feedLinks(account, post.author) },
    openGraph: {
      ...shared,
      type: "article",
      url: post.url,
      siteName: post.author,
      publishedTime: post.publishedAt.toISOString(),
      modifiedTime: post.modifiedAt.toISOString(),
      tags: post.tags,
      images,
    },
    twitter: { ...shared, card: post.image ? "summary_large_image" : "summary", images: images.map(({ url }) => url) },
  };
}

export default async function PostPage({ params }: Props) {
  const { account, slug } = await params;
  const found = await findPost(account, slug);
  if (!found) notFound();
  const post = presentPost(found.account, found.post);
  return (
    <>
      <JsonLd post={post} />
      <header className={styles.masthead}>
        <Link href={`/p/${account}`}>{post.author}</Link>
      </header>
      <main className={styles.column}>
        <article lang={post.language} dir="auto">
          <h1 className={styles.title}>{post.title}</h1>
          {post.standfirst ? <p className={styles.standfirst}>{post.standfirst}</p> : null}
          <p className={styles.meta} lang="en">
            <span>By {post.author}</span>
            <PublishedTime at={post.publishedAt} />
            <span>{post.readingMinutes} min read</span>
          </p>
          {post.image ? <LeadImage image={post.image} /> : null}
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown */}
          <div className={styles.text} dangerouslySetInnerHTML={{ __html: renderPost(found.account, found.post) }} />
          <footer lang="en">
            {post.tags.length > 0 ? (
              <ul className={styles.tags} aria-label="Tags">
                {post.tags.map((tag) => (
                  <li key={tag}>{tag}</li>
                ))}
              </ul>
            ) : null}
            <Sources sources={post.sources} />
          </footer>
        </article>
      </main>
      <footer className={styles.colophon}>
        <Link href={`/p/${account}`}>All posts by {post.author}</Link>
        <a href={`/p/${account}/rss.xml`}>RSS</a>
      </footer>
    </>
  );
}

function LeadImage({ image }: { image: { url: string; alt: string; credit: string | null } }) {
  const path = new URL(image.url).pathname;
  return (
    <figure className={styles.lead}>
      {/* biome-ignore lint/performance/noImgElement: made in these very sizes, and stored under their hashes */}
      <img
        src={path}
        srcSet={`${path}?thumbnail=1 480w, ${path} 1200w`}
        sizes="(max-width: 45rem) 100vw, 45rem"
        alt={image.alt}
        width={1200}
        height={630}
        fetchPriority="high"
      />
      {image.credit ? <figcaption>{image.credit}</figcaption> : null}
    </figure>
  );
}
