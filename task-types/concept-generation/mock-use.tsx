import { Section } from "../view-parts/section.tsx";
import { Mark } from "./mark.tsx";

/** The mark where marks are met: a browser's tab, an app's icon, a letterhead, small. */
export function MockUse({ mark, colors }: { mark: string; colors: readonly string[] }) {
  const [ground = "#ffffff", strong = "#222222"] = colors;
  return (
    <Section title="In use">
      <div className="grid gap-4 sm:grid-cols-3" aria-hidden="true">
        <div className="flex h-44 flex-col overflow-hidden rounded-md border border-line bg-[white]">
          <div className="flex items-end gap-1 bg-[#dfe1e5] px-2 pt-2">
            <span className="flex w-32 items-center gap-2 rounded-t-md bg-[white] px-2 py-1.5 text-small text-[#333333]">
              <Mark src={mark} alt="" className="w-4" /> Home
            </span>
          </div>
          <div className="flex flex-1 flex-col gap-3 p-4">
            <Mark src={mark} alt="" className="w-10" />
            <span className="h-2 w-3/4 rounded-full bg-[#e8e8e8]" />
            <span className="h-2 w-1/2 rounded-full bg-[#e8e8e8]" />
            <span className="mt-auto h-5 w-20 rounded-full" style={{ background: strong }} />
          </div>
        </div>
        <div className="flex h-44 items-center justify-center gap-5 rounded-md bg-[#1c2530]">
          {[64, 40, 24].map((size) => (
            <span key={size} className="overflow-hidden rounded-[22%]" style={{ width: size, background: ground }}>
              <Mark src={mark} alt="" className="w-full" />
            </span>
          ))}
        </div>
        <div className="flex h-44 items-center justify-center rounded-md border border-line bg-[#e9e6df]">
          <div
            className="flex h-28 w-48 flex-col justify-between rounded-sm p-4 shadow-float"
            style={{ background: ground }}
          >
            <Mark src={mark} alt="" className="w-12" />
            <span className="flex flex-col gap-1.5">
              <span className="h-1.5 w-20 rounded-full opacity-80" style={{ background: strong }} />
              <span className="h-1.5 w-28 rounded-full opacity-50" style={{ background: strong }} />
            </span>
          </div>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-4">
        {[16, 24, 32, 48, 64, 96].map((size) => (
          <figure key={size} className="flex flex-col items-center gap-1">
            <span style={{ width: size }}>
              <Mark src={mark} alt={`The mark, ${size} pixels wide`} className="w-full" />
            </span>
            <figcaption className="tabular text-small text-ink-faint">{size}</figcaption>
          </figure>
        ))}
      </div>
    </Section>
  );
}
