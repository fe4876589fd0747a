import { ErrorLine } from "../ui/error-state.tsx";

type Fault = { name: string; label: string; message: string };

/** Every fault at the top, each a way to its field. */
export function FormFaults({ faults, failure }: { faults: readonly Fault[]; failure: unknown }) {
  if (failure) return <ErrorLine error={failure} />;
  if (faults.length === 0) return null;
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-4 py-3">
      <p className="font-strong">
        {faults.length === 1 ? "One field needs a look" : `${faults.length} fields need a look`}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {faults.map((fault) => (
          <li key={fault.name}>
            <a href={`#field-${fault.name}`} className="underline underline-offset-2">
              {fault.label}
            </a>
            : {fault.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
