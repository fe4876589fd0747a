import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorLine } from "../ui/error-state.tsx";

type Props = {
  title: string;
  /** The words of the button that sends the form. */
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  busy: boolean;
  failure: string | null;
  disabled?: boolean;
  children: ReactNode;
};

/** A few fields in a dialog, what the server said against them, and two buttons. */
export function FormDialog({ title, action, onSubmit, onClose, busy, failure, disabled, children }: Props) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {failure ? <ErrorLine error={new Error(failure)} /> : null}
        {children}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy} disabled={disabled}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
