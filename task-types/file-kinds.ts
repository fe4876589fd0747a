/** A kind of file that a request brings along; `words` says what it may be, for forms and refusals. */
export type FileKind = { words: string; types: readonly string[] };

export const pictureFile: FileKind = {
  words: "PNG, JPEG, WebP, GIF or AVIF",
  types: ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"],
};

export const filmFile: FileKind = {
  words: "MP4, MOV, WebM or Matroska",
  types: ["video/mp4", "video/x-m4v", "video/quicktime", "video/webm", "video/matroska", "video/x-matroska"],
};

export const soundFile: FileKind = {
  words: "MP3, WAV, Ogg, FLAC, AAC, M4A or MP4",
  types: [
    ...["audio/mpeg", "audio/mp3", "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "audio/ogg"],
    ...["audio/mp4", "audio/x-m4a", "audio/aac", "audio/flac", "audio/x-flac", "video/mp4"],
  ],
};

/** The fields that take an upload, wherever in a request they stand, and what it must be; null where any file will do. */
export const uploadFields: Readonly<Record<string, FileKind | null>> = {
  upload: null,
  upload_id: null,
  logo_upload_id: pictureFile,
  intro_video_upload_id: filmFile,
  outro_video_upload_id: filmFile,
  bgm_upload_id: soundFile,
};

/** @param contentType as a server or the file itself says it, with parameters or without */
export function whyNotOfKind(kind: FileKind | null, contentType: string): string | null {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  return kind && !kind.types.includes(type) ? `is ${type}, and must be ${kind.words}` : null;
}
