import type { Provenance } from "#task-types/quality/finding.ts";

const words: Record<Provenance, string> = {
  source_material: "The words rest on the material that was given.",
  reference_urls: "The words rest on the pages that were given.",
  model: "The words rest on what the model knows; no material was given.",
  request: "The words rest on the request alone; no material was given.",
  none: "A working draft: no material was given, so it states nothing.",
};

/** Where the words came from, said once beside them. */
export function ProvenanceNote({ provenance }: { provenance: Provenance }) {
  return <p className="mt-8 border-t border-line pt-3 font-sans text-small text-ink-faint">{words[provenance]}</p>;
}
