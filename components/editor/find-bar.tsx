"use client";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type RefObject, useState } from "react";
import { Button, IconButton } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import { findInText } from "./find-in-text.ts";

type Props = {
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Writes over a part of the text. */
  onReplace: (from: number, to: number, inserted: string) => void;
  onClose: () => void;
};

/** Finds in the source, and replaces one by one. */
export function FindBar({ text, field, onReplace, onClose }: Props) {
  const [wanted, setWanted] = useState("");
  const [instead, setInstead] = useState("");
  const [shown, setShown] = useState(-1);
  const places = findInText(text, wanted);
  function show(index: number, keepFocus: HTMLElement | null) {
    const at = places.at(index % places.length);
    const area = field.current;
    if (at === undefined || !area) return;
    setShown(places.indexOf(at));
    area.focus();
    area.setSelectionRange(at, at + wanted.length);
    keepFocus?.focus();
  }
  function replace() {
    const at = places[shown];
    if (at !== undefined) onReplace(at, at + wanted.length, instead);
  }
  return (
    <search className="flex flex-wrap items-center gap-2" aria-label="Find in the source">
      <Input
        autoFocus
        aria-label="Find"
        placeholder="Find"
        className="max-w-56"
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setShown(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            show(shown + (event.shiftKey ? -1 : 1), event.currentTarget);
          }
          if (event.key === "Escape") {
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <span className="tabular text-ink-soft" role="status">
        {wanted === "" ? "" : places.length === 0 ? "Not found" : `${shown + 1} of ${places.length}`}
      </span>
      <IconButton label="Previous" disabled={places.length === 0} onClick={() => show(shown - 1, null)}>
        <ChevronUp className="size-4" aria-hidden />
      </IconButton>
      <IconButton label="Next" disabled={places.length === 0} onClick={() => show(shown + 1, null)}>
        <ChevronDown className="size-4" aria-hidden />
      </IconButton>
      <Input
        aria-label="Replace by"
        placeholder="Replace by"
        className="max-w-56"
        value={instead}
        onChange={(event) => setInstead(event.target.value)}
      />
      <Button size="small" disabled={places[shown] === undefined} onClick={replace}>
        Replace
      </Button>
      <IconButton label="Close find" onClick={onClose}>
        <X className="size-4" aria-hidden />
      </IconButton>
    </search>
  );
}
