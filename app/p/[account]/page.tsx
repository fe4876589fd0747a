import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { feedLinks } from "#app/p/_reading/feed-links.ts";
import { findPosts } from "#app/p/_reading/find-post.ts";
import { PublishedTime } from "#app/p/_reading/published-time.tsx";
import styles from "#app/p/public.module.css";
import { presentPost } from "#domain/publications/present-post.ts";
import { absoluteUrl } from "#lib/http/links.ts";

type Props = { params: Promise<{ account: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = await params;
  const found = await findPosts(account);
  if (!found) notFound();
  const { name } = found.account;
  const url = absoluteUrl(`/p/${account}`);
  const description = `Posts by ${name}`;
  return {
    title: { absolute: name },
    description,
    alternates: { canonical: url, types: feedLinks(account, name) },
    openGraph: { type: "website", url, title: name, description },
  };
}

export default async function PostsPage({ params }: Props) {
  const { account } = await params;
  const found = await findPosts(account);
  if (!found) notFound();
  const posts = found.posts.map((post) => presentPost(found.account, post));
  return (
    <>
      <main className={styles.column}>
        <h1 className={styles.title}>{found.account.name}</h1>
        {posts.length === 0 ? <p className={styles.standfirst}>Nothing has been published here yet.</p> : null}
        <ol className={styles.posts}>
          {posts.map((post) => (
            <li key={post.path} lang={post.language}>
              <h2>
                <Link href={post.path}>{post.title}</Link>
              </h2>
              {post.excerpt ? <p>{post.excerpt}</p> : null}
              <p className={styles.meta} lang="en">
                <PublishedTime at={post.publishedAt} />
                <span>{post.readingMinutes} min read</span>
              </p>
            </li>
          ))}
        </ol>
      </main>
      <footer className={styles.colophon}>
        <a href={`/p/${account}/rss.xml`}>RSS</a>
        <a href={`/p/${account}/atom.xml`}>Atom</a>
        <a href={`/p/${account}/feed.json`}>JSON Feed</a>
      </footer>
    </>
  );
}
