const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export function PublishedTime({ at, prefix = "" }: { at: Date; prefix?: string }) {
  return (
    <time dateTime={at.toISOString()} title={at.toISOString()}>
      {prefix}
      {inWords.format(at)}
    </time>
  );
}
