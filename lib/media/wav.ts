/** Sound as 16-bit samples, mono. */
export type Sound = { sampleRate: number; samples: Int16Array };

const headerBytes = 44;

/** A WAV file: RIFF, one `fmt ` chunk of 16-bit PCM, one `data` chunk. */
export function encodeWav({ sampleRate, samples }: Sound): Uint8Array {
  const bytes = new Uint8Array(headerBytes + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);
  text(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples.length * 2, true);
  bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.length * 2), headerBytes);
  return bytes;
}

/** @throws for anything but 16-bit PCM; several channels become their mean. */
export function decodeWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < headerBytes || name(0) !== "RIFF" || name(8) !== "WAVE") throw new Error("it is no WAV file");
  let format: { channels: number; sampleRate: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (name(at) === "fmt ") {
      if (view.getUint16(at + 22, true) !== 16) throw new Error("its samples are not of 16 bits");
      format = { channels: view.getUint16(at + 10, true), sampleRate: view.getUint32(at + 12, true) };
    }
    if (name(at) === "data" && format) {
      // A writer that did not know the length beforehand leaves 0 or more than there is.
      const length = Math.min(size || bytes.length, bytes.length - at - 8);
      return { sampleRate: format.sampleRate, samples: readSamples(view, at + 8, length, format.channels) };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error("it holds no sound");
}

function readSamples(view: DataView, start: number, length: number, channels: number): Int16Array {
  const samples = new Int16Array(Math.floor(length / 2 / channels));
  for (let index = 0; index < samples.length; index++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += view.getInt16(start + (index * channels + channel) * 2, true);
    }
    samples[index] = sum / channels;
  }
  return samples;
}

/** Seconds. */
export function durationOf({ samples, sampleRate }: Sound): number {
  return samples.length / sampleRate;
}

/** 0 for silence; speech at a usual level is some 0.05–0.2. */
export function loudnessOf({ samples }: Sound): number {
  let sum = 0;
  for (const sample of samples) sum += (sample / 32_768) ** 2;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

/** One after the other, with a pause between. All must have the same sample rate. @param pause seconds */
export function joinSounds(sounds: Sound[], pause = 0): Sound {
  const sampleRate = sounds[0]?.sampleRate ?? 22_050;
  if (sounds.some((sound) => sound.sampleRate !== sampleRate)) throw new Error("the sounds differ in sample rate");
  const gap = Math.round(pause * sampleRate);
  const length = sounds.reduce((sum, { samples }) => sum + samples.length, 0) + gap * Math.max(0, sounds.length - 1);
  const samples = new Int16Array(length);
  let at = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, at);
    at += sound.samples.length + gap;
  }
  return { sampleRate, samples };
}

/** The same sound with other samples a second, by straight lines between them: enough for speech. */
export function resample(sound: Sound, sampleRate: number): Sound {
  if (sound.sampleRate === sampleRate) return sound;
  const samples = new Int16Array(Math.round((sound.samples.length * sampleRate) / sound.sampleRate));
  for (let index = 0; index < samples.length; index++) {
    const at = (index * sound.sampleRate) / sampleRate;
    const before = Math.floor(at);
    const from = sound.samples[before] ?? 0;
    samples[index] = from + ((sound.samples[before + 1] ?? from) - from) * (at - before);
  }
  return { sampleRate, samples };
}

/** Cut or filled with silence to exactly this length. @param seconds of the whole; @param lead seconds of silence before */
export function placeSound(sound: Sound | null, sampleRate: number, seconds: number, lead = 0): Sound {
  const samples = new Int16Array(Math.round(seconds * sampleRate));
  const start = Math.min(samples.length, Math.round(lead * sampleRate));
  if (sound) samples.set(resample(sound, sampleRate).samples.subarray(0, samples.length - start), start);
  return { sampleRate, samples };
}
