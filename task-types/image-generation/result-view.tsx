import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { Picture } from "../view-parts/picture.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import type { imageGeneration } from "./schema.ts";

/** The pictures, each at a size of the reader's choice. */
export function ImageGenerationView({ title, result }: ResultViewProps) {
  const { images } = resultOf<z.output<typeof imageGeneration.result>>(result);
  return (
    <article className="mx-auto max-w-240 font-sans">
      <p className="mb-6 border-l-2 border-line-strong pl-4 text-body text-ink-soft">{title}</p>
      <div className="flex flex-col gap-10">
        {images.map((image, index) => (
          <div key={image.url} data-part={`images.${index}`}>
            <Picture
              src={image.url}
              width={image.width}
              height={image.height}
              alt={images.length > 1 ? `${title} (${index + 1} of ${images.length})` : title}
            />
          </div>
        ))}
      </div>
    </article>
  );
}
