import type { Random } from "../random.ts";
import type { Frame } from "./frame.ts";
import { type Light, mix } from "./light.ts";
import type { Scene } from "./read-scene.ts";
import { clouds, rainbow, sky, stars, sunOrMoon } from "./sky.ts";

/** Where things can stand, in shares of the height and width. */
export type Stage = { ground: number; groundX: [number, number]; water: number; front: number };
export type Backdrop = { svg: string; stage: Stage };

const n = (value: number) => value.toFixed(1);

/** Sky, land and water, with the places where things may stand. */
export function drawBackdrop(scene: Scene, light: Light, frame: Frame, random: Random, captioned = false): Backdrop {
  const { width: w, height: h } = frame;
  const parts = [sky(light, frame)];
  if (scene.setting === "studio") return studio(light, frame, captioned ? 0.1 : 0);
  if (scene.hour === "night" || scene.setting === "space") parts.push(stars(frame, random, scene.setting === "space"));
  if (scene.setting !== "underwater") parts.push(sunOrMoon(scene, light, frame, random));
  if (scene.rainbow) parts.push(rainbow(frame));
  if (scene.setting === "space") return { svg: parts.join("") + planets(light, frame, random), stage: stageOf(0.96) };
  if (scene.setting === "underwater") return underwater(light, frame, random);
  if (scene.hour !== "night") parts.push(clouds(scene, light, frame, random));
  const range = (base: number, swing: number, fill: string, sharp = false) =>
    `<polygon points="0,${h} ${ridge(w, h * base, h * swing, random, sharp)} ${w},${h}" fill="${fill}"/>`;
  if (scene.setting === "mountains" || scene.setting === "snow") {
    parts.push(range(0.5, 0.16, mix(light.far, light.sky[1], 0.4), true), range(0.58, 0.14, light.far, true));
  } else parts.push(range(0.6, 0.04, mix(light.far, light.sky[2], 0.3)), range(0.64, 0.05, light.far));
  if (scene.setting === "sea") return sea(scene, light, frame, random, parts);
  parts.push(range(0.7, 0.035, light.middle));
  if (scene.setting === "forest") parts.push(trees(light, frame, random));
  if (scene.setting === "street") parts.push(street(light, frame));
  else parts.push(range(0.84, 0.03, light.near));
  return { svg: parts.join(""), stage: stageOf(scene.setting === "street" ? 0.8 : 0.79) };
}

function stageOf(ground: number): Stage {
  return { ground, groundX: [0.2, 0.8], water: 0.8, front: 0.93 };
}

/** Points of a line of hills from left to right, or of peaks. */
function ridge(width: number, base: number, swing: number, random: Random, sharp: boolean): string {
  if (sharp) {
    const points: string[] = [];
    for (let at = -0.05; at <= 1.05; at += random.between(0.06, 0.13)) {
      points.push(
        `${n(at * width)},${n(base - swing * (points.length % 2 ? random.between(0.55, 1.5) : random.between(-0.6, 0.1)))}`,
      );
    }
    return `0,${n(base)} ${points.join(" ")} ${width},${n(base)}`;
  }
  const shift = random.between(0, 6.28);
  const waves = random.between(0.7, 1.4);
  return Array.from({ length: 41 }, (_, step) => {
    const at = step / 40;
    const lift = Math.sin(at * 6.28 * waves + shift) + 0.4 * Math.sin(at * 6.28 * waves * 2.3 + shift * 2);
    return `${n(at * width)},${n(base - lift * swing)}`;
  }).join(" ");
}

function sea(scene: Scene, light: Light, frame: Frame, random: Random, parts: string[]): Backdrop {
  const { width: w, height: h } = frame;
  const horizon = h * 0.64;
  const water = `<defs><linearGradient id="water" x2="0" y2="1"><stop stop-color="${light.water[0]}"/><stop offset="1" stop-color="${light.water[1]}"/></linearGradient></defs><rect y="${n(horizon)}" width="${w}" height="${n(h - horizon)}" fill="url(#water)"/>`;
  const ripples = Array.from({ length: 34 }, () => {
    const depth = random.next();
    const y = horizon + (h - horizon) * (0.04 + depth * 0.92);
    const length = w * (0.02 + depth * 0.07) * random.between(0.6, 1.4);
    const x = random.between(-0.02, 1) * w;
    return `<path d="M${n(x)} ${n(y)}q${n(length / 4)} ${n(-h * 0.008)} ${n(length / 2)} 0t${n(length / 2)} 0" fill="none" stroke="${light.glow}" stroke-opacity="${(0.12 + depth * 0.25).toFixed(2)}" stroke-width="${n(h * (0.0015 + depth * 0.0025))}" stroke-linecap="round"/>`;
  }).join("");
  parts.push(water, ripples);
  if (!scene.cliff)
    return { svg: parts.join(""), stage: { ground: 0.66, groundX: [0.15, 0.85], water: 0.78, front: 0.95 } };
  const right = random.next() < 0.5;
  const top = h * 0.58;
  const rock = mix(light.near, "#3a3f45", 0.55);
  const cliff = `<path d="M${n(w * 0.56)} ${h}L${n(w * 0.6)} ${n(h * 0.82)}L${n(w * 0.64)} ${n(h * 0.7)}L${n(w * 0.67)} ${n(top)}Q${n(w * 0.8)} ${n(top - h * 0.04)} ${w} ${n(top - h * 0.02)}V${h}Z" fill="${rock}"/><path d="M${n(w * 0.74)} ${h}L${n(w * 0.76)} ${n(h * 0.78)}L${n(w * 0.82)} ${n(h * 0.68)}L${n(w * 0.84)} ${n(top)}L${w} ${n(top)}V${h}Z" fill="#000" fill-opacity=".12"/><path d="M${n(w * 0.655)} ${n(top + h * 0.03)}Q${n(w * 0.8)} ${n(top - h * 0.055)} ${w} ${n(top - h * 0.035)}V${n(top + h * 0.035)}Q${n(w * 0.8)} ${n(top)} ${n(w * 0.655)} ${n(top + h * 0.03)}Z" fill="${light.middle}"/>`;
  parts.push(right ? cliff : `<g transform="translate(${w} 0) scale(-1 1)">${cliff}</g>`);
  return {
    svg: parts.join(""),
    stage: { ground: 0.575, groundX: right ? [0.76, 0.92] : [0.08, 0.24], water: 0.8, front: 0.96 },
  };
}

function trees(light: Light, { width, height }: Frame, random: Random): string {
  return [0.36, 0.5]
    .map((tall, row) => {
      const fill = mix(light.near, light.far, 0.5 - row * 0.4);
      return Array.from({ length: 22 }, (_, index) => {
        const x = ((index + random.between(-0.3, 0.3)) / 21) * width;
        const h = height * tall * random.between(0.5, 0.85);
        const foot = height * (0.76 + row * 0.06);
        return `<path d="M${n(x)} ${n(foot - h)}L${n(x + h * 0.2)} ${n(foot)}H${n(x - h * 0.2)}Z" fill="${fill}"/>`;
      }).join("");
    })
    .join("");
}

function street({ near, tones }: Light, { width: w, height: h }: Frame): string {
  const lanes = Array.from(
    { length: 9 },
    (_, index) =>
      `<rect x="${n(w * (index * 0.125 - 0.03))}" y="${n(h * 0.905)}" width="${n(w * 0.06)}" height="${n(h * 0.01)}" fill="${tones.light}" fill-opacity=".7"/>`,
  );
  return `<rect y="${n(h * 0.76)}" width="${w}" height="${n(h * 0.24)}" fill="${mix(near, "#ffffff", 0.25)}"/><rect y="${n(h * 0.82)}" width="${w}" height="${n(h * 0.18)}" fill="${mix(near, "#23262d", 0.45)}"/>${lanes.join("")}`;
}

function planets({ tones }: Light, { width: w, height: h }: Frame, random: Random): string {
  const x = w * random.between(0.68, 0.85);
  const y = h * random.between(0.2, 0.34);
  const r = h * 0.13;
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${tones.a}"/><path d="M${n(x)} ${n(y - r)}A${n(r)} ${n(r)} 0 0 1 ${n(x)} ${n(y + r)}A${n(r * 1.3)} ${n(r * 1.3)} 0 0 0 ${n(x)} ${n(y - r)}Z" fill="#000" fill-opacity=".2"/><ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r * 1.8)}" ry="${n(r * 0.36)}" fill="none" stroke="${tones.c}" stroke-width="${n(r * 0.09)}" transform="rotate(-16 ${n(x)} ${n(y)})"/><circle cx="${n(w * 0.5)}" cy="${n(h * 2.32)}" r="${n(h * 1.45)}" fill="${mix(tones.b, "#101632", 0.45)}"/><circle cx="${n(w * 0.5)}" cy="${n(h * 2.36)}" r="${n(h * 1.45)}" fill="${mix(tones.b, "#101632", 0.2)}"/>`;
}

function underwater(light: Light, { width: w, height: h }: Frame, random: Random): Backdrop {
  const deep = `<defs><linearGradient id="deep" x2="0" y2="1"><stop stop-color="#7fd0d6"/><stop offset=".5" stop-color="#2b8fa9"/><stop offset="1" stop-color="#0d3f60"/></linearGradient></defs><rect width="${w}" height="${h}" fill="url(#deep)"/>`;
  const rays = [0.2, 0.45, 0.7].map(
    (x) =>
      `<polygon points="${n(w * x)},0 ${n(w * (x + 0.07))},0 ${n(w * (x + 0.22))},${h} ${n(w * (x - 0.02))},${h}" fill="#ffffff" fill-opacity=".08"/>`,
  );
  const weeds = Array.from({ length: 26 }, () => {
    const x = random.between(0, w);
    const tall = h * random.between(0.14, 0.36);
    return `<path d="M${n(x)} ${h}q${n(-h * 0.03)} ${n(-tall / 3)} 0 ${n((-tall * 2) / 3)}t${n(h * 0.01)} ${n(-tall / 3)}" fill="none" stroke="${mix("#2f9d6b", "#0f4a66", random.next() * 0.7)}" stroke-width="${n(h * 0.014)}" stroke-linecap="round"/>`;
  });
  const bubbles = Array.from(
    { length: 18 },
    () =>
      `<circle cx="${n(random.between(0, w))}" cy="${n(random.between(0.1, 0.8) * h)}" r="${n(random.between(0.004, 0.013) * h)}" fill="#fff" fill-opacity=".3"/>`,
  );
  const sand = `<polygon points="0,${h} ${ridge(w, h * 0.93, h * 0.02, random, false)} ${w},${h}" fill="${mix(light.tones.light, "#2b6f86", 0.45)}"/>`;
  return {
    svg: deep + rays.join("") + sand + weeds.join("") + bubbles.join(""),
    stage: { ground: 0.94, groundX: [0.25, 0.75], water: 0.55, front: 0.94 },
  };
}

/** A quiet room for things that were named without a place. @param lift by which its floor is higher than usual */
function studio({ tones }: Light, { width: w, height: h }: Frame, lift: number): Backdrop {
  const floorAt = 0.82 - lift;
  const wall = mix(tones.b, tones.light, 0.78);
  const floor = mix(tones.b, tones.light, 0.55);
  const unit = Math.min(w, h);
  return {
    svg: `<rect width="${w}" height="${h}" fill="${wall}"/><circle cx="${n(w / 2)}" cy="${n(h * (0.5 - lift / 2))}" r="${n(unit * 0.4)}" fill="${mix(tones.c, tones.light, 0.35)}"/><circle cx="${n(w / 2)}" cy="${n(h * (0.5 - lift / 2))}" r="${n(unit * 0.46)}" fill="none" stroke="${tones.light}" stroke-width="${n(unit * 0.008)}"/><rect y="${n(h * floorAt)}" width="${w}" height="${n(h * (1 - floorAt))}" fill="${floor}"/><rect y="${n(h * floorAt)}" width="${w}" height="${n(h * 0.008)}" fill="${tones.light}" fill-opacity=".6"/>`,
    stage: { ground: 0.86 - lift, groundX: [0.2, 0.8], water: 0.86 - lift, front: 0.89 - lift },
  };
}
