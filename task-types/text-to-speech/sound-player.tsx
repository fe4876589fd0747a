"use client";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { ownFile } from "../view-parts/own-file.ts";
import { readPeaks } from "./read-peaks.ts";

/** The browser's own player under a wave of what it plays; the wave alone is left out where it cannot be read. */
export function SoundPlayer({ src, seconds, label }: { src: string; seconds: number; label: string }) {
  const file = ownFile(src) ?? src;
  const player = useRef<HTMLAudioElement>(null);
  const [peaks, setPeaks] = useState<number[] | null>(null);
  const [time, setTime] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    readPeaks(file, seconds, stop.signal).then(setPeaks, () => setPeaks(null));
    return () => stop.abort();
  }, [file, seconds]);
  function seek(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    if (player.current) player.current.currentTime = ((event.clientX - box.left) / box.width) * seconds;
  }
  return (
    <div className="rounded-lg border border-line bg-raised p-4">
      {peaks ? (
        <svg
          viewBox={`0 0 ${peaks.length * 4} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerDown={seek}
          className="mb-3 h-24 w-full cursor-pointer"
        >
          {peaks.map((peak, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a peak has its place for a name
              key={index}
              x={index * 4}
              y={50 - Math.max(1, peak * 48)}
              width="2.5"
              height={Math.max(2, peak * 96)}
              className={index / peaks.length <= time / seconds && time > 0 ? "fill-accent" : "fill-line-strong"}
            />
          ))}
        </svg>
      ) : (
        <div className="mb-3 h-24" />
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand under it */}
      <audio
        ref={player}
        controls
        preload="metadata"
        src={file}
        aria-label={label}
        onTimeUpdate={(event) => setTime(event.currentTarget.currentTime)}
        className="h-10 w-full"
      />
    </div>
  );
}
