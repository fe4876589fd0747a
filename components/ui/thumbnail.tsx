import clsx from "clsx";

/** The small picture of a task whose title stands beside it. */
export function Thumbnail({ src, className }: { src: string; className: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
    <img
      src={src}
      alt=""
      loading="lazy"
      decoding="async"
      className={clsx("shrink-0 rounded-sm bg-sunken object-cover", className)}
    />
  );
}
