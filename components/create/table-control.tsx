"use client";
import { useState } from "react";
import type { Json } from "#lib/contract/json.ts";
import { type FieldAria, Input, Select, TextArea } from "../ui/field.tsx";
import type { FieldBinding } from "./form-field.ts";
import { parseJson } from "./form-values.ts";
import { UploadControl } from "./upload-control.tsx";

type Way = "text" | "upload" | "task";

/** A table as text, as a file, or as what another task found. */
export function TableControl({ aria, binding }: { aria: FieldAria; binding: FieldBinding }) {
  const value = String(binding.value);
  const named = idsIn(value);
  const [chosen, choose] = useState<Way | null>(null);
  const way = chosen ?? (named.upload_id !== undefined ? "upload" : named.task_id !== undefined ? "task" : "text");
  return (
    <div className="flex flex-col gap-2">
      <Select
        aria-label="How the data comes"
        value={way}
        onChange={(event) => {
          choose(event.target.value as Way);
          binding.onChange("");
        }}
        className="max-w-60"
      >
        <option value="text">CSV or JSON as text</option>
        <option value="upload">A file</option>
        <option value="task">What another task retrieved</option>
      </Select>
      {way === "upload" ? (
        <UploadControl
          aria={aria}
          value={named.upload_id ?? ""}
          onChange={(id) => binding.onChange(id ? JSON.stringify({ upload_id: id }) : "")}
        />
      ) : way === "task" ? (
        <Input
          {...aria}
          placeholder="Task id"
          autoComplete="off"
          value={named.task_id ?? ""}
          onBlur={binding.onBlur}
          onChange={(event) =>
            binding.onChange(event.target.value ? JSON.stringify({ task_id: event.target.value }) : "")
          }
        />
      ) : (
        <TextArea
          {...aria}
          value={value}
          spellCheck={false}
          onBlur={binding.onBlur}
          onChange={(event) => binding.onChange(event.target.value)}
          placeholder={"month,revenue\n2026-01,12000"}
          className="field-sizing-content max-h-100 min-h-32! font-mono text-small!"
        />
      )}
    </div>
  );
}

function idsIn(value: string): { upload_id?: string; task_id?: string } {
  const given: Json | undefined = value.startsWith("{") ? parseJson(value) : undefined;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const id = (name: string) => (typeof given[name] === "string" ? { [name]: given[name] } : {});
  return { ...id("upload_id"), ...id("task_id") };
}
