import { type Priority, priorities } from "#lib/contract/status.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

type Props = { title: string; onChoose: (priority: Priority) => void; onClose: () => void };

const urgentFirst = [...priorities].reverse();

/** A number chooses. */
export function PriorityDialog({ title, onChoose, onClose }: Props) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description="What is urgent is made first and stands first on the desk."
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the numbers press the buttons in it */}
      <div
        className="flex flex-col gap-4"
        onKeyDown={(event) => {
          const priority = urgentFirst[Number(event.key) - 1];
          if (!priority) return;
          event.preventDefault();
          onChoose(priority);
        }}
      >
        <ul className="flex flex-col">
          {urgentFirst.map((priority, index) => (
            <li key={priority}>
              <button
                type="button"
                aria-keyshortcuts={String(index + 1)}
                onClick={() => onChoose(priority)}
                className="flex h-9 w-full items-center gap-3 rounded-md px-2 text-left capitalize hover:bg-hover max-sm:h-11"
              >
                {priority}
                <span aria-hidden="true" className="tabular ml-auto w-3 text-small text-ink-faint">
                  {index + 1}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}
