"use client";
import clsx from "clsx";
import { useState } from "react";
import type * as z from "zod";
import type { imageToText } from "./schema.ts";

type Word = z.output<typeof imageToText.result>["words"][number];

type Props = {
  words: readonly Word[];
  picture: string | null;
  alt: string;
  marked: number | null;
  onMark: (index: number | null) => void;
};

/** A box around each word, over the picture; the words themselves in their places where the picture cannot be shown. */
export function WordBoxes({ words, picture, alt, marked, onMark }: Props) {
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null);
  const plane = picture ? natural : extentOf(words);
  const word = marked === null ? null : (words[marked] ?? null);
  if (!picture && words.length === 0) return null;
  return (
    <figure>
      <div className="relative w-fit max-w-full overflow-hidden rounded-md border border-line bg-raised">
        {picture ? (
          // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
          <img
            src={picture}
            alt={alt}
            ref={(image) => {
              if (image?.complete && image.naturalWidth > 0 && !natural)
                setNatural({ width: image.naturalWidth, height: image.naturalHeight });
            }}
            onLoad={({ currentTarget }) =>
              setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
            }
            className="block max-h-[70dvh] min-w-24"
          />
        ) : null}
        {plane ? (
          <svg
            viewBox={`0 0 ${plane.width} ${plane.height}`}
            aria-hidden="true"
            className={picture ? "absolute inset-0 size-full" : "block h-auto w-180 max-w-full"}
          >
            {words.map(({ text, box, confidence }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word has its place for a name
              <g key={index} onPointerEnter={() => onMark(index)} onPointerLeave={() => onMark(null)}>
                <rect
                  {...box}
                  className={clsx(
                    index === marked ? "fill-accent/20" : "fill-transparent",
                    confidence < 70 ? "stroke-person" : "stroke-accent",
                  )}
                  strokeWidth={plane.width / 500}
                  strokeDasharray={confidence < 70 ? plane.width / 120 : undefined}
                />
                {picture ? null : (
                  <text
                    x={box.x}
                    y={box.y + box.height * 0.8}
                    fontSize={box.height * 0.8}
                    textLength={box.width}
                    className="fill-ink"
                  >
                    {text}
                  </text>
                )}
              </g>
            ))}
          </svg>
        ) : null}
      </div>
      <figcaption className="mt-2 min-h-5 text-small text-ink-faint">
        {word
          ? `“${word.text}”, ${Math.round(word.confidence)} % sure`
          : picture
            ? words.length > 0
              ? "Dashed: doubtful words."
              : ""
            : "The picture lies elsewhere; its words are shown in their places."}
      </figcaption>
    </figure>
  );
}

function extentOf(words: readonly Word[]): { width: number; height: number } {
  const right = Math.max(...words.map(({ box }) => box.x + box.width), 1);
  const foot = Math.max(...words.map(({ box }) => box.y + box.height), 1);
  return { width: right * 1.04, height: foot * 1.06 };
}
