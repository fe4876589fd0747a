import type * as z from "zod";
import { clock } from "#lib/format/time.ts";
import type { ResultViewProps } from "../result-view-props.ts";
import { FileLink } from "../view-parts/file-link.tsx";
import { ownFile } from "../view-parts/own-file.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import type { animatedLesson } from "./schema.ts";

/** The lesson as it plays, and what each scene says. */
export function AnimatedLessonView({ title, result }: ResultViewProps) {
  const lesson = resultOf<z.output<typeof animatedLesson.result>>(result);
  return (
    <article className="mx-auto max-w-240 font-sans">
      <h2 className="mb-4 font-serif text-display text-balance">{title}</h2>
      {/* Its file is served in a sandbox of its own: it can play, and reach nothing of the hub. */}
      <iframe
        title={`Lesson: ${title}`}
        src={ownFile(lesson.lesson_url) ?? undefined}
        sandbox="allow-scripts"
        allow="autoplay; fullscreen"
        className="aspect-[4/3] max-h-[85dvh] w-full rounded-md border border-line bg-sunken max-sm:aspect-[3/4]"
      />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <p className="tabular mr-auto text-body text-ink-faint max-sm:basis-full">
          {clock(lesson.duration_seconds)}, {lesson.scenes.length} {lesson.scenes.length === 1 ? "scene" : "scenes"}
        </p>
        <FileLink href={lesson.lesson_url}>HTML</FileLink>
        <FileLink href={lesson.video_url}>MP4</FileLink>
        <FileLink href={lesson.srt_url}>SRT</FileLink>
        <FileLink href={lesson.vtt_url}>VTT</FileLink>
      </div>
      {lesson.video_url ? (
        <Section title="As a video">
          {/* biome-ignore lint/a11y/useMediaCaption: they are there wherever the film has them */}
          <video
            controls
            playsInline
            preload="metadata"
            src={ownFile(lesson.video_url) ?? undefined}
            aria-label={`${title}, as a film`}
            className="aspect-video w-full rounded-md bg-[black]"
          >
            {lesson.vtt_url ? (
              <track kind="captions" src={ownFile(lesson.vtt_url) ?? undefined} srcLang="en" label="Captions" default />
            ) : null}
          </video>
        </Section>
      ) : null}
      <Section title="Scenes">
        <ol className="flex flex-col gap-6" data-reading>
          {lesson.scenes.map((scene, index) => (
            <li key={scene.number} data-part={`scenes.${index}`} className="flex gap-4">
              <span className="tabular w-10 shrink-0 pt-0.5 text-ink-faint">{clock(scene.start)}</span>
              <div className="min-w-0 flex-1">
                <h4 className="text-body font-strong">{scene.title}</h4>
                <p className="mt-1 font-serif text-title text-pretty">{scene.narration}</p>
                {scene.kind === "mermaid" ? (
                  <details className="mt-1">
                    <summary className="text-accent">Diagram as text</summary>
                    <pre className="mt-2 rounded-md bg-sunken p-3 font-mono text-small whitespace-pre-wrap">
                      {scene.content}
                    </pre>
                  </details>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </article>
  );
}
