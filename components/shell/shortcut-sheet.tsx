"use client";
import { Dialog } from "../ui/dialog.tsx";
import { Checkbox } from "../ui/field.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useShortcutGroups, useSingleKeys } from "./shortcuts.tsx";

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const groups = useShortcutGroups();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Dialog open={open} onClose={onClose} title="Keys" description="What the keyboard does on this screen." size="wide">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {[...groups].reverse().map((group) => (
          <section key={group.name} aria-label={group.name}>
            <h3 className="mb-1 text-ink-faint">{group.name}</h3>
            <ul>
              {group.shortcuts.map((shortcut) => (
                <li key={shortcut.keys} className="flex h-8 items-center justify-between border-b border-line">
                  {shortcut.label}
                  <span>
                    <span className="sr-only">{shortcut.keys}</span>
                    <Kbd keys={shortcut.keys} always />
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Checkbox
        className="mt-6"
        label="Single-key shortcuts, such as A to approve"
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
    </Dialog>
  );
}
