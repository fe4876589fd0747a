import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { uploadAnswer } from "#app/_server/upload-answer.ts";
import { maxUploadBytes } from "#lib/contract/upload-size.ts";
import { receiveFile } from "#lib/http/receive-file.ts";

export const POST = route(
  {
    summary: "Send a file for a request that takes one",
    description: "One file of up to 100 MiB, in the field `file`. It is removed when no task takes it within 24 hours.",
    access: "tasks:write",
    bodyDocument: z.strictObject({ file: z.string().meta({ format: "binary" }) }),
    bodyType: "multipart/form-data",
    responses: {
      201: z
        .object({
          upload_id: z.uuid(),
          name: z.string(),
          sha256: z.string(),
          type: z.string().meta({ description: "By its content, not by what its sender says" }),
          size: z.int().meta({ description: "Bytes" }),
        })
        .meta({ id: "Upload" }),
    },
    errors: ["PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "VALIDATION_ERROR"],
  },
  async ({ ctx, request }) => receiveFile(request, maxUploadBytes, (file) => uploadAnswer(ctx, request, file)),
);
