import clsx from "clsx";

/** The small picture of a task whose title stands beside it: the hub's own file, under the name it is open by now. */
export function Thumbnail({ src, className }: { src: string; className: string }) {
  const { pathname, search } = new URL(src);
  return (
    // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
    <img
      src={pathname + search}
      alt=""
      loading="lazy"
      decoding="async"
      className={clsx("shrink-0 rounded-sm bg-sunken object-cover", className)}
    />
  );
}
