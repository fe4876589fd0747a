import type * as z from "zod";
import { count, plural } from "#lib/format/number.ts";
import type { ResultViewProps } from "../result-view-props.ts";
import { figure } from "../view-parts/figure-text.ts";
import { resultOf } from "../view-parts/result-of.ts";
import type { textGeneration } from "./schema.ts";

/** The answer as it is, with the prompt before it and what it took. */
export function TextGenerationView({ title, content, result }: ResultViewProps) {
  const { generated_text, tokens_generated, inference_time } = resultOf<z.output<typeof textGeneration.result>>(result);
  return (
    <article className="mx-auto max-w-170">
      <p className="mb-6 border-l-2 border-line-strong pl-4 text-body text-ink-soft">{title}</p>
      <div className="prose whitespace-pre-wrap" data-reading>
        {content ?? generated_text}
      </div>
      <p className="tabular mt-8 border-t border-line pt-3 text-small text-ink-faint">
        {plural(tokens_generated, "token")} in {figure(inference_time)} s
        {inference_time > 0 ? `, ${count(Math.round(tokens_generated / inference_time))} a second` : ""}
      </p>
    </article>
  );
}
