import clsx from "clsx";
import type * as z from "zod";
import { ownFile } from "../view-parts/own-file.ts";
import { LengthCounter } from "./length-counter.tsx";
import { networks } from "./networks.ts";
import { PostText } from "./post-text.tsx";
import type { socialMedia } from "./schema.ts";

export type Post = z.output<typeof socialMedia.result>["posts"][number];

/** One post in its network's width and proportions, with what is left of the network's limit. */
export function SocialCard({ post, publisher }: { post: Post; publisher: string }) {
  const network = networks[post.platform];
  const picture = <Picture post={post} ratio={network.picture} wide={network.pictureFirst} />;
  return (
    <section aria-label={network.name} className="font-sans">
      <header className="mb-2 flex items-center gap-3" style={{ maxWidth: network.width }}>
        <h3>{network.name}</h3>
        <LengthCounter length={post.length} limit={post.limit} unit={post.unit} />
      </header>
      <div className="overflow-hidden rounded-lg border border-line bg-raised" style={{ maxWidth: network.width }}>
        <div className="flex items-center gap-3 px-4 pt-4 pb-3">
          <span
            aria-hidden="true"
            className="flex size-10 shrink-0 items-center justify-center rounded-full bg-sunken font-strong text-ink-soft"
          >
            {publisher.slice(0, 1).toUpperCase()}
          </span>
          <p className="min-w-0">
            <span className="block truncate text-body font-strong">{publisher}</span>
            <span className="block truncate text-small text-ink-faint">{handleOf(publisher)} · now</span>
          </p>
        </div>
        {network.pictureFirst ? picture : null}
        <div className={clsx("px-4", network.pictureFirst ? "pt-3" : "")} data-reading>
          <PostText text={post.text} fold={network.fold} />
        </div>
        {network.pictureFirst ? null : picture}
        <p aria-hidden="true" className="flex justify-between gap-4 px-4 py-3 text-small text-ink-faint">
          {network.actions.map((action) => (
            <span key={action}>{action}</span>
          ))}
        </p>
      </div>
      {post.image_url ? (
        <p className="mt-2 text-small text-ink-faint" style={{ maxWidth: network.width }}>
          Description of the picture: {post.image_alt || "none"}
        </p>
      ) : null}
    </section>
  );
}

function Picture({ post, ratio, wide }: { post: Post; ratio: string; wide: boolean }) {
  if (!post.image_url) return null;
  return (
    // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
    <img
      src={ownFile(post.image_url) ?? post.image_url}
      alt={post.image_alt ?? ""}
      loading="lazy"
      className={clsx("bg-sunken object-cover", wide ? "w-full" : "mx-4 mt-3 w-[calc(100%-32px)] rounded-md")}
      style={{ aspectRatio: ratio }}
    />
  );
}

function handleOf(publisher: string): string {
  return `@${publisher.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")}`;
}
