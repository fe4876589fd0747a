"use client";
import type { PresentPerson } from "#lib/contract/presence.ts";
import { exactTime } from "#lib/format/time.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

type Props = { holder: PresentPerson; action: string; onGoOn: () => void; onClose: () => void };

/** A lock that can be stepped over, knowingly. */
export function HeldDialog({ holder, action, onGoOn, onClose }: Props) {
  const text = `Since ${exactTime(holder.since)}. If you decide now, what they decide after you is refused.`;
  return (
    <Dialog open onClose={onClose} title={`${holder.name} is reviewing this`} description={text}>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Leave it to {holder.name}</Button>
        <Button look="primary" onClick={onGoOn}>
          {action} anyway
        </Button>
      </div>
    </Dialog>
  );
}
