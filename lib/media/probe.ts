import { runFfmpeg } from "./run-ffmpeg.ts";

export type Probe = {
  /** Seconds. */
  duration: number;
  video: { codec: string; width: number; height: number } | null;
  audio: { codec: string; sampleRate: number } | null;
};

/** What a file of film or sound holds, as ffmpeg sees it. @throws for what is neither */
export async function probe(path: string, signal: AbortSignal): Promise<Probe> {
  const messages = await runFfmpeg(["-i", path], { signal, mayFail: true });
  const duration = /Duration: (\d+):(\d+):(\d+(?:\.\d+)?)/.exec(messages);
  if (!duration) throw new Error("it is no film and no sound that could be read");
  const video = /Stream #.*Video: (\w+).*?[ ,](\d{2,5})x(\d{2,5})/.exec(messages);
  const audio = /Stream #.*Audio: (\w+).*?(\d+) Hz/.exec(messages);
  return {
    duration: Number(duration[1]) * 3600 + Number(duration[2]) * 60 + Number(duration[3]),
    video: video ? { codec: `${video[1]}`, width: Number(video[2]), height: Number(video[3]) } : null,
    audio: audio ? { codec: `${audio[1]}`, sampleRate: Number(audio[2]) } : null,
  };
}

/** Decodes a file from beginning to end. @returns what ffmpeg found wrong with it; empty for a sound file */
export async function findDecodingFaults(path: string, signal: AbortSignal): Promise<string[]> {
  const messages = await runFfmpeg(["-v", "error", "-i", path, "-f", "null", "-"], { signal, mayFail: true });
  return messages.split(/[\r\n]+/).filter((line) => line.trim() !== "");
}
