import { rewriteItems } from "#task-types/blocks/rewrite-passages.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import { type FilmScript, filmScriptSchema } from "./script.ts";

export type ScriptRewrite = {
  /** What is said, segment by segment, in the revision before, as people may have edited it. */
  narrations: string[];
  title: string;
  story: string;
  /** `film`, `lesson` */
  kind: string;
};

/** The script before with the round's segments rewritten; all others are said and shown as they were. */
export async function rewriteScript(
  run: AnyRun,
  { narrations, title, story, kind }: ScriptRewrite,
): Promise<FilmScript> {
  const before = filmScriptSchema.parse(run.earlier.script);
  const segments = before.segments.map((segment, index) => ({
    ...segment,
    narration: narrations[index] ?? segment.narration,
  }));
  const items = segments.map((segment) => ({
    title: segment.title,
    summary: segment.picture,
    text: segment.narration,
  }));
  const text = [story, run.common.sourceMaterial].filter(Boolean).join("\n\n");
  const rewritten = await rewriteItems(run, items, {
    brief: `The script of a narrated ${kind}: ${title}\nLanguage: ${run.common.language}`,
    topic: title,
    sources: [{ number: 1, title: "Story", url: null, text }],
    cites: false,
    rules:
      "Each passage is a segment: its title two to six words; its summary what the picture shows, in concrete things, without text in it; its text what the speaker says, in one to three sentences without Markdown.",
  });
  return {
    ...before,
    warnings: [],
    segments: segments.map((segment, index) => {
      const { title: heading, summary, text: narration } = rewritten[index] ?? { title: null, summary: null, text: "" };
      if (!run.blocks?.includes(index) || narration === segment.narration) return segment;
      // A picture of the words as they stood, and a title that was them, follow the new ones.
      const picture = summary === segment.narration || !summary ? narration : summary;
      const wasTitled = heading === segment.title && segment.narration.startsWith(heading ?? "\n");
      return { ...segment, title: wasTitled ? null : heading, narration, picture, points: [], diagram: null };
    }),
  };
}
