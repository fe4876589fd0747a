import type { JsonObject } from "#lib/contract/json.ts";
import { Field, Input, TextArea } from "../ui/field.tsx";

type FieldInfo = { name: string; label: string; limit?: number; long?: true };

/** Fields of results that people word themselves; a type shows those it has. */
const known: readonly FieldInfo[] = [
  { name: "title", label: "Title" },
  { name: "excerpt", label: "Excerpt", long: true },
  { name: "seo_title", label: "Search title", limit: 60 },
  { name: "seo_description", label: "Search description", limit: 160, long: true },
  { name: "featured_image_alt", label: "Description of the picture" },
];

export function editableFields(result: JsonObject | null): Record<string, string> {
  const pairs = known.flatMap(({ name }) => {
    const value = result?.[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** A merge patch of what differs; null when nothing does. */
export function changedFields(
  before: Record<string, string>,
  after: Record<string, string>,
): Record<string, string> | null {
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}

type Props = { fields: Record<string, string>; onChange: (fields: Record<string, string>) => void };

export function EditorFields({ fields, onChange }: Props) {
  const shown = known.filter((field) => field.name in fields);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {shown.map((field) => {
        const value = fields[field.name] ?? "";
        const Control = field.long ? TextArea : Input;
        return (
          <Field
            key={field.name}
            id={`edit-${field.name}`}
            label={field.label}
            help={field.limit ? `${value.length} of ${field.limit} characters` : undefined}
            error={field.limit && value.length > field.limit ? `At most ${field.limit} characters` : null}
          >
            {(aria) => (
              <Control
                {...aria}
                value={value}
                onChange={(event: { target: { value: string } }) =>
                  onChange({ ...fields, [field.name]: event.target.value })
                }
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}
