import type { TaskTypeInfo } from "#lib/queries/task-types.ts";
import { TypeSketch } from "./type-sketch.tsx";

/** Each type with what comes out of it. */
export function TypeGallery({ types, onChoose }: { types: readonly TaskTypeInfo[]; onChoose: (name: string) => void }) {
  return (
    <ul className="grid gap-6 p-6 max-sm:gap-4 max-sm:p-4 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
      {types.map((type) => (
        <li key={type.name}>
          <button
            type="button"
            onClick={() => onChoose(type.name)}
            className="flex h-full w-full flex-col overflow-hidden rounded-lg border border-line bg-surface text-left transition-colors hover:border-line-strong"
          >
            <TypeSketch type={type} />
            <span className="flex flex-col gap-1 border-t border-line p-4">
              <span className="text-body font-strong">{type.label}</span>
              <span className="text-ink-soft">{type.description}</span>
              <span className="mt-1 text-small text-ink-faint">
                {type.phases.map((phase) => phase.name).join(" → ")}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
