import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { beginsWith } from "../view-parts/begins-with.ts";
import { SourceNotes } from "../view-parts/source-notes.tsx";
import { type BlogPostResult, blogPostResult } from "./read-result.ts";
import { SearchPreview } from "./search-preview.tsx";

const dateOf = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

/** The post as its published page shows it (app/p): headline, byline, picture, text, tags, sources. */
export function BlogPostView({ title, content, result, publisher, madeAt }: ResultViewProps) {
  const post = blogPostResult(result);
  const text = withoutHeadline(content ?? "", post.title || title);
  return (
    <article className="@container mx-auto max-w-170 font-serif text-[18px]">
      <header>
        <h2 className="text-[clamp(30px,7cqi,44px)] leading-[1.15] tracking-[-0.012em] text-balance">
          {post.title || title}
        </h2>
        {post.excerpt && !beginsWith(text, post.excerpt) ? (
          <p className="mt-4 text-[20px] leading-[30px] text-ink-soft">{post.excerpt}</p>
        ) : null}
        <p className="mt-5 flex flex-wrap gap-x-3 font-sans text-body text-ink-soft">
          <span>By {publisher}</span>
          {madeAt ? (
            <time dateTime={madeAt} suppressHydrationWarning>
              {dateOf.format(new Date(madeAt))}
            </time>
          ) : null}
          {post.readingMinutes ? <span>{post.readingMinutes} min read</span> : null}
        </p>
        {post.imageUrl ? <LeadImage post={post} src={post.imageUrl} /> : null}
      </header>
      <div className="prose prose-page mt-10" data-reading>
        <MarkdownView
          text={text}
          sources={new Set(post.citations.map((citation) => citation.number))}
          from={content === null ? undefined : content.length - text.length}
        />
      </div>
      {post.tags.length > 0 ? (
        <ul aria-label="Tags" className="mt-10 flex flex-wrap gap-2 font-sans text-small text-ink-soft">
          {post.tags.map((tag) => (
            <li key={tag} className="rounded-full border border-line px-2.5 py-1">
              {tag}
            </li>
          ))}
        </ul>
      ) : null}
      <SourceNotes citations={post.citations} label="Sources in the article" />
      <SearchPreview post={post} />
    </article>
  );
}

function LeadImage({ post, src }: { post: BlogPostResult; src: string }) {
  return (
    <figure className="mt-9 font-sans">
      {/* biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache */}
      <img
        src={src}
        alt={post.imageAlt}
        width={1200}
        height={630}
        className="aspect-[1200/630] w-full rounded-sm bg-sunken object-cover"
      />
      {post.imageCredit ? <figcaption className="mt-2 text-small text-ink-soft">{post.imageCredit}</figcaption> : null}
    </figure>
  );
}

/** The page has its headline; a first heading that repeats it is left out. */
function withoutHeadline(text: string, headline: string): string {
  const first = /^\s*#\s+(.+)\n+/.exec(text);
  return first?.[1]?.trim().toLowerCase() === headline.trim().toLowerCase() ? text.slice(first[0].length) : text;
}
