import sharp from "sharp";
import { contrast } from "./colour.ts";
import type { ColourRoles } from "./roles.ts";

/**
 * A picture that is no drawing of ours in the colours of a palette: its lightness runs from letters over the primary
 * and the accent to the ground. Its forms stay, its own colours do not.
 */
export async function recolourPixels(png: Uint8Array, roles: ColourRoles): Promise<Uint8Array> {
  const { data, info } = await sharp(png)
    .flatten({ background: "#ffffff" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isDark = contrast(roles.ground, "#000000") < contrast(roles.ground, "#ffffff");
  const stops = [roles.ink, roles.primary, roles.secondary, roles.ground].map(channels);
  // On a dark ground what was light becomes the ground, so that the mark stands out from it.
  const ramp = isDark
    ? [channels(roles.primary), channels(roles.primary), channels(roles.accent), channels(roles.ground)]
    : stops;
  for (let at = 0; at < data.length; at += 3) {
    const light = ((data[at] ?? 0) * 0.2126 + (data[at + 1] ?? 0) * 0.7152 + (data[at + 2] ?? 0) * 0.0722) / 255;
    const place = Math.min(2.999, light * 3);
    const [from = [0, 0, 0], to = [0, 0, 0]] = [ramp[Math.floor(place)], ramp[Math.floor(place) + 1]];
    const share = place % 1;
    for (let channel = 0; channel < 3; channel++) {
      data[at + channel] = (from[channel] ?? 0) * (1 - share) + (to[channel] ?? 0) * share;
    }
  }
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  return new Uint8Array(await sharp(data, { raw }).png().toBuffer());
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
