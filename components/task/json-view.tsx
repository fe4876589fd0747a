import { CodeBlock } from "../ui/code-block.tsx";

export function JsonView({ value, label = "Copy the JSON" }: { value: unknown; label?: string }) {
  return <CodeBlock text={JSON.stringify(value, null, 2) ?? ""} copyLabel={label} />;
}
