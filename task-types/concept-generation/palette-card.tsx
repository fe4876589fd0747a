import { contrast } from "#task-types/design/colour.ts";
import { Mark } from "./mark.tsx";

type Variation = { palette_name: string; colors: string[]; description: string; image_url: string };
type Props = { variation: Variation; chosen: boolean; onChoose: () => void };

/** The mark in one palette, with each colour's value and how it stands out from the first, the ground. */
export function PaletteCard({ variation, chosen, onChoose }: Props) {
  const [ground = "#ffffff", ...others] = variation.colors;
  return (
    <div
      className={`flex h-full flex-col overflow-hidden rounded-lg border ${chosen ? "border-accent" : "border-line"} bg-surface`}
    >
      <button
        type="button"
        aria-pressed={chosen}
        aria-label={`Show ${variation.palette_name} in use`}
        onClick={onChoose}
        className="p-6 focus-visible:-outline-offset-2"
        style={{ background: ground }}
      >
        <Mark src={variation.image_url} alt="" className="mx-auto w-36" />
      </button>
      <div className="flex flex-1 flex-col gap-2 border-t border-line p-4">
        <h4 className="text-body font-strong">{variation.palette_name}</h4>
        <p className="text-ink-soft">{variation.description}</p>
        <ul className="mt-auto flex flex-col gap-1 pt-1">
          <Colour hex={ground} note="ground" />
          {others.map((hex) => (
            <Colour key={hex} hex={hex} note={`${contrast(hex, ground).toFixed(1)}:1`} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Colour({ hex, note }: { hex: string; note: string }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className="size-4 rounded-sm border border-line" style={{ background: hex }} />
      <code className="font-mono text-small">{hex}</code>
      <span className="tabular ml-auto text-small text-ink-faint">{note}</span>
    </li>
  );
}
