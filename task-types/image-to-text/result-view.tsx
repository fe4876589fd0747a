"use client";
import { useState } from "react";
import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { figure } from "../view-parts/figure-text.ts";
import { ownFile } from "../view-parts/own-file.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { pictureOf } from "./picture-of.ts";
import type { imageToText } from "./schema.ts";
import { WordBoxes } from "./word-boxes.tsx";

/** What was read, beside the picture with a box around each word. */
export function ImageToTextView({ title, content, result, request, taskId }: ResultViewProps) {
  const { text, mode, confidence, words, picture_url } = resultOf<z.output<typeof imageToText.result>>(result);
  const [marked, setMarked] = useState<number | null>(null);
  const picture = ownFile(picture_url) ?? pictureOf(request, taskId);
  const doubtful = words.filter((word) => word.confidence < 70).length;
  return (
    <article className="mx-auto max-w-240 font-sans">
      <WordBoxes words={words} picture={picture} alt={title} marked={marked} onMark={setMarked} />
      <p className="tabular mt-3 text-ink-faint">
        {mode === "caption"
          ? "What the picture shows, by a model that sees"
          : `${figure(words.length)} ${words.length === 1 ? "word" : "words"}`}
        {confidence === null ? "" : `, ${figure(Math.round(confidence))} % sure`}
        {doubtful > 0 ? `, ${figure(doubtful)} doubtful` : ""}
      </p>
      <div className="prose mt-6 whitespace-pre-wrap" data-reading>
        {content ?? text}
      </div>
    </article>
  );
}
