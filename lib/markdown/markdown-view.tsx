import Markdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { rehypeBlockPlaces, rehypeCitations } from "#lib/markdown/rehype-article.ts";
import { remarkShallow } from "#lib/markdown/remark-shallow.ts";
import { sanitizeSchema } from "#lib/markdown/sanitize-schema.ts";

const components: Components = {
  img: ({ src, alt }) =>
    isOwnFile(src) ? (
      // biome-ignore lint/performance/noImgElement: generated files have signed addresses that an optimiser must not cache
      <img src={src} alt={alt ?? ""} loading="lazy" />
    ) : (
      <span>{alt}</span>
    ),
  a: ({ href, children, ...rest }) => {
    const leads = href?.startsWith("#") ? {} : { target: "_blank", rel: "noreferrer nofollow" };
    return (
      <a href={href} {...leads} aria-label={rest["aria-label"]}>
        {children}
      </a>
    );
  },
};

/** A remote picture would tell its server who reads here, so only the hub's own are shown. */
function isOwnFile(src: unknown): src is string {
  if (typeof src !== "string" || typeof window === "undefined") return false;
  return URL.parse(src, window.location.href)?.origin === window.location.origin;
}

const none: ReadonlySet<number> = new Set();

type Props = { text: string; sources?: ReadonlySet<number>; from?: number };

/**
 * Generated Markdown on a screen of the hub, taken as hostile: by the same list of what is allowed as published pages.
 * @param sources numbers that the text may cite, each a link to `#source-{n}`
 * @param from where the text begins in the task's content; its blocks then say where they stand there, to be edited
 */
export function MarkdownView({ text, sources = none, from }: Props) {
  const cite = { numbers: sources, href: (number: number) => `#source-${number}` };
  return (
    <Markdown
      remarkPlugins={[remarkShallow, remarkGfm]}
      rehypePlugins={[
        [rehypeSanitize, sanitizeSchema],
        [rehypeCitations, cite],
        ...(from === undefined ? [] : [[rehypeBlockPlaces, from] as [typeof rehypeBlockPlaces, number]]),
      ]}
      components={components}
    >
      {text}
    </Markdown>
  );
}
