const bars = 160;
/** Decoded sound takes about 0.2 MB a second; longer ones keep to the plain player. */
const longest = 300;

/** The loudest of each of 160 stretches, 0–1 of the loudest of all; null where the sound is too long to decode. */
export async function readPeaks(src: string, seconds: number, signal: AbortSignal): Promise<number[] | null> {
  if (seconds > longest) return null;
  const response = await fetch(src, { signal });
  if (!response.ok) return null;
  const context = new OfflineAudioContext(1, 1, 22_050);
  const sound = await context.decodeAudioData(await response.arrayBuffer());
  const samples = sound.getChannelData(0);
  const stretch = Math.max(1, Math.floor(samples.length / bars));
  const peaks = Array.from({ length: bars }, (_, bar) => loudest(samples.subarray(bar * stretch, (bar + 1) * stretch)));
  const top = Math.max(...peaks);
  return top > 0 ? peaks.map((peak) => peak / top) : peaks;
}

function loudest(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}
