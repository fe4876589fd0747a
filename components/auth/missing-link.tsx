import Link from "next/link";
import type { ReactNode } from "react";

/** For a page that only a link with its token can open. */
export function MissingLink({ what, how }: { what: string; how: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h1 className="text-display">{what}</h1>
      <p className="text-body text-ink-soft">{how}</p>
      <p className="mt-4">
        <Link href="/sign-in" className="text-ink-soft underline underline-offset-2 hover:text-ink">
          Go to sign in
        </Link>
      </p>
    </div>
  );
}
