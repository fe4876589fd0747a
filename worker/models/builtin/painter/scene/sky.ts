import type { Random } from "../random.ts";
import type { Frame } from "./frame.ts";
import { type Light, mix } from "./light.ts";
import type { Scene } from "./read-scene.ts";

const n = (value: number) => value.toFixed(1);

export function sky({ sky: [top, middle, low] }: Light, { width, height }: Frame): string {
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset=".45" stop-color="${middle}"/><stop offset=".75" stop-color="${low}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#sky)"/>`;
}

export function stars({ width, height }: Frame, random: Random, many: boolean): string {
  return Array.from({ length: many ? 160 : 70 }, () => {
    const r = random.between(0.4, 1.7) * (height / 720);
    return `<circle cx="${n(random.between(0, width))}" cy="${n(random.between(0, height * (many ? 1 : 0.55)))}" r="${n(r)}" fill="#ffffff" fill-opacity="${random.between(0.35, 0.95).toFixed(2)}"/>`;
  }).join("");
}

export function sunOrMoon(
  { hour, setting, moon, weather }: Scene,
  { glow }: Light,
  { width, height }: Frame,
  random: Random,
) {
  if (setting === "space" || ((weather === "rain" || weather === "cloudy") && !moon)) return "";
  const isNight = hour === "night" || moon;
  const x = width * random.between(0.22, 0.78);
  const y = height * (hour === "day" ? 0.2 : isNight ? 0.22 : 0.5);
  const r = Math.min(width, height) * (isNight ? 0.065 : hour === "day" ? 0.07 : 0.11);
  const halo = [3.2, 2.2, 1.5].map(
    (wide) =>
      `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * wide)}" fill="${glow}" fill-opacity="${isNight ? 0.07 : 0.14}"/>`,
  );
  const craters = isNight
    ? `<circle cx="${n(x - r * 0.3)}" cy="${n(y - r * 0.2)}" r="${n(r * 0.2)}" fill="#000" fill-opacity=".08"/><circle cx="${n(x + r * 0.32)}" cy="${n(y + r * 0.3)}" r="${n(r * 0.27)}" fill="#000" fill-opacity=".07"/>`
    : "";
  return `${halo.join("")}<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${glow}"/>${craters}`;
}

export function rainbow({ width, height }: Frame): string {
  return ["#d9534f", "#f0953f", "#f2cf4a", "#5bab62", "#4b8fd0", "#7a5bb0"]
    .map((colour, ring) => {
      const r = width * (0.44 - ring * 0.014);
      return `<circle cx="${width / 2}" cy="${n(height * 0.78)}" r="${n(r)}" fill="none" stroke="${colour}" stroke-opacity=".55" stroke-width="${n(width * 0.015)}"/>`;
    })
    .join("");
}

export function clouds(
  { weather }: Scene,
  { sky: [top, , low] }: Light,
  { width, height }: Frame,
  random: Random,
): string {
  const heavy = weather === "rain" || weather === "cloudy";
  const fill = weather === "rain" ? mix(top, "#55606e", 0.6) : mix(low, "#ffffff", 0.55);
  return Array.from({ length: heavy ? 8 : 3 }, () => {
    const unit = height * random.between(0.035, 0.06) * (heavy ? 1.5 : 1);
    const x = random.between(-0.05, 0.95) * width;
    const y = random.between(0.08, heavy ? 0.3 : 0.36) * height;
    const puffs = [
      [0, 0, 1],
      [1.2, -0.5, 1.3],
      [2.6, -0.2, 1.1],
      [3.6, 0.1, 0.8],
    ]
      .map(
        ([dx = 0, dy = 0, r = 1]) => `<circle cx="${n(x + dx * unit)}" cy="${n(y + dy * unit)}" r="${n(r * unit)}"/>`,
      )
      .join("");
    const base = `<rect x="${n(x - unit)}" y="${n(y)}" width="${n(unit * 5.4)}" height="${n(unit)}" rx="${n(unit / 2)}"/>`;
    return `<g fill="${fill}" opacity="${heavy ? 0.92 : 0.8}">${puffs}${base}</g>`;
  }).join("");
}
