import * as z from "zod";

const hexColorSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/** The base image in one palette's colours. */
export const variationSchema = z.object({
  palette_name: z.string(),
  colors: z.array(hexColorSchema).min(3).max(8),
  description: z.string(),
  image_url: z.string(),
});

const sizes = ["small", "medium", "large", "original"] as const;

/** Every file of a concept: the base has no palette. */
export const conceptFileSchema = z.object({
  palette_name: z.string().nullable(),
  format: z.enum(["png", "jpg", "svg"]),
  size: z.enum(sizes),
  url: z.string(),
});

/** What of a concept can be made again alone: a palette with its pictures, or the mark, which every palette shows. */
export const conceptBlocks = {
  list: "variations",
  key: "palette_name",
  words: ["palette_name", "description"],
  noun: ["palette", "palettes"],
  beside: { name: "mark", path: "image_url", text: "The mark", derivedInItem: ["image_url"] },
  belongings: { list: "files", key: "palette_name" },
  keeps: [],
  derived: ["files"],
} as const;
