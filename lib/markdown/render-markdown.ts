import rehypeSanitize from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { type ArticleOptions, rehypeArticle, rehypeCitations, rehypeHarden } from "#lib/markdown/rehype-article.ts";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";
import { sanitizeSchema } from "#lib/markdown/sanitize-schema.ts";

export type RenderOptions = ArticleOptions & {
  /** Numbers of the sources that the page lists. */
  citations?: number[];
  /** Where source `n` stands; `#source-{n}` when absent. */
  citationHref?: (number: number) => string;
};

/**
 * Generated Markdown (CommonMark and GitHub's extensions) as HTML that a page may contain: taken as hostile, without raw
 * HTML, sanitised by a list of what is allowed, with no picture but the hub's own. Runs in the browser too.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): string {
  const { citations = [], citationHref = (number) => `#source-${number}`, ...article } = options;
  const processor = unified()
    .use(remarkParse)
    .use(remarkShallow)
    .use(remarkGfm)
    // The usual arrow is missing from most text faces, and an emoji on some machines.
    .use(remarkRehype, { footnoteBackContent: "back" })
    .use(rehypeArticle, article)
    .use(rehypeSanitize, sanitizeSchema)
    // What follows only adds what we made ourselves, so nothing of it is sanitised away.
    .use(rehypeHarden)
    .use(rehypeSlug, { prefix: "section-" })
    .use(rehypeCitations, { numbers: new Set(citations), href: citationHref })
    .use(rehypeStringify);
  return String(processor.processSync(markdown));
}
