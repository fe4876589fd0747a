"use client";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type ComponentType, useRef } from "react";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { EditField } from "#task-types/edit-form.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useForm } from "./form-context.ts";
import { objectsOf } from "./json-values.ts";

type FieldsProps = {
  fields: readonly EditField[];
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  path: string;
};

type Props = {
  field: Extract<EditField, { kind: "items" }>;
  value: Json | undefined;
  onChange: (items: JsonObject[]) => void;
  path: string;
  /** Given, because fields hold items and items hold fields. */
  Fields: ComponentType<FieldsProps>;
};

/** A list of things with fields of their own; where it may, it grows, shrinks and changes its order. */
export function ItemsEditor({ field, value, onChange, path, Fields }: Props) {
  const items = objectsOf(value);
  const { errors, publisher } = useForm();
  const keys = useStableKeys(items.length);
  const error = errors.get(path);
  const Preview = field.preview;

  function move(from: number, to: number) {
    keys.move(from, to);
    const rest = items.toSpliced(from, 1);
    onChange(rest.toSpliced(to, 0, items[from] as JsonObject));
  }
  return (
    <section aria-label={field.label} className="flex min-w-0 flex-col gap-3">
      <h3>{field.label}</h3>
      {error ? <p className="text-bad">{error}</p> : null}
      <ol className="flex flex-col gap-6">
        {items.map((item, index) => {
          const label = field.itemLabel(item, index);
          return (
            <li key={keys.at(index)}>
              <fieldset aria-label={label} className="flex min-w-0 flex-col gap-3 border-l-2 border-line pl-4">
                <div className="flex w-full items-center gap-1 font-strong">
                  <span className="mr-auto">{label}</span>
                  {field.blank ? (
                    <>
                      <IconButton
                        label={`Move ${label} up`}
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      >
                        <ArrowUp className="size-4" aria-hidden />
                      </IconButton>
                      <IconButton
                        label={`Move ${label} down`}
                        disabled={index === items.length - 1}
                        onClick={() => move(index, index + 1)}
                      >
                        <ArrowDown className="size-4" aria-hidden />
                      </IconButton>
                      <IconButton
                        label={`Remove ${label}`}
                        disabled={items.length === 1}
                        onClick={() => {
                          keys.remove(index);
                          onChange(items.toSpliced(index, 1));
                        }}
                      >
                        <Trash2 className="size-4" aria-hidden />
                      </IconButton>
                    </>
                  ) : null}
                </div>
                <div className={Preview ? "grid gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]" : undefined}>
                  <Fields
                    fields={field.fields}
                    value={item}
                    onChange={(next) => onChange(items.with(index, next))}
                    path={`${path}.${index}`}
                  />
                  {Preview ? (
                    <div inert className="min-w-0 font-sans">
                      <Preview value={item} publisher={publisher} />
                    </div>
                  ) : null}
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      {field.blank ? (
        <Button
          className="self-start"
          onClick={() => {
            const blank = field.blank?.(items);
            if (blank) onChange([...items, blank]);
          }}
        >
          <Plus className="size-4" aria-hidden />
          Add to {field.label.toLowerCase()}
        </Button>
      ) : null}
    </section>
  );
}

/** Keys that go along when items change places, so that each editor keeps its own cursor and undo. */
function useStableKeys(count: number) {
  const keys = useRef<number[]>([]);
  const made = useRef(0);
  while (keys.current.length < count) keys.current.push(made.current++);
  keys.current.length = count;
  return {
    at: (index: number) => keys.current[index],
    remove: (index: number) => {
      keys.current = keys.current.toSpliced(index, 1);
    },
    move: (from: number, to: number) => {
      const [key] = keys.current.splice(from, 1);
      keys.current.splice(to, 0, key as number);
    },
  };
}
