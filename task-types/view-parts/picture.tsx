"use client";
import clsx from "clsx";
import { useState } from "react";
import { Choice } from "./choice.tsx";
import { FileLink } from "./file-link.tsx";
import { ownFile } from "./own-file.ts";

type Props = { src: string; alt: string; width: number; height: number };
type Zoom = "fit" | "1" | "2" | "4";

const zooms = [
  { value: "fit", label: "Fit" },
  { value: "1", label: "100 %" },
  { value: "2", label: "200 %" },
  { value: "4", label: "400 %" },
] as const;
const grounds = [
  { value: "plain", label: "Plain" },
  { value: "checks", label: "Checkerboard" },
] as const;

/** One picture, whole or pixel by pixel, on a ground that shows where it is transparent. */
export function Picture({ src, alt, width, height }: Props) {
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [ground, setGround] = useState<"plain" | "checks">("checks");
  const scale = zoom === "fit" ? null : Number(zoom);
  return (
    <figure>
      <section
        aria-label={alt}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        className={clsx(
          "overflow-auto rounded-md border border-line",
          scale ? "max-h-[75dvh]" : "",
          ground === "checks" ? "checkerboard" : "bg-surface",
        )}
      >
        {/* biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache */}
        <img
          src={ownFile(src) ?? src}
          alt={alt}
          width={width}
          height={height}
          className={clsx("block", scale ? "max-w-none" : "mx-auto max-h-[75dvh] w-auto max-w-full")}
          style={
            scale
              ? { width: width * scale, height: height * scale, imageRendering: scale > 1 ? "pixelated" : undefined }
              : undefined
          }
        />
      </section>
      <figcaption className="mt-3 flex flex-wrap items-center gap-3">
        <span className="tabular mr-auto text-ink-faint">
          {width} × {height} px
        </span>
        <Choice label="Size" options={zooms} value={zoom} onChange={setZoom} />
        <Choice label="Ground" options={grounds} value={ground} onChange={setGround} />
        <FileLink href={src}>Download</FileLink>
      </figcaption>
    </figure>
  );
}
