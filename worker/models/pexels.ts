import { createHash } from "node:crypto";
import { APICallError, type ImageModelV4, NoSuchModelError, type ProviderV4 } from "@ai-sdk/provider";
import * as z from "zod";
import { jsonObjectSchema } from "#lib/contract/json.ts";
import { guardedClient } from "#lib/net/guarded-client.ts";

const searchUrl = "https://api.pexels.com/v1/search";

const answerSchema = z.object({
  photos: z.array(
    z.object({
      alt: z.string().nullish(),
      photographer: z.string(),
      src: z.object({ original: z.url(), large2x: z.url() }),
    }),
  ),
});

/** Photographs from pexels.com as an image model: the words to look for are `input.search` of the call. */
export function pexelsProvider(apiKey: string): ProviderV4 {
  const refuse = (modelType: "languageModel" | "embeddingModel") => (modelId: string) => {
    throw new NoSuchModelError({ modelId, modelType });
  };
  return {
    specificationVersion: "v4",
    languageModel: refuse("languageModel"),
    embeddingModel: refuse("embeddingModel"),
    imageModel: () => photoSearch(apiKey),
  };
}

function photoSearch(apiKey: string): ImageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "pexels",
    modelId: "search",
    maxImagesPerCall: 1,
    async doGenerate({ prompt, providerOptions, abortSignal }) {
      const input = jsonObjectSchema.safeParse(providerOptions.pexels?.input).data ?? {};
      const query = typeof input.search === "string" && input.search ? input.search : (prompt ?? "").slice(0, 100);
      const url = `${searchUrl}?${new URLSearchParams({ query, orientation: "landscape", per_page: "15" })}`;
      const response = await fetch(url, { headers: { authorization: apiKey }, signal: abortSignal });
      if (!response.ok) {
        const message = `Pexels answered ${response.status}`;
        throw new APICallError({ message, url, requestBodyValues: { query }, statusCode: response.status });
      }
      const { photos } = answerSchema.parse(await response.json());
      // The same article gets the same photograph when its phase runs again.
      const photo = photos[(createHash("sha256").update(query).digest()[0] ?? 0) % Math.max(1, photos.length)];
      if (!photo) {
        const message = `Pexels has no photograph for "${query}"`;
        throw new APICallError({ message, url, requestBodyValues: { query }, statusCode: 404 });
      }
      const { bytes } = await guardedClient.fetchBytes(photo.src.large2x, {
        accept: ["image/jpeg", "image/png", "image/webp"],
        signal: abortSignal,
      });
      const credit = `Photo by ${photo.photographer} on Pexels`;
      return {
        images: [bytes],
        warnings: [],
        providerMetadata: { pexels: { images: [{ credit, alt: photo.alt?.trim() || null }] } },
        response: { timestamp: new Date(), modelId: "search", headers: undefined },
      };
    },
  };
}
