import { Button } from "../ui/button.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";

type Props = { keptAt: string; onTake: () => void; onKeep: () => void };

/** Two windows of one person have typed into one task. */
export function DraftRival({ keptAt, onTake, onKeep }: Props) {
  return (
    <div
      role="alert"
      aria-label="Two drafts"
      className="flex flex-wrap items-center gap-2 rounded-md bg-person-soft px-4 py-3 font-sans text-body"
    >
      <FamilyMark family="person" />
      <span className="mr-auto">
        Another window of yours has kept a draft of this, <Time at={keptAt} />. One of the two stays.
      </span>
      <Button size="small" onClick={onTake}>
        Go on with that one
      </Button>
      <Button size="small" onClick={onKeep}>
        Keep this one
      </Button>
    </div>
  );
}
