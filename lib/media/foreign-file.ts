import { findFfmpeg } from "./find-ffmpeg.ts";

/** Kinds of film and sound that are read from files that somebody else made; others have seen less testing. */
const kinds = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,wav,ogg,flac,aac";

/** Options before `-i`: only this file, only these kinds. */
export const foreignInput = ["-protocol_whitelist", "file", "-format_whitelist", kinds];

/** Why this ffmpeg is not given files from outside; null when it may read them. */
export async function whyNotForeign(): Promise<string | null> {
  const { readsForeignFiles, version } = await findFfmpeg();
  if (readsForeignFiles) return null;
  return `the ffmpeg of this hub (${version ?? "an unnumbered build"}) is too old to be given files from outside; install a current one or set FFMPEG_PATH`;
}
