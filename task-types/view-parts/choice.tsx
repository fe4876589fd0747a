type Props<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A few ways to look at the same thing, of which one is on. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <fieldset aria-label={label} className="inline-flex rounded-md border border-line bg-sunken p-0.5">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="h-7 rounded-sm px-2.5 whitespace-nowrap text-ink-soft transition-colors hover:text-ink aria-pressed:bg-raised aria-pressed:font-strong aria-pressed:text-ink max-sm:h-9"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
