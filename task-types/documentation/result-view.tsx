"use client";
import { useState } from "react";
import type * as z from "zod";
import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import type { ResultViewProps } from "../result-view-props.ts";
import { Choice } from "../view-parts/choice.tsx";
import { figure } from "../view-parts/figure-text.ts";
import { FileLink } from "../view-parts/file-link.tsx";
import { ownFile } from "../view-parts/own-file.ts";
import { resultOf } from "../view-parts/result-of.ts";
import type { documentation } from "./schema.ts";

const formats = { markdown: "Markdown", html: "HTML", pdf: "PDF" };

/** The document with its contents beside it, to be read here or as the file that was asked for. */
export function DocumentationView({ title, content, result }: ResultViewProps) {
  const made = resultOf<z.output<typeof documentation.result>>(result);
  const [shown, setShown] = useState<"text" | "file">("text");
  const file = ownFile(made.document_url);
  const asFile = made.format === "pdf" && file !== null;
  return (
    <article className="mx-auto max-w-240 font-sans">
      <header className="mb-8 flex flex-wrap items-center gap-3">
        <p className="tabular mr-auto text-body text-ink-faint max-sm:basis-full">
          {formats[made.format]}
          {made.pages === null ? "" : `, ${figure(made.pages)} ${made.pages === 1 ? "page" : "pages"}`},{" "}
          {figure(made.word_count)} words
        </p>
        {asFile ? (
          <Choice
            label="How to read it"
            options={[
              { value: "text", label: "Text" },
              { value: "file", label: "Pages" },
            ]}
            value={shown}
            onChange={setShown}
          />
        ) : null}
        {asFile ? (
          <a href={file} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
            Open the PDF
          </a>
        ) : null}
        <FileLink href={made.document_url}>{formats[made.format]}</FileLink>
      </header>
      {asFile && shown === "file" ? (
        <iframe
          title={`${title}, PDF`}
          src={file}
          className="h-[80dvh] w-full rounded-md border border-line bg-sunken"
        />
      ) : (
        <div className="flex gap-10 max-lg:flex-col">
          <Contents contents={made.contents} />
          <div className="min-w-0 flex-1">
            <h2 className="mb-6 font-serif text-display text-balance">{title}</h2>
            <div className="prose" data-reading>
              <MarkdownView text={content ?? ""} from={0} />
            </div>
          </div>
        </div>
      )}
    </article>
  );
}

function Contents({ contents }: { contents: readonly { heading: string; level: number; page: number | null }[] }) {
  if (contents.length === 0) return null;
  const top = Math.min(...contents.map(({ level }) => level));
  return (
    <nav aria-label="Contents" className="shrink-0 lg:w-52">
      <h3 className="mb-2">Contents</h3>
      <ol className="flex flex-col gap-1">
        {contents.map(({ heading, level, page }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat
          <li key={index} className="flex gap-2 text-ink-soft" style={{ paddingLeft: (level - top) * 12 }}>
            <span className="min-w-0 flex-1">{heading}</span>
            {page === null ? null : <span className="tabular text-ink-faint">{page}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
