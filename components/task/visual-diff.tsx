type PictureProps = { label: string; before: string | null; after: string | null };

/** Two pictures side by side, on a phone too: apart from each other nobody sees what changed. */
export function PictureDiff({ label, before, after }: PictureProps) {
  return (
    <div className="grid grid-cols-2 gap-4 max-sm:gap-2">
      <Side name="Before" label={label} address={before} />
      <Side name="After" label={label} address={after} />
    </div>
  );
}

function Side({ name, label, address }: { name: string; label: string; address: string | null }) {
  return (
    <figure className="flex min-w-0 flex-col">
      <div className="checkerboard flex flex-1 items-center justify-center overflow-hidden rounded-md border border-line">
        {address ? (
          // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
          <img src={ownAddress(address)} alt={`${label}, ${name.toLowerCase()}`} className="max-h-100 max-w-full" />
        ) : (
          <span className="p-6 text-ink-faint">No picture</span>
        )}
      </div>
      <figcaption className="mt-1.5 text-small text-ink-faint">{name}</figcaption>
    </figure>
  );
}

/** Files of this hub are read under the name by which it is open now. */
function ownAddress(address: string): string {
  const url = URL.parse(address);
  return url?.pathname.startsWith("/api/tasks/") ? url.pathname + url.search : address;
}

/** Two palettes, colour by colour. */
export function ColourDiff({ before, after }: { before: string[]; after: string[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
      {[
        { name: "Before", colours: before },
        { name: "After", colours: after },
      ].map(({ name, colours }) => (
        <div key={name} className="contents">
          <dt className="text-small text-ink-faint">{name}</dt>
          <dd className="flex flex-wrap gap-x-4 gap-y-1">
            {colours.map((hex) => (
              <span key={hex} className="flex items-center gap-1.5">
                <span aria-hidden="true" className="size-5 rounded-sm border border-line" style={{ background: hex }} />
                <code className="font-mono text-small">{hex}</code>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
