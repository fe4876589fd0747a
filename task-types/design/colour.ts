/** Lightness 0–1, chroma 0–0.37, hue in degrees (Ottosson, OKLab, 2020): equal steps look equal. */
export type Oklch = { l: number; c: number; h: number };

/** `#rrggbb`; a colour that screens cannot show keeps its lightness and hue and loses chroma. */
export function oklchToHex({ l, c, h }: Oklch): string {
  for (let chroma = c; chroma > 0; chroma -= 0.005) {
    const rgb = toLinear(l, chroma, h);
    if (rgb.every((value) => value >= -0.0005 && value <= 1.0005)) return toHex(rgb);
  }
  return toHex(toLinear(Math.min(1, Math.max(0, l)), 0, h));
}

function toLinear(l: number, c: number, h: number): number[] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

function toHex(linear: number[]): string {
  const channel = (value: number) => {
    const within = Math.min(1, Math.max(0, value));
    const encoded = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${linear.map(channel).join("")}`;
}

export function hexToOklch(hex: string): Oklch {
  const [r = 0, g = 0, b = 0] = channels(hex);
  const x = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const y = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const z = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z;
  const a = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z;
  const bb = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z;
  return { l, c: Math.hypot(a, bb), h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

/** 0–1 each, without the screen's gamma. */
function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

/** 1–21 (WCAG 2.2): 3 for shapes that say something, 4.5 for text, 7 for text that is easy to read. */
export function contrast(left: string, right: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = channels(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 1] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself, or as little lighter or darker as the contrast on `ground` takes. */
export function withContrast(hex: string, ground: string, least: number): string {
  if (contrast(hex, ground) >= least) return hex;
  const { l, c, h } = hexToOklch(hex);
  const direction = hexToOklch(ground).l > 0.55 ? -1 : 1;
  for (let step = 0.01; step <= 1; step += 0.01) {
    const changed = oklchToHex({ l: l + direction * step, c, h });
    if (contrast(changed, ground) >= least) return changed;
    if (l + direction * step <= 0 || l + direction * step >= 1) break;
  }
  return direction < 0 ? "#000000" : "#ffffff";
}

/** @param share 0 is the first colour, 1 the second */
export function mixColours(from: string, to: string, share: number): string {
  const [left, right] = [hexToOklch(from), hexToOklch(to)];
  const point = ({ c, h }: Oklch) => [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [[a1 = 0, b1 = 0], [a2 = 0, b2 = 0]] = [point(left), point(right)] as [number[], number[]];
  const [a, b] = [a1 + (a2 - a1) * share, b1 + (b2 - b1) * share];
  const l = left.l + (right.l - left.l) * share;
  return oklchToHex({ l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 });
}
