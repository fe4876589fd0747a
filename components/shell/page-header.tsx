"use client";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../ui/button.tsx";
import { useOpenPalette } from "./palette-context.ts";

/** The one line above every screen: where one is and what it offers. */
export function PageHeader({ title, children }: { title: ReactNode; children?: ReactNode }) {
  const openPalette = useOpenPalette();
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-6 py-2 max-sm:px-4">
      <h1 className="mr-auto min-w-0 text-title max-sm:max-w-[calc(100%-52px)] max-sm:text-pretty sm:truncate">
        {title}
      </h1>
      <IconButton label="Find or do anything" onClick={openPalette} className="sm:hidden">
        <Search className="size-5" aria-hidden />
      </IconButton>
      {children}
    </header>
  );
}
