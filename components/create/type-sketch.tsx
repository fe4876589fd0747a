import { sketches } from "./sketches.tsx";

/** The shape of a type's result, drawn small. */
export function TypeSketch({ name }: { name: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 80 80"
      className="w-20 fill-line-strong/50 stroke-none [&_.lead]:fill-ink [&_.mark]:fill-accent [&_.paper]:fill-surface [&_.wire]:fill-none [&_.wire]:stroke-accent [&_.wire]:stroke-2"
    >
      {sketches[name] ?? sketches.text_generation}
    </svg>
  );
}
