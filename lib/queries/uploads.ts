import { ApiError } from "#lib/api-client.ts";
import { maxUploadBytes } from "#lib/contract/upload-size.ts";

export type Upload = { upload_id: string; name: string; type: string; size: number };

/**
 * Sends one file; a task that names its id takes it within a day.
 * @param onProgress the share that has been sent, 0–1
 * @throws {ApiError}
 */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  if (file.size > maxUploadBytes) {
    // The hub would hang up in the middle, which looks like a lost connection.
    const message = `The file is larger than ${maxUploadBytes / 1024 / 1024} MiB.`;
    return Promise.reject(new ApiError(message, { code: "PAYLOAD_TOO_LARGE", status: 413, requestId: null }));
  }
  return new Promise((resolve, reject) => {
    // fetch does not tell how far a request's body has come.
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set("file", file);
    const refuse = (message: string, code: string) =>
      reject(
        new ApiError(message, { code, status: request.status, requestId: request.getResponseHeader("x-request-id") }),
      );
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status === 201) resolve(answer as Upload);
      else
        refuse(answer.error?.message ?? `The hub answered ${request.status}.`, answer.error?.code ?? "INTERNAL_ERROR");
    };
    request.onerror = () => refuse("The file could not be sent. Check the connection, then try again.", "UNREACHABLE");
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", "/api/uploads");
    request.setRequestHeader("x-api-profile", "unified");
    request.send(form);
  });
}

function read(text: string): Partial<Upload> & { error?: { code?: string; message?: string } } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
