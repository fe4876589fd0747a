import { Button } from "../ui/button.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { Time } from "../ui/time.tsx";
import { forgetDraft } from "./task-draft.ts";

/** Something typed waits to be gone on with. */
export function DraftNotice({ draftKey, at, onEdit }: { draftKey: string; at: string; onEdit: () => void }) {
  return (
    <p
      role="status"
      className="mb-6 flex flex-wrap items-center gap-2 rounded-md bg-person-soft px-3 py-2 font-sans text-body"
    >
      <FamilyMark family="person" />
      <span className="mr-auto">
        You have an unsaved draft of this from <Time at={at} />.
      </span>
      <Button size="small" onClick={onEdit}>
        Go on with the draft
      </Button>
      <Button size="small" look="quiet" onClick={() => forgetDraft(draftKey)}>
        Throw it away
      </Button>
    </p>
  );
}
