import type { TaskTypeInfo } from "#lib/queries/task-types.ts";

/** The shape of a type's result, drawn small, under the title of its own example. */
export function TypeSketch({ type }: { type: TaskTypeInfo }) {
  const title =
    [type.example.topic, type.example.title, type.label].find((value) => typeof value === "string") ?? type.label;
  return (
    <span aria-hidden="true" className="flex h-44 flex-col gap-2 overflow-hidden bg-sunken px-10 pt-6">
      <span className="flex flex-1 flex-col gap-2 rounded-t-md border border-b-0 border-line bg-surface p-4">
        <span className="line-clamp-2 font-serif text-title">{String(title)}</span>
        <svg aria-hidden="true" viewBox="0 0 200 60" className="w-full fill-line" preserveAspectRatio="none">
          <rect width="200" height="5" rx="2" y="4" />
          <rect width="188" height="5" rx="2" y="16" />
          <rect width="196" height="5" rx="2" y="28" />
          <rect width="120" height="5" rx="2" y="40" />
        </svg>
      </span>
    </span>
  );
}
