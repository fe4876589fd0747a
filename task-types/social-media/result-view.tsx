import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { ProvenanceNote } from "../view-parts/provenance-note.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import type { socialMedia } from "./schema.ts";
import { SocialCard } from "./social-card.tsx";

/** Each post on the card of its network. */
export function SocialMediaView({ result, publisher }: ResultViewProps) {
  const { posts, provenance, featured_image_credit } = resultOf<z.output<typeof socialMedia.result>>(result);
  return (
    <article className="mx-auto max-w-160">
      <ol className="flex flex-col gap-10">
        {posts.map((post, index) => (
          <li key={post.platform} data-part={`posts.${index}`}>
            <SocialCard post={post} publisher={publisher} />
          </li>
        ))}
      </ol>
      {featured_image_credit ? (
        <p className="mt-6 font-sans text-small text-ink-faint">{featured_image_credit}</p>
      ) : null}
      <ProvenanceNote provenance={provenance} />
    </article>
  );
}
