import { contrast, hexToOklch, mixColours, oklchToHex, withContrast } from "./colour.ts";

/** What each colour of a palette does in a mark. */
export type ColourRoles = {
  ground: string;
  primary: string;
  secondary: string;
  accent: string;
  /** Letters. */
  ink: string;
  /** Between ground and primary, for what is cut out of a filled shape. */
  tint: string;
};

const roleNames = ["ground", "primary", "secondary", "accent", "ink", "tint"] as const;

/** Shapes that say something (WCAG 2.2, 1.4.11), and letters. */
const leastForShapes = 3;
const leastForLetters = 7;

/** A palette with its contrasts made good: its first colour is the ground, then primary, secondary, accent, ink. */
export function checkPalette(colors: readonly string[]): string[] {
  const [ground = "#ffffff", ...others] = colors.map((colour) => colour.toLowerCase());
  const shapes = others.map((colour, index) =>
    withContrast(colour, ground, index === 3 ? leastForLetters : leastForShapes),
  );
  return [ground, ...shapes];
}

/** No two roles are the same colour, so that a drawing's colours say which role each shape has. */
export function rolesOf(colors: readonly string[]): ColourRoles {
  const [ground = "#ffffff", primary = "#222222", second, third, fourth] = checkPalette(colors);
  const secondary = second ?? mixColours(primary, ground, 0.35);
  const accent = third ?? secondary;
  const ink = fourth ?? withContrast(primary, ground, leastForLetters);
  const roles = { ground, primary, secondary, accent, ink, tint: mixColours(ground, primary, 0.2) };
  const seen = new Set<string>();
  const entries = roleNames.map((name) => {
    let colour = roles[name];
    while (seen.has(colour)) colour = nudge(colour);
    seen.add(colour);
    return [name, colour];
  });
  return Object.fromEntries(entries) as ColourRoles;
}

/** A difference that nobody sees. */
function nudge(colour: string): string {
  const { l, c, h } = hexToOklch(colour);
  const changed = oklchToHex({ l: l > 0.5 ? l - 0.006 : l + 0.006, c, h });
  return changed === colour ? oklchToHex({ l: l > 0.5 ? l - 0.02 : l + 0.02, c: 0, h }) : changed;
}

/** An SVG that was drawn in one palette, in another. */
export function recolour(svg: string, from: ColourRoles, to: ColourRoles): string {
  const byColour = new Map(roleNames.map((name) => [from[name], to[name]]));
  return svg.replace(/#[0-9a-f]{6}\b/gi, (colour) => byColour.get(colour.toLowerCase()) ?? colour);
}

/** "8.2:1" */
export function contrastText(left: string, right: string): string {
  return `${contrast(left, right).toFixed(1)}:1`;
}
