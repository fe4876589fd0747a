import type { Palette } from "./palettes.ts";
import type { Random } from "./random.ts";

export type Box = { x: number; y: number; width: number; height: number };
export type Composition = (box: Box, palette: Palette, random: Random) => string;

const n = (value: number) => value.toFixed(1);

/** Low hills or waves, one behind the other, under a sun. */
const horizons: Composition = ({ x, y, width, height }, { ground, shapes }, random) => {
  const sun = Math.min(width, height) * random.between(0.16, 0.24);
  const layers = 6;
  const colours = [shapes[1], shapes[2], shapes[1], shapes[3], shapes[2], ground];
  const parts = [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>`,
    `<circle cx="${n(x + width * random.between(0.3, 0.75))}" cy="${n(y + height * random.between(0.26, 0.4))}" r="${n(sun)}" fill="${shapes[0]}"/>`,
  ];
  for (let layer = 0; layer < layers; layer++) {
    const base = y + height * (0.42 + (layer * 0.58) / layers);
    const swing = height * (0.09 - layer * 0.008);
    const shift = random.between(0, Math.PI * 2);
    const waves = random.between(0.8, 1.7);
    const points = Array.from({ length: 41 }, (_, step) => {
      const at = step / 40;
      const lift = Math.sin(at * Math.PI * 2 * waves + shift) + 0.35 * Math.sin(at * Math.PI * 5 * waves + shift * 2);
      return `${n(x + at * width)},${n(base - lift * swing)}`;
    });
    const opacity = layer === layers - 1 ? 0.92 : 0.55 + layer * 0.07;
    parts.push(
      `<polygon points="${x},${y + height} ${points.join(" ")} ${x + width},${y + height}" fill="${colours[layer]}" fill-opacity="${opacity.toFixed(2)}"/>`,
    );
  }
  return parts.join("");
};

/** A field of square tiles with quarter circles, half circles and dots. */
const tiles: Composition = ({ x, y, width, height }, { ground, shapes, paper }, random) => {
  const size = width / Math.max(3, Math.round(width / 158));
  const parts = [`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>`];
  const colours = [...shapes, paper] as [string, ...string[]];
  for (let row = y; row < y + height; row += size) {
    for (let column = x; column < x + width; column += size) {
      const fill = random.pick(colours);
      const other = random.pick(colours);
      if (random.next() < 0.45)
        parts.push(
          `<rect x="${n(column)}" y="${n(row)}" width="${n(size + 0.5)}" height="${n(size + 0.5)}" fill="${other === fill ? ground : other}"/>`,
        );
      const turn = random.whole(0, 3) * 90;
      const frame = `transform="translate(${n(column)} ${n(row)}) rotate(${turn} ${n(size / 2)} ${n(size / 2)})" fill="${fill}"`;
      const kind = random.next();
      if (kind < 0.5) parts.push(`<path ${frame} d="M0 0H${n(size)}A${n(size)} ${n(size)} 0 0 1 0 ${n(size)}Z"/>`);
      else if (kind < 0.75) parts.push(`<path ${frame} d="M0 0A${n(size / 2)} ${n(size / 2)} 0 0 0 ${n(size)} 0Z"/>`);
      else if (kind < 0.9)
        parts.push(`<circle ${frame} cx="${n(size / 2)}" cy="${n(size / 2)}" r="${n(size * 0.27)}"/>`);
    }
  }
  return parts.join("");
};

/** Large circles that overlap, with thin rings around one of them. */
const orbits: Composition = ({ x, y, width, height }, { ground, shapes }, random) => {
  const unit = Math.min(width, height);
  const parts = [`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>`];
  const cx = x + width * random.between(0.42, 0.6);
  const cy = y + height * random.between(0.42, 0.58);
  for (let ring = 0; ring < 9; ring++) {
    parts.push(
      `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(unit * (0.34 + ring * 0.085))}" fill="none" stroke="${shapes[3]}" stroke-opacity="${(0.5 - ring * 0.045).toFixed(2)}" stroke-width="1.6"/>`,
    );
  }
  parts.push(`<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(unit * 0.26)}" fill="${shapes[0]}"/>`);
  const start = random.between(0, Math.PI * 2);
  for (let moon = 0; moon < 5; moon++) {
    const angle = start + moon * 2.4;
    const distance = unit * (0.34 + (moon % 4) * 0.085 * 2);
    const radius = unit * random.between(0.045, 0.13) * (moon === 0 ? 1.3 : 1);
    parts.push(
      `<circle cx="${n(cx + Math.cos(angle) * distance)}" cy="${n(cy + Math.sin(angle) * distance)}" r="${n(radius)}" fill="${shapes[(moon % 3) + 1]}" fill-opacity="0.94"/>`,
    );
  }
  return parts.join("");
};

/** Upright bars of rising and falling height, rounded at the top. */
const bars: Composition = ({ x, y, width, height }, { ground, shapes }, random) => {
  const count = Math.max(7, Math.round(width / 62));
  const gap = width / count;
  const parts = [`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>`];
  const shift = random.between(0, 6);
  const accent = random.whole(Math.floor(count * 0.4), count - 2);
  for (let index = 0; index < count; index++) {
    const wave = 0.5 + 0.28 * Math.sin(index * 0.62 + shift) + random.between(-0.1, 0.14);
    const tall = height * Math.max(0.14, Math.min(0.86, wave));
    const bar = gap * 0.62;
    const fill = index === accent ? shapes[0] : [shapes[1], shapes[2], shapes[3]][index % 3];
    const left = x + index * gap + (gap - bar) / 2;
    parts.push(
      `<path d="M${n(left)} ${n(y + height)}V${n(y + height - tall + bar / 2)}a${n(bar / 2)} ${n(bar / 2)} 0 0 1 ${n(bar)} 0V${n(y + height)}Z" fill="${fill}" fill-opacity="${index === accent ? 1 : 0.88}"/>`,
    );
    if (index === accent)
      parts.push(
        `<circle cx="${n(left + bar / 2)}" cy="${n(y + height - tall - bar * 0.75)}" r="${n(bar * 0.34)}" fill="${shapes[3]}"/>`,
      );
  }
  return parts.join("");
};

/** Lines of equal height, like a map of hills. */
const contours: Composition = ({ x, y, width, height }, { ground, shapes }, random) => {
  const parts = [`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>`];
  const peaks = [0, 1].map((index) => ({
    cx: x + width * (index === 0 ? random.between(0.2, 0.45) : random.between(0.6, 0.95)),
    cy: y + height * (index === 0 ? random.between(0.5, 0.8) : random.between(0.12, 0.4)),
    shift: random.between(0, 6),
  }));
  for (const [index, { cx, cy, shift }] of peaks.entries()) {
    for (let ring = 9; ring >= 1; ring--) {
      const radius = (Math.max(width, height) * ring) / 20;
      const points = Array.from({ length: 72 }, (_, step) => {
        const angle = (step / 72) * Math.PI * 2;
        const bend = 1 + 0.13 * Math.sin(angle * 3 + shift) + 0.07 * Math.sin(angle * 5 + shift * 2 + ring * 0.12);
        return `${n(cx + Math.cos(angle) * radius * bend)},${n(cy + Math.sin(angle) * radius * bend * 0.86)}`;
      });
      const filled = ring === 3 || ring === 1;
      const paint = filled
        ? `fill="${shapes[ring === 1 ? 0 : index === 0 ? 2 : 1]}"`
        : `fill="none" stroke="${shapes[ring % 4 === 0 ? 0 : 3]}" stroke-opacity="${(0.62 - ring * 0.025).toFixed(2)}" stroke-width="${ring % 4 === 0 ? 2.4 : 1.4}"`;
      parts.push(`<polygon points="${points.join(" ")}" ${paint}/>`);
    }
  }
  return parts.join("");
};

export const compositions: readonly [Composition, ...Composition[]] = [horizons, tiles, orbits, bars, contours];
