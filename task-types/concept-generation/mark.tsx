import clsx from "clsx";
import { ownFile } from "../view-parts/own-file.ts";

export function Mark({ src, alt, className }: { src: string; alt: string; className?: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
    <img src={ownFile(src) ?? src} alt={alt} className={clsx("aspect-square rounded-sm object-contain", className)} />
  );
}
