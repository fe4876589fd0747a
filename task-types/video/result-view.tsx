"use client";
import { useRef, useState } from "react";
import type * as z from "zod";
import { clock } from "#lib/format/time.ts";
import type { ResultViewProps } from "../result-view-props.ts";
import { FileLink } from "../view-parts/file-link.tsx";
import { ownFile } from "../view-parts/own-file.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import { SegmentStrip } from "../view-parts/segment-strip.tsx";
import type { video } from "./schema.ts";

/** The film with its captions, its segments in proportion under it, and what is said in each. */
export function VideoView({ title, result }: ResultViewProps) {
  const film = resultOf<z.output<typeof video.result>>(result);
  const player = useRef<HTMLVideoElement>(null);
  const [time, setTime] = useState(0);
  const [width = 16, height = 9] = film.resolution.split("*").map(Number);
  const captions = ownFile(film.vtt_url);
  function seek(to: number) {
    if (!player.current) return;
    player.current.currentTime = to + 0.01;
    void player.current.play();
  }
  const segments = film.segments.map(({ number, title: name, text, start, end, image_url }) => ({
    ...{ number, start, end },
    ...{ title: name ?? text, picture: ownFile(image_url) },
  }));
  return (
    <article className="mx-auto max-w-240 font-sans">
      <h2 className="mb-4 line-clamp-2 font-serif text-title text-pretty">{title}</h2>
      {/* biome-ignore lint/a11y/useMediaCaption: they are there wherever the film has them */}
      <video
        ref={player}
        controls
        playsInline
        preload="metadata"
        poster={ownFile(film.poster_url) ?? undefined}
        src={ownFile(film.video_url) ?? undefined}
        aria-label={title}
        onTimeUpdate={(event) => setTime(event.currentTarget.currentTime)}
        className="max-h-[70dvh] w-full rounded-md bg-[black]"
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {captions ? <track kind="captions" src={captions} srcLang="en" label="Captions" default /> : null}
      </video>
      <SegmentStrip segments={segments} duration={film.duration_seconds} time={time} onSeek={seek} />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <p className="tabular mr-auto text-body text-ink-faint max-sm:basis-full">
          {clock(film.duration_seconds)}, {film.resolution.replace("*", " × ")}, {film.segments.length}{" "}
          {film.segments.length === 1 ? "segment" : "segments"}
        </p>
        <FileLink href={film.video_url}>MP4</FileLink>
        <FileLink href={film.srt_url}>SRT</FileLink>
        <FileLink href={film.vtt_url}>VTT</FileLink>
      </div>
      <Section title="What is said">
        <ol className="flex flex-col gap-4" data-reading>
          {film.segments.map((segment, index) => (
            <li key={segment.number} data-part={`segments.${index}`} className="flex gap-4">
              <button
                type="button"
                onClick={() => seek(segment.start)}
                className="tabular h-6 shrink-0 text-accent underline-offset-2 hover:underline"
                aria-label={`Play segment ${segment.number} from ${clock(segment.start)}`}
              >
                {clock(segment.start)}
              </button>
              <div className="min-w-0">
                {segment.title ? <p className="text-body font-strong">{segment.title}</p> : null}
                <p className="font-serif text-title">{segment.text}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </article>
  );
}
