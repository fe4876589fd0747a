import * as z from "zod";

/** The parameter by which a file's address asks for the small picture of it. */
export const thumbnailQuery = {
  thumbnail: z
    .literal("1", { error: "must be 1, or left out" })
    .optional()
    .meta({ description: "1 for a WebP of at most 480 pixels; a picture that is as small already comes itself" }),
};

export function artifactForm({ thumbnail }: { thumbnail?: "1" }): "whole" | "thumbnail" {
  return thumbnail ? "thumbnail" : "whole";
}
