import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { ConceptBoard } from "./concept-board.tsx";
import type { conceptGeneration } from "./schema.ts";

/** The mark on its grounds and in use, and in each palette. */
export function ConceptGenerationView({ title, result }: ResultViewProps) {
  const concept = resultOf<z.output<typeof conceptGeneration.result>>(result);
  return <ConceptBoard title={title} concept={concept} />;
}
