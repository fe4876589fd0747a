"use client";
import { Search } from "lucide-react";
import { Kbd } from "../ui/kbd.tsx";
import { useOpenPalette } from "./palette-context.ts";

/** The way to everything that is not on the screen. */
export function FindButton() {
  const openPalette = useOpenPalette();
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-keyshortcuts="Meta+K Control+K"
      title="Find or do anything"
      className="mx-2 flex h-8 shrink-0 items-center gap-3 rounded-md px-2.5 text-ink-soft transition-colors hover:bg-hover hover:text-ink"
    >
      <Search className="size-4 shrink-0" aria-hidden strokeWidth={1.75} />
      <span className="max-rail:sr-only">
        Find<span className="sr-only"> or do anything</span>
      </span>
      <span className="ml-auto inline-flex max-rail:hidden">
        <Kbd keys="mod+k" />
      </span>
    </button>
  );
}
