import type { PresentedPost } from "#domain/publications/present-post.ts";
import styles from "../public.module.css";

/** The numbered sources that the text's [1], [2] … point to. */
export function Sources({ sources }: { sources: PresentedPost["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <section className={styles.sources} aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol>
        {sources.map(({ number, title, url, quote }) => (
          <li key={number} id={`source-${number}`} value={number}>
            {url && /^https?:\/\//.test(url) ? (
              <a href={url} rel="nofollow noopener noreferrer">
                {title || url}
              </a>
            ) : (
              title
            )}
            {quote ? <q>{quote}</q> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
