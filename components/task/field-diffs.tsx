import type { ComponentType } from "react";
import type { ComparedField } from "./compare-results.ts";
import type { ComparedBlock } from "./compare-text.ts";
import { ColourDiff, PictureDiff } from "./visual-diff.tsx";

const kinds: Record<ComparedField["kind"], string> = {
  changed: "",
  added: "new",
  removed: "removed",
  moved: "in another place",
};

type Props = { fields: ComparedField[]; Diff: ComponentType<{ blocks: ComparedBlock[] }> };

/** Each field that changed, with its words compared; those made from others are only named. */
export function FieldDiffs({ fields, Diff }: Props) {
  const worded = fields.filter(({ derived }) => !derived);
  const derived = fields.filter((field) => field.derived);
  return (
    <section aria-label="Fields" className="mt-8 flex flex-col gap-6">
      {worded.map(({ path, label, kind, blocks, pictures, colours }) => (
        <section key={`${path} ${kind}`} aria-label={label} className="border-t border-line pt-3">
          <h3 className="mb-2">
            {label} <span className="font-normal text-ink-faint">{kinds[kind]}</span>
          </h3>
          {pictures ? <PictureDiff label={label} {...pictures} /> : null}
          {colours ? <ColourDiff {...colours} /> : null}
          {kind === "moved" || pictures || colours ? null : <Diff blocks={blocks} />}
        </section>
      ))}
      {derived.length > 0 ? (
        <p className="border-t border-line pt-3 text-ink-faint">
          Made anew from these: {derived.map(({ label }) => label).join("; ")}.
        </p>
      ) : null}
    </section>
  );
}
