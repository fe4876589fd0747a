import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState
        heading="h1"
        title="There is nothing at this address"
        action={
          // A plain link: every page carries this one, and few ever show it.
          <a href="/" className={buttonClass("primary")}>
            Go to the overview
          </a>
        }
      >
        It may have been deleted, or it belongs to another account.
      </EmptyState>
    </main>
  );
}
