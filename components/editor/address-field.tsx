"use client";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";

type Props = { address: string; onApply: (address: string) => void; onClose: () => void };

/** The address of a link, asked for beside it; an empty one takes the link away. */
export function AddressField({ address, onApply, onClose }: Props) {
  const [value, setValue] = useState(address || "https://");
  const wanted = value.trim() === "https://" ? "" : value.trim();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        autoFocus
        aria-label="Address of the link"
        className="max-w-96 flex-1"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") onApply(wanted);
          else onClose();
        }}
      />
      <Button size="small" onClick={() => onApply(wanted)}>
        {wanted === "" && address ? "Take the link away" : "Set the link"}
      </Button>
      <Button size="small" look="quiet" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}
