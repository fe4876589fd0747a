import type * as z from "zod";
import { ConceptBoard } from "../concept-generation/concept-board.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { ownFile } from "../view-parts/own-file.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import type { conceptRefinement } from "./schema.ts";

type Aspect = z.output<typeof conceptRefinement.result>["preserved"][number]["aspect"];

const aspectNames: Record<Aspect, string> = { colors: "Colours", layout: "Layout", style: "Style", shapes: "Shapes" };

/** The refined mark, beside the one it came from where that can be shown, and what was kept. */
export function ConceptRefinementView({ title, result, request }: ResultViewProps) {
  const concept = resultOf<z.output<typeof conceptRefinement.result>>(result);
  const address = concept.original_url ?? request?.original_image_url;
  const original = typeof address === "string" ? ownFile(address) : null;
  return (
    <ConceptBoard title={title} concept={concept} original={original}>
      {concept.preserved.length > 0 ? (
        <Section title="What was kept">
          <dl className="flex flex-col gap-1 text-body">
            {concept.preserved.map(({ aspect, note }) => (
              <div key={aspect} className="grid gap-x-4 sm:grid-cols-[120px_1fr]">
                <dt className="text-ink-faint">{aspectNames[aspect]}</dt>
                <dd>{note}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
    </ConceptBoard>
  );
}
