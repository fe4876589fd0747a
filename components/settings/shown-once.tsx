import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";

/** A secret on its only appearance. */
export function ShownOnce({ text, label, onClose }: { text: string; label: string; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-2 rounded-md border border-line bg-sunken p-3">
        <output aria-label={label} className="min-w-0 flex-1 font-mono text-small break-all select-all">
          {text}
        </output>
        <CopyButton text={text} label={`Copy: ${label.toLowerCase()}`} />
      </div>
      <Button look="primary" className="self-end" onClick={onClose}>
        Done
      </Button>
    </div>
  );
}
