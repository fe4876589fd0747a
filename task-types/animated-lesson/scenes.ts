import { languageCode } from "#task-types/text/language.ts";
import { drawDiagram, flowchartOf } from "./draw-diagram.ts";
import { colours, type LessonRun, type Scene, savedSchemas, scenesBefore } from "./state.ts";
import { stepsOf } from "./steps.ts";

/** Boxes that are still read at a glance: the way here and on, and at the end the way that was taken. */
const neighbours = 3;
const mostBoxes = 4;
const longestLabel = 64;

/** What each scene shows: one statement, points, or a diagram of its steps or of where it stands among the others. */
export async function scenes(run: LessonRun): Promise<Scene[]> {
  const { segments } = savedSchemas.script.parse(run.outputs.script);
  const { render_mode: mode, title: lesson } = run.request;
  const code = languageCode(run.common.language);
  const before = run.blocks ? keptScenes(run) : [];
  const firsts = segments.map(({ narration }) => shorten(stepsOf(narration, code)[0] ?? narration));
  return segments.map((segment, index) => {
    const kept = before[index];
    if (kept && !run.blocks?.includes(index)) return kept;
    const steps = stepsOf(segment.narration, code);
    const points = segment.points.length > 0 ? segment.points : steps;
    const isLast = index === segments.length - 1;
    run.progress((index + 1) / segments.length, `Drew scene ${index + 1} of ${segments.length}`);
    const own = segment.diagram ?? (steps.length > 1 ? flowchartOf(steps) : null);
    // A lesson that has come to its end shows the way that it took.
    const overview = mode === "mermaid" || (isLast && segments.length > 2) ? overviewAt(firsts, index, isLast) : null;
    const source = mode === "markdown" ? null : (own ?? overview);
    const drawn = source && diagramScene(run, segment.title ?? lesson, points, source);
    return drawn || textScene(segment.title, lesson, points);
  });
}

/** As the revision before shows them; a diagram that a person edited is drawn again. */
function keptScenes(run: LessonRun): Scene[] {
  const drawn = savedSchemas.scenes.parse(run.earlier.scenes);
  return scenesBefore(run).map(({ title, kind, content }, index) => {
    const { points = [], svg = null, content: source } = drawn[index] ?? {};
    if (kind === "markdown" || content === source) return { title, kind, content, points, svg };
    return diagramScene(run, title, points, content) ?? { title, kind, content, points, svg };
  });
}

/** The neighbouring scenes as a flowchart, with the present one marked. */
function overviewAt(firsts: string[], index: number, isLast: boolean): string {
  const most = isLast ? mostBoxes : neighbours;
  const from = Math.max(0, Math.min(index - Math.floor(most / 2), firsts.length - most));
  const shown = firsts.slice(from, from + most);
  return `${flowchartOf(shown)}\n  style s${index - from} fill:${colours.accent},stroke:${colours.accent},color:#ffffff`;
}

/** Null, with a warning, where a model's source is no diagram. */
function diagramScene(run: LessonRun, title: string, points: string[], source: string): Scene | null {
  try {
    return { title, kind: "mermaid", content: source, points, svg: drawDiagram(source, colours) };
  } catch {
    run.warn(`The diagram of "${title}" could not be drawn; its words are shown instead.`);
    return null;
  }
}

/** A single point is the slide's statement and needs no heading. */
function textScene(title: string | null, lesson: string, points: string[]): Scene {
  const [only = lesson, ...others] = points;
  if (others.length === 0) return { title: only, kind: "markdown", content: `## ${only}`, points: [], svg: null };
  const content = `## ${title ?? lesson}\n\n${points.map((point) => `- ${point}`).join("\n")}`;
  return { title: title ?? lesson, kind: "markdown", content, points, svg: null };
}

/** Up to a comma, or else to a word that can end it. */
function shorten(text: string): string {
  if (text.length <= longestLabel) return text;
  const cut = text.slice(0, longestLabel);
  const comma = cut.lastIndexOf(", ");
  if (comma >= longestLabel / 3) return cut.slice(0, comma);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(" "), longestLabel / 2)).replace(/(?:\s+\p{L}{1,4}[.,]?)+$/u, "");
  return `${words}…`;
}
