import type { TaskTypeInfo } from "#lib/queries/task-types.ts";
import { groupTypes } from "./type-groups.ts";
import { TypeSketch } from "./type-sketch.tsx";

/** Each type with what comes out of it, by what people come for. */
export function TypeGallery({ types, onChoose }: { types: readonly TaskTypeInfo[]; onChoose: (name: string) => void }) {
  return (
    <div className="flex flex-col gap-8 p-6 max-sm:gap-6 max-sm:p-4">
      {groupTypes(types).map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h2 className="mb-3 text-title">{group.label}</h2>
          <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
            {group.types.map((type) => (
              <li key={type.name}>
                <button
                  type="button"
                  onClick={() => onChoose(type.name)}
                  className="flex h-full w-full overflow-hidden rounded-lg border border-line bg-surface text-left transition-colors hover:border-line-strong"
                >
                  <span className="flex w-28 shrink-0 items-center justify-center border-r border-line bg-sunken">
                    <TypeSketch name={type.name} />
                  </span>
                  <span className="flex min-w-0 flex-1 flex-col gap-1 p-4">
                    <span className="text-body font-strong">{type.label}</span>
                    <span className="text-ink-soft">{type.description}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
