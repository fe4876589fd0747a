import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runFfmpeg } from "./run-ffmpeg.ts";
import { withScratchFolder } from "./scratch-folder.ts";
import { decodeWav, encodeWav, type Sound } from "./wav.ts";

const encoders = {
  mp3: ["-c:a", "libmp3lame", "-b:a", "128k"],
  ogg: ["-c:a", "libvorbis", "-q:a", "5"],
} as const;

export const soundTypes = { wav: "audio/wav", mp3: "audio/mpeg", ogg: "audio/ogg" } as const;
export type SoundFormat = keyof typeof soundTypes;

/** Sound as a file of the asked format; wav is 16-bit PCM and needs no ffmpeg. */
export async function encodeSound(sound: Sound, format: SoundFormat, signal: AbortSignal): Promise<Uint8Array> {
  const wav = encodeWav(sound);
  if (format === "wav") return wav;
  return withScratchFolder(async (folder) => {
    const source = join(folder, "in.wav");
    const target = join(folder, `out.${format}`);
    await writeFile(source, wav);
    await runFfmpeg(["-i", source, "-map_metadata", "-1", ...encoders[format], target], { signal });
    return new Uint8Array(await readFile(target));
  });
}

/** What a provider of speech sent, whatever its format, as samples. @param extension its format, `mp3` */
export async function decodeSound(bytes: Uint8Array, extension: string, signal: AbortSignal): Promise<Sound> {
  if (extension === "wav") {
    try {
      return decodeWav(bytes);
    } catch {
      // Other kinds of WAV than 16-bit PCM go through ffmpeg.
    }
  }
  return withScratchFolder(async (folder) => {
    const source = join(folder, `in.${/^[a-z0-9]{2,4}$/.test(extension) ? extension : "bin"}`);
    const target = join(folder, "out.wav");
    await writeFile(source, bytes);
    await runFfmpeg(["-i", source, "-vn", "-ac", "1", "-ar", "24000", "-c:a", "pcm_s16le", target], { signal });
    return decodeWav(new Uint8Array(await readFile(target)));
  });
}
