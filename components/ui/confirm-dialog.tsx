"use client";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = { title: string; text: string; action: string; onConfirm: () => void; onClose: () => void };

/** Only for what cannot be undone; it names what that is. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={title} description={text}>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Keep</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
