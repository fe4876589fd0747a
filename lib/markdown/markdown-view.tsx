import Markdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";

/** Remote pictures would tell their server who reads here, so only the hub's own are shown. */
const components: Components = {
  img: ({ src, alt }) =>
    typeof src === "string" && /^(\/(?!\/)|data:image\/)/.test(src) ? (
      // biome-ignore lint/performance/noImgElement: generated files have signed addresses that an optimiser must not cache
      <img src={src} alt={alt ?? ""} loading="lazy" />
    ) : (
      <span>[{alt || "Picture"}: not loaded from elsewhere]</span>
    ),
  a: ({ href, children }) =>
    href?.startsWith("#") ? (
      <a href={href}>{children}</a>
    ) : (
      <a href={href} target="_blank" rel="noreferrer nofollow">
        {children}
      </a>
    ),
};

/** Generated Markdown, taken as hostile: no raw HTML, a list of allowed elements, no addresses but http and mail. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} components={components}>
      {text}
    </Markdown>
  );
}
