import { languageCode } from "#task-types/text/language.ts";
import { drawDiagram, flowchartOf } from "./draw-diagram.ts";
import { colours, type LessonRun, type Scene, savedSchemas } from "./state.ts";
import { stepsOf } from "./steps.ts";

/** What each scene shows: points, or a diagram where the words tell of steps. */
export async function scenes(run: LessonRun): Promise<Scene[]> {
  const { segments } = savedSchemas.script.parse(run.outputs.script);
  const { render_mode: mode } = run.request;
  return segments.map((segment, index) => {
    const title = segment.title ?? `${run.request.title}, part ${index + 1}`;
    const steps = stepsOf(segment.narration, languageCode(run.common.language));
    const points = segment.points.length > 0 ? segment.points : steps;
    const wantsDiagram = mode === "mermaid" || (mode === "mixed" && (segment.diagram !== null || steps.length > 1));
    run.progress((index + 1) / segments.length, `Drew scene ${index + 1} of ${segments.length}`);
    return (
      (wantsDiagram ? diagramScene(run, title, points, segment.diagram ?? flowchartOf(points)) : null) ??
      textScene(title, points)
    );
  });
}

/** Null, with a warning, where a model's source is no diagram. */
function diagramScene(run: LessonRun, title: string, points: string[], source: string): Scene | null {
  try {
    return { title, kind: "mermaid", content: source, points, svg: drawDiagram(source, colours) };
  } catch {
    run.warn(`The diagram of "${title}" could not be drawn; its points are shown instead.`);
    return null;
  }
}

function textScene(title: string, points: string[]): Scene {
  const content = `## ${title}\n\n${points.map((point) => `- ${point}`).join("\n")}`;
  return { title, kind: "markdown", content, points, svg: null };
}
