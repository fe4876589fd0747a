import { runFfmpeg } from "./run-ffmpeg.ts";

export type FilmFormat = { width: number; height: number; framesPerSecond: number };
export type Motion = "in" | "out" | "left" | "right" | "none";

export type Shot = FilmFormat & {
  picture: string;
  /** Transparent pictures of the same size, shown one after the other; seconds each. */
  captions: { path: string; seconds: number }[];
  seconds: number;
  motion: Motion;
  /** `#rrggbb` that the shot comes from and goes to. */
  fadeColour: string;
  target: string;
};

const video = [
  "-c:v",
  "libx264",
  "-preset",
  "veryfast",
  "-crf",
  "21",
  "-pix_fmt",
  "yuv420p",
  "-video_track_timescale",
  "12800",
];

/** One picture in gentle motion, with captions, as a film without sound. */
export async function encodeShot(shot: Shot, signal: AbortSignal, captionList: string | null): Promise<void> {
  const frames = Math.max(2, Math.round(shot.seconds * shot.framesPerSecond));
  const fade = Math.min(0.4, shot.seconds / 5);
  const colour = `0x${shot.fadeColour.slice(1)}`;
  const moved = [
    motionFilter(shot, frames),
    `fade=t=in:st=0:d=${fade}:color=${colour}`,
    `fade=t=out:st=${(shot.seconds - fade).toFixed(3)}:d=${fade}:color=${colour}`,
    "setsar=1",
  ].join(",");
  const captions = captionList ? ["-f", "concat", "-safe", "0", "-i", captionList] : [];
  const graph = captionList
    ? `[0:v]${moved}[film];[1:v]fps=${shot.framesPerSecond},format=rgba[words];[film][words]overlay=0:0:eof_action=pass,format=yuv420p[out]`
    : `[0:v]${moved},format=yuv420p[out]`;
  await runFfmpeg(
    [
      "-i",
      shot.picture,
      ...captions,
      "-filter_complex",
      graph,
      "-map",
      "[out]",
      "-frames:v",
      `${frames}`,
      "-r",
      `${shot.framesPerSecond}`,
      ...video,
      "-an",
      shot.target,
    ],
    { signal },
  );
}

/** Drawn larger first: the filter moves by whole pixels of its source, which would be seen as trembling. */
function motionFilter({ width, height, framesPerSecond, motion }: Shot, frames: number): string {
  const larger = width * height > 1_000_000 ? 1.5 : 2;
  const [wide, tall] = [width, height].map((side) => Math.round((side * larger) / 2) * 2);
  const at = `on/${frames}`;
  const centre = "x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)'";
  const paths: Record<Motion, string> = {
    in: `z='1+0.07*${at}':${centre}`,
    out: `z='1.07-0.07*${at}':${centre}`,
    left: `z='1.06':x='(iw-iw/zoom)*(1-${at})':y='(ih-ih/zoom)/2'`,
    right: `z='1.06':x='(iw-iw/zoom)*${at}':y='(ih-ih/zoom)/2'`,
    none: `z='1':x=0:y=0`,
  };
  return `scale=${wide}:${tall}:flags=bicubic,zoompan=${paths[motion]}:d=${frames}:s=${width}x${height}:fps=${framesPerSecond}`;
}

/** Somebody's film in the format of ours, whole within the frame, without its sound and what is beyond so many seconds. */
export async function fitFilm(
  source: string[],
  format: FilmFormat & { seconds: number },
  target: string,
  signal: AbortSignal,
): Promise<void> {
  const { width, height, framesPerSecond, seconds } = format;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2,setsar=1,fps=${framesPerSecond},format=yuv420p`;
  await runFfmpeg([...source, "-map", "0:v:0", "-vf", fit, ...video, "-an", "-t", `${seconds}`, target], { signal });
}

export type Film = {
  /** A list for ffmpeg's concat, of films of one format. */
  list: string;
  /** WAV, as long as the films together. */
  sound: string;
  /** Input options and path of music that plays under it, over and over. */
  music: string[] | null;
  /** Of the whole film; music ends with it. */
  seconds: number;
  title: string;
  target: string;
};

/**
 * Music as loud as any other (EBU R 128), however loud its file is: heard in the pauses, and some 10 dB lower while somebody
 * speaks. The voice is as loud as without it.
 */
function underVoice(seconds: number): string {
  const fade = Math.min(2, seconds / 4);
  const level = "aresample=44100,loudnorm=I=-28:TP=-6:LRA=7,aresample=44100";
  return [
    "[1:a]asplit[voice][key]",
    `[2:a]${level},afade=t=in:d=${fade},afade=t=out:st=${(seconds - fade).toFixed(3)}:d=${fade}[level]`,
    "[level][key]sidechaincompress=threshold=0.015:ratio=5:attack=60:release=700[under]",
    "[voice][under]amix=inputs=2:duration=first:dropout_transition=0:normalize=0,alimiter=limit=0.95:level=false[sound]",
  ].join(";");
}

/** Puts films together without encoding them again, with their sound; ready to play while it loads. */
export async function joinFilm(film: Film, signal: AbortSignal, onTime: (seconds: number) => void): Promise<void> {
  const music = film.music ? ["-stream_loop", "-1", ...film.music] : [];
  const mix = film.music
    ? ["-filter_complex", underVoice(film.seconds), "-map", "0:v", "-map", "[sound]"]
    : ["-map", "0:v", "-map", "1:a"];
  await runFfmpeg(
    [
      "-f",
      "concat",
      "-safe",
      "0",
      "-i",
      film.list,
      "-i",
      film.sound,
      ...music,
      ...mix,
      "-c:v",
      "copy",
      "-c:a",
      "aac",
      "-b:a",
      "160k",
      "-ar",
      "44100",
      "-ac",
      "2",
      "-map_metadata",
      "-1",
      "-metadata",
      `title=${film.title}`,
      "-movflags",
      "+faststart",
      film.target,
    ],
    { signal, onTime },
  );
}
