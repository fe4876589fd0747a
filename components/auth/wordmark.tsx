import { FamilyMark } from "../ui/status-mark.tsx";

export function Wordmark() {
  return (
    <p className="flex items-center gap-2 font-strong">
      <FamilyMark family="person" />
      Oversight Hub
    </p>
  );
}
