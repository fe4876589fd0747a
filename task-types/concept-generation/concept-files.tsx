import { ownFile } from "../view-parts/own-file.ts";

type ConceptFile = { palette_name: string | null; format: string; size: string; url: string };

/** Every file to take along, by palette. */
export function ConceptFiles({ files }: { files: readonly ConceptFile[] }) {
  const palettes = [...new Set(files.map((file) => file.palette_name))];
  return (
    <details className="mt-10 font-sans">
      <summary className="mb-3 text-title font-strong">{files.length} files to take along</summary>
      <dl className="divide-y divide-line border-y border-line">
        {palettes.map((palette) => (
          <div key={palette ?? ""} className="grid gap-x-4 py-2 sm:grid-cols-[180px_1fr]">
            <dt className="text-ink-soft">{palette ?? "As designed"}</dt>
            <dd className="flex flex-wrap gap-x-4 gap-y-1">
              {files
                .filter((file) => file.palette_name === palette)
                .map((file) => (
                  <a
                    key={file.url}
                    href={ownFile(file.url) ?? file.url}
                    download=""
                    className="inline-flex min-h-6 items-center gap-1 text-accent underline-offset-2 hover:underline"
                  >
                    {file.format.toUpperCase()}
                    <span className="text-ink-faint"> {file.size}</span>
                  </a>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
