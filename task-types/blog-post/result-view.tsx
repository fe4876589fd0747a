import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { beginsWith } from "../view-parts/begins-with.ts";
import { SourceNotes } from "../view-parts/source-notes.tsx";
import { blogPostResult } from "./read-result.ts";
import { SearchPreview } from "./search-preview.tsx";

const dateOf = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

/** The post as its readers will meet it: picture, headline, byline, text, sources. */
export function BlogPostView({ title, content, result, publisher, madeAt }: ResultViewProps) {
  const post = blogPostResult(result);
  const text = withoutHeadline(content ?? "", post.title || title);
  return (
    <article className="mx-auto max-w-[68ch] font-serif text-[18px]">
      <header className="mb-8 font-sans">
        {post.imageUrl ? (
          <figure className="mb-8">
            {/* biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache */}
            <img
              src={post.imageUrl}
              alt={post.imageAlt}
              width={1200}
              height={630}
              className="aspect-[1200/630] w-full rounded-md bg-sunken object-cover"
            />
            {post.imageCredit ? (
              <figcaption className="mt-2 text-small text-ink-faint">{post.imageCredit}</figcaption>
            ) : null}
          </figure>
        ) : null}
        <h2 className="font-serif text-display text-balance">{post.title || title}</h2>
        {post.excerpt && !beginsWith(text, post.excerpt) ? (
          <p className="mt-3 font-serif text-title text-ink-soft text-pretty">{post.excerpt}</p>
        ) : null}
        <p className="mt-4 flex flex-wrap gap-x-3 text-body text-ink-faint">
          <span>{publisher}</span>
          {madeAt ? (
            <time dateTime={madeAt} suppressHydrationWarning>
              {dateOf.format(new Date(madeAt))}
            </time>
          ) : null}
          {post.readingMinutes ? <span>{post.readingMinutes} min read</span> : null}
        </p>
      </header>
      <div className="prose" data-reading>
        <MarkdownView
          text={text}
          sources={new Set(post.citations.map((citation) => citation.number))}
          from={content === null ? undefined : content.length - text.length}
        />
      </div>
      <SourceNotes citations={post.citations} label="Sources in the article" />
      <SearchPreview post={post} />
    </article>
  );
}

/** The page has its headline; a first heading that repeats it is left out. */
function withoutHeadline(text: string, headline: string): string {
  const first = /^\s*#\s+(.+)\n+/.exec(text);
  return first?.[1]?.trim().toLowerCase() === headline.trim().toLowerCase() ? text.slice(first[0].length) : text;
}
