import { Download } from "lucide-react";
import { ownFile } from "./own-file.ts";

/** A file of the result to take along; nothing where it was not made. */
export function FileLink({ href, children }: { href: string | null; children: string }) {
  if (!href) return null;
  return (
    <a
      href={ownFile(href) ?? href}
      download=""
      className="inline-flex h-8 items-center gap-2 rounded-md border border-line-strong/60 bg-surface px-3 whitespace-nowrap transition-colors hover:bg-hover max-sm:h-11"
    >
      <Download className="size-4 text-ink-faint" aria-hidden />
      {children}
    </a>
  );
}
