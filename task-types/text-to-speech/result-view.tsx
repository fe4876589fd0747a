import type * as z from "zod";
import { duration } from "#lib/format/time.ts";
import type { ResultViewProps } from "../result-view-props.ts";
import { FileLink } from "../view-parts/file-link.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import type { textToSpeech } from "./schema.ts";
import { SoundPlayer } from "./sound-player.tsx";

/** The voice, as a wave that can be walked, over the words it reads. */
export function TextToSpeechView({ title, result, request }: ResultViewProps) {
  const { audio_url, duration_seconds, format } = resultOf<z.output<typeof textToSpeech.result>>(result);
  const input = request?.input_data;
  const text = typeof input === "object" && input && !Array.isArray(input) ? input.text : null;
  return (
    <article className="mx-auto max-w-170 font-sans">
      <SoundPlayer src={audio_url} seconds={duration_seconds} label={title} />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <p className="tabular mr-auto text-ink-faint">
          {duration(duration_seconds)}, {format.toUpperCase()}
        </p>
        <FileLink href={audio_url}>{format.toUpperCase()}</FileLink>
      </div>
      <div className="prose mt-8 whitespace-pre-wrap" data-reading>
        {typeof text === "string" ? text : title}
      </div>
    </article>
  );
}
