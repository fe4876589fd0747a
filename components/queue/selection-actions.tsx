"use client";
import { Ellipsis } from "lucide-react";
import { count } from "#lib/format/number.ts";
import type { BulkVerb } from "#lib/queries/bulk.ts";
import type { TaskFilters } from "#lib/queries/tasks.ts";
import { usePhone } from "../shell/use-phone.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { ExportItems, ExportMenu } from "./export-menu.tsx";

export type Offer = { verb: BulkVerb; label: string; fits: number };

type Props = { offers: readonly Offer[]; onChoose: (verb: BulkVerb) => void; exported: TaskFilters | null };

/** So many fit beside each other on a phone, with the rest behind "More". */
const besideEachOther = 2;

/** What can be done with what is selected, and with how many of it. */
export function SelectionActions({ offers, onChoose, exported }: Props) {
  const onPhone = usePhone();
  const shown = onPhone ? offers.slice(0, besideEachOther) : offers;
  const behind = offers.slice(shown.length);
  return (
    <>
      {shown.map(({ verb, label, fits }) => (
        <Button
          key={verb}
          look={verb === "approve" ? "primary" : "secondary"}
          onClick={() => onChoose(verb)}
          className="max-sm:h-11 max-sm:flex-1"
        >
          {label}
          <span className="tabular font-normal opacity-80">{count(fits)}</span>
        </Button>
      ))}
      {onPhone ? (
        <Menu
          side="top"
          align="end"
          trigger={
            <IconButton label="More for what is selected" className="max-sm:size-11">
              <Ellipsis className="size-5" aria-hidden />
            </IconButton>
          }
        >
          {behind.map(({ verb, label, fits }) => (
            <MenuItem key={verb} danger={verb === "delete"} onSelect={() => onChoose(verb)}>
              {label}
              <span className="tabular ml-auto pl-4 text-ink-faint">{count(fits)}</span>
            </MenuItem>
          ))}
          {exported && behind.length > 0 ? <MenuSeparator /> : null}
          {exported ? <ExportItems filters={exported} what="selected" /> : null}
        </Menu>
      ) : exported ? (
        <ExportMenu filters={exported} what="selected" side="top" />
      ) : null}
    </>
  );
}
