import { Time } from "../ui/time.tsx";

/** Whether what is typed would survive the page. */
export function DraftNote({ changed, keptAt }: { changed: boolean; keptAt: string | null }) {
  if (!changed) return null;
  return (
    <p role="status" className="text-ink-soft">
      {keptAt ? (
        <>
          Draft kept in this browser <Time at={keptAt} />
        </>
      ) : (
        "This browser keeps no draft: save before you leave"
      )}
    </p>
  );
}
