import type { Database } from "#db/client.ts";
import { poolOf } from "#db/pool-of.ts";
import type { JsonObject } from "#lib/contract/json.ts";

/** One live post, as anyone may read it. */
export type PublicPost = {
  slug: string;
  title: string;
  /** Markdown of the published revision, files as `artifact:{id}`. */
  content: string;
  result: JsonObject;
  language: string;
  publishedAt: Date;
  firstPublishedAt: Date;
};

export type PublicAccount = { name: string; slug: string };

type PostRow = Omit<PublicPost, "publishedAt" | "firstPublishedAt"> & {
  accountName: string;
  accountSlug: string;
  publishedAt: string;
  firstPublishedAt: string;
};

/**
 * Readers have no account, so each of these statements enters the one whose name stands in the address, for itself alone
 * (`set_config` with is_local, outside of a transaction), and row-level security keeps it there. The condition on the
 * setting is a one-time filter above the scans, so it is set before the first policy is asked. What they read is live
 * publications and the one revision of each that is live, nothing else.
 */
const accountScope = `with scope as materialized (
  select id, name, slug, set_config('hub.account_id', id::text, true) as entered from accounts where slug = $1
)`;
const inScope = "(select entered from scope) is not null";

const livePosts = `${accountScope}
select s.name as "accountName", s.slug as "accountSlug", p.slug, p.title, coalesce(r.content, '') as content, r.result,
  t.language, p.published_at::text as "publishedAt", p.first_published_at::text as "firstPublishedAt"
from scope s
join publications p on p.account_id = s.id and p.withdrawn_at is null
join revisions r on r.account_id = s.id and r.task_uid = p.task_uid and r.number = p.revision and r.sha256 = p.sha256
join tasks t on t.account_id = s.id and t.uid = p.task_uid
where ${inScope}`;

const oneLivePost = `${livePosts} and p.slug = $2`;
const latestLivePosts = `${livePosts} order by p.first_published_at desc, p.id desc limit $2`;

const liveAddresses = `${accountScope}
select p.slug, p.published_at::text as "publishedAt"
from scope s
join publications p on p.account_id = s.id and p.withdrawn_at is null
where ${inScope} order by p.first_published_at desc, p.id desc limit $2`;

const liveFile = `${accountScope}
select a.sha256, a.thumbnail_sha256 as "thumbnailSha256", a.content_type as "contentType", a.size::int as size, a.name
from scope s
join artifacts a on a.account_id = s.id and a.id = $2
join publications p on p.account_id = s.id and p.task_uid = a.task_uid and p.withdrawn_at is null
join revisions r on r.account_id = s.id and r.task_uid = p.task_uid and r.number = p.revision and r.sha256 = p.sha256
where ${inScope} and strpos(coalesce(r.content, '') || r.result::text, 'artifact:' || a.id::text) > 0`;

/** The live post at `/p/{accountSlug}/{slug}`, with the account's name; null when there is none. */
export async function findPublication(
  db: Database,
  accountSlug: string,
  slug: string,
): Promise<{ account: PublicAccount; post: PublicPost } | null> {
  const [row] = await poolOf(db).unsafe<PostRow[]>(oneLivePost, [accountSlug, slug], { prepare: true });
  return row ? { account: { name: row.accountName, slug: row.accountSlug }, post: toPost(row) } : null;
}

/** The account's live posts, the newest first; null when there is no such account. */
export async function listPublications(
  db: Database,
  accountSlug: string,
  limit: number,
): Promise<{ account: PublicAccount; posts: PublicPost[] } | null> {
  const rows = await poolOf(db).unsafe<PostRow[]>(latestLivePosts, [accountSlug, limit], { prepare: true });
  const [first] = rows;
  if (first) return { account: { name: first.accountName, slug: first.accountSlug }, posts: rows.map(toPost) };
  const [account] = await poolOf(db).unsafe<PublicAccount[]>("select name, slug from accounts where slug = $1", [
    accountSlug,
  ]);
  return account ? { account, posts: [] } : null;
}

/** Where the account's live posts are, the newest first, without reading them; for the sitemap. */
export async function listPublicationAddresses(
  db: Database,
  accountSlug: string,
  limit: number,
): Promise<{ slug: string; publishedAt: Date }[]> {
  type Row = { slug: string; publishedAt: string };
  const rows = await poolOf(db).unsafe<Row[]>(liveAddresses, [accountSlug, limit], { prepare: true });
  return rows.map(({ slug, publishedAt }) => ({ slug, publishedAt: new Date(publishedAt) }));
}

export type PublicFile = {
  sha256: string;
  thumbnailSha256: string | null;
  contentType: string;
  size: number;
  name: string;
};

/** A file that a live post shows: one that its live revision names, and no other of the task's. */
export async function findPublicFile(
  db: Database,
  accountSlug: string,
  artifactId: string,
): Promise<PublicFile | null> {
  const [row] = await poolOf(db).unsafe<PublicFile[]>(liveFile, [accountSlug, artifactId], { prepare: true });
  return row ?? null;
}

function toPost(row: PostRow): PublicPost {
  const { accountName: _, accountSlug: __, ...post } = row;
  return { ...post, publishedAt: new Date(row.publishedAt), firstPublishedAt: new Date(row.firstPublishedAt) };
}
