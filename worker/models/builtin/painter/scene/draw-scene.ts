import { type Random, randomFrom } from "../random.ts";
import { drawBackdrop, type Stage } from "./backdrop.ts";
import type { Frame } from "./frame.ts";
import { type Light, lightOf, mix } from "./light.ts";
import type { Motif, Tones } from "./motif.ts";
import { readScene, type Scene, type Subject } from "./read-scene.ts";

export type SceneRequest = Frame & {
  prompt: string;
  negative?: string;
  seed: string;
  /** The colours of a theme, which things wear instead of the usual ones. */
  theme?: readonly string[];
  /** What is told before and after it, nearest first. */
  around?: readonly string[];
  /** Words are to be set low in the picture: things keep above them. */
  captioned?: boolean;
  /** Things get an outline, as in a comic. */
  outlined?: boolean;
};

export type DrawnScene = { svg: string; scene: Scene; light: Light };

const n = (value: number) => value.toFixed(2);

/** A scene as SVG content without its frame: backdrop, things from far to near, weather before them. */
export function drawScene(request: SceneRequest): DrawnScene {
  const { prompt, negative, seed, theme, outlined, around, captioned = false, width, height } = request;
  const frame = { width, height };
  const scene = readScene(prompt, negative, around);
  const random = randomFrom(seed);
  const light = lightOf(scene, theme);
  const { svg, stage } = drawBackdrop(scene, light, frame, random, captioned);
  const lowest = captioned ? captionsBegin(frame) : 1;
  const things = settle(arrange(scene, stage, frame, random), frame)
    .map((placed) => ({ ...placed, foot: Math.min(placed.foot, lowest) }))
    .map((placed) => place(placed, light, frame, random, outlined ?? false, scene.setting === "underwater"))
    .join("");
  return { svg: svg + things + weather(scene, light, frame, random), scene, light };
}

/** Where burned-in captions begin, in shares of the height. */
export function captionsBegin({ width, height }: Frame): number {
  return width > height * 0.8 ? 0.765 : 0.83;
}

/** `side` is in pixels, the places in shares of the picture. */
type Placed = { subject: Subject; x: number; foot: number; side: number };

/** Far things first; the one that was named first stands best. */
function arrange({ subjects, setting }: Scene, stage: Stage, frame: Frame, random: Random): Placed[] {
  const order: Record<Motif["place"], number> = { sky: 0, ground: 1, water: 2, front: 3 };
  const perPlace = new Map<string, number>();
  const isAlone = subjects.length === 1 && subjects[0]?.count === 1;
  const placed = subjects.flatMap((subject, rank) => {
    const { motif, count } = subject;
    // What stands in front of a building stands beside its door.
    const isBeside = motif.place === "front" && subjects.some((other) => other.motif.place === "ground");
    const taken = (perPlace.get(motif.place) ?? 0) + (isBeside ? 1 : 0);
    perPlace.set(motif.place, taken + (isBeside ? 0 : 1));
    return Array.from({ length: count }, (_, index): Placed => {
      const share = count === 1 ? 0.5 : index / (count - 1);
      const smaller = 1 - Math.min(0.4, rank * 0.12) - (count > 1 ? 0.12 + 0.03 * count : 0);
      const grown = (isAlone && setting !== "sea" ? 1.3 : 1) * (setting === "studio" ? 1.25 : 1);
      return {
        subject,
        // What was named first is what the picture is about, however small it is by nature.
        side: sideOf(
          (rank === 0 ? Math.max(0.18, motif.size) : motif.size) * smaller * grown * random.between(0.94, 1.06),
          frame,
        ),
        ...spot(motif, stage, { share, taken, count }, random),
      };
    });
  });
  return placed.sort(
    (left, right) => order[left.subject.motif.place] - order[right.subject.motif.place] || left.foot - right.foot,
  );
}

/** Things of one plane stand beside each other, whole and within the picture; too many of them are drawn smaller. */
function settle(placed: Placed[], frame: Frame): Placed[] {
  const edge = 0.02;
  const planes = Map.groupBy(placed, ({ subject }) => subject.motif.place);
  for (const row of planes.values()) {
    const half = ({ side }: Placed) => (side * 0.46) / frame.width;
    const needed = row.reduce((sum, thing) => sum + half(thing) * 2, 0);
    const smaller = Math.min(1, (1 - 2 * edge) / needed);
    let from = edge;
    const inOrder = row.toSorted((left, right) => left.x - right.x);
    for (const thing of inOrder) {
      thing.side *= smaller;
      thing.x = Math.max(thing.x, from + half(thing));
      from = thing.x + half(thing);
    }
    let to = 1 - edge;
    for (const thing of inOrder.toReversed()) {
      thing.x = Math.min(thing.x, to - half(thing));
      to = thing.x - half(thing);
    }
  }
  return placed;
}

/** Pixels; in upright pictures things are larger than their share of the width alone would have them. */
function sideOf(size: number, { width, height }: Frame): number {
  return Math.min(size * height, width * 0.62, size * Math.sqrt(width * height) * 1.15);
}

function spot(
  motif: Motif,
  stage: Stage,
  { share, taken, count }: { share: number; taken: number; count: number },
  random: Random,
) {
  const jitter = random.between(-0.03, 0.03);
  if (motif.place === "sky")
    return { x: spread(0.3, 0.75, share, taken) + jitter, foot: 0.3 + random.between(-0.06, 0.1) };
  if (motif.place === "water")
    return { x: spread(0.22, 0.62, share, taken) + jitter, foot: stage.water + random.between(-0.03, 0.05) };
  if (motif.place === "ground") {
    const [from, to] = stage.groundX;
    const x = count === 1 && taken === 0 ? (from + to) / 2 : spread(from, to, share, taken);
    return { x: x + jitter * (to - from), foot: stage.ground + random.between(0, 0.015) };
  }
  return { x: spread(0.26, 0.74, share, taken) + jitter * 0.5, foot: stage.front + random.between(-0.01, 0.01) };
}

/** Several kinds of things at one place stand left and right of each other. */
function spread(from: number, to: number, share: number, taken: number): number {
  const shift = [0, -0.42, 0.42, -0.2][taken] ?? 0;
  return from + (to - from) * share + shift * (to - from);
}

function place(
  { subject: { motif, colour }, x, foot, side }: Placed,
  light: Light,
  { width, height }: Frame,
  random: Random,
  outlined: boolean,
  isUnder: boolean,
) {
  const tones = wear(motif, colour, light);
  const left = x * width - side / 2;
  const top = foot * height - side;
  const mirror =
    random.next() < 0.5 && motif.place !== "front"
      ? `translate(${n(left + side)} ${n(top)}) scale(${n(-side / 100)} ${n(side / 100)})`
      : `translate(${n(left)} ${n(top)}) scale(${n(side / 100)})`;
  const shadow =
    motif.place === "front" || motif.place === "ground"
      ? `<ellipse cx="${n(x * width)}" cy="${n(foot * height)}" rx="${n(side * 0.42)}" ry="${n(side * 0.035)}" fill="#000" fill-opacity=".2"/>`
      : motif.place === "water" && !isUnder
        ? `<ellipse cx="${n(x * width)}" cy="${n(foot * height - side * 0.01)}" rx="${n(side * 0.42)}" ry="${n(side * 0.03)}" fill="#fff" fill-opacity=".25"/>`
        : "";
  return `${shadow}<g transform="${mirror}"${outlined ? ' filter="url(#outline)"' : ""}>${motif.draw(tones)}</g>`;
}

/** A named colour wins over a thing's own, which the light dims like everything else. */
function wear({ own }: Motif, colour: string | null, { tones, dim }: Light): Tones {
  if (colour) return { ...tones, a: colour, b: mix(colour, tones.dark, 0.3) };
  return own ? { ...tones, a: dim(own[0]), b: dim(own[1]) } : tones;
}

function weather({ weather: kind, setting }: Scene, { sky }: Light, { width, height }: Frame, random: Random): string {
  if (setting === "studio" || setting === "space" || setting === "underwater") return "";
  if (kind === "rain") {
    const drops = Array.from({ length: 130 }, () => {
      const x = random.between(-0.05, 1.05) * width;
      const y = random.between(-0.05, 1) * height;
      return `M${n(x)} ${n(y)}l${n(-height * 0.012)} ${n(height * 0.04)}`;
    });
    return `<path d="${drops.join("")}" stroke="#e8f1f8" stroke-opacity=".45" stroke-width="${n(height * 0.002)}" fill="none"/>`;
  }
  if (kind === "snow") {
    return Array.from(
      { length: 120 },
      () =>
        `<circle cx="${n(random.between(0, width))}" cy="${n(random.between(0, height))}" r="${n(random.between(0.002, 0.006) * height)}" fill="#fff" fill-opacity=".85"/>`,
    ).join("");
  }
  if (kind === "fog") {
    return [0.5, 0.62, 0.74]
      .map(
        (y) =>
          `<rect y="${n(y * height)}" width="${width}" height="${n(height * 0.16)}" fill="${sky[2]}" fill-opacity=".3"/>`,
      )
      .join("");
  }
  return "";
}
