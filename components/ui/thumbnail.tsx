import clsx from "clsx";

/** Charts, logos and scans lose their meaning when their edges are cut off; they are drawn on white. */
const shownWhole = /^(image_to_text|market_research|.+_analy(tics|sis)|concept_.+)$/;

type Props = { src: string; taskType: string; className: string };

/** The small picture of a task whose title stands beside it: the hub's own file, under the name it is open by now. */
export function Thumbnail({ src, taskType, className }: Props) {
  const { pathname, search } = new URL(src);
  return (
    // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
    <img
      src={pathname + search}
      alt=""
      loading="lazy"
      decoding="async"
      // A document of before there were thumbnails has none; it may have failed before anything listened.
      ref={(image) => {
        if (image?.complete) hideIfBroken(image);
      }}
      onError={(event) => hideIfBroken(event.currentTarget)}
      onLoad={(event) => hideIfBroken(event.currentTarget)}
      className={clsx(
        "shrink-0 rounded-sm",
        shownWhole.test(taskType) ? "bg-[white] object-contain" : "bg-sunken object-cover",
        // The title stands at the top of a page.
        taskType === "documentation" && "object-top",
        className,
      )}
    />
  );
}

/** Rather nothing than the browser's sign of a broken picture. */
function hideIfBroken(image: HTMLImageElement): void {
  image.hidden = image.naturalWidth === 0;
}
