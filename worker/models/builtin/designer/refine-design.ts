import { containerIn, type Design, findSymbol, nameIn, symbolNamed } from "./read-brief.ts";

/**
 * A mark changed as asked. What is preserved stays whatever the words ask: `shapes` the sign, `layout` where things
 * stand, `style` its corners and letters; colours are not the design's.
 */
export function refineDesign(
  design: Design,
  change: string,
  preserve: readonly string[],
): { design: Design; degraded: string[] } {
  const changed: Design = { ...design };
  const degraded: string[] = [];
  const keeps = (aspect: string, what: string) => {
    if (!preserve.includes(aspect)) return false;
    degraded.push(`${what} was asked for, but ${aspect} was to be preserved and stayed.`);
    return true;
  };
  const container = containerIn(change);
  if (container && container !== design.container && !keeps("layout", "Another frame")) changed.container = container;
  const symbol = symbolNamed(change);
  if (symbol && symbol !== design.symbol && findSymbol(symbol) && !keeps("shapes", `The sign "${symbol}"`))
    changed.symbol = symbol;
  const soft = /\b(round\w*|soft\w*|friendl\w*|gentle\w*|curv\w*|organic)\b/i.test(change)
    ? true
    : /\b(sharp\w*|angular|edg\w+|geometric|bold\w*|strict)\b/i.test(change)
      ? false
      : null;
  if (soft !== null && soft !== design.soft && !keeps("style", "Other corners")) changed.soft = soft;
  const typeface =
    /\b(serif|classic\w*|elegant|traditional)\b/i.test(change) && !/sans/i.test(change)
      ? "serif"
      : /\b(sans|modern|clean)\b/i.test(change)
        ? "sans"
        : null;
  if (typeface && typeface !== design.typeface && !keeps("style", "Another typeface")) changed.typeface = typeface;
  const scale = /\b(small\w*|calm\w*|airy|more (?:white ?)?space|quiet\w*|breath\w*|minimal\w*|simpl\w+)\b/i.test(
    change,
  )
    ? 0.88
    : /\b(big\w*|larg\w+|heav\w+|strong\w*|prominent)\b/i.test(change)
      ? 1.14
      : 1;
  if (scale !== 1 && !keeps("layout", "Another size"))
    changed.scale = Math.min(1.16, Math.max(0.6, design.scale * scale));
  if (/\b(mirror\w*|flip\w*|revers\w*|face left|other direction)\b/i.test(change) && !keeps("layout", "Mirroring"))
    changed.mirrored = !design.mirrored;
  applyName(changed, change, keeps);
  const isSame = JSON.stringify(changed) === JSON.stringify(design);
  if (isSame && degraded.length === 0)
    degraded.push(
      "builtin/designer found nothing in the words that it could change about the mark; colours apart, it stayed as it was.",
    );
  return { design: changed, degraded };
}

function applyName(changed: Design, change: string, keeps: (aspect: string, what: string) => boolean): void {
  if (/\b(no|without|remove|drop) (?:the )?(?:name|text|wordmark|letters)\b/i.test(change)) {
    if (!keeps("layout", "Dropping the name")) changed.layout = "mark";
    return;
  }
  const name = nameIn(change);
  if (name !== "" && name !== changed.name && !keeps("layout", `The name "${name}"`)) {
    changed.name = name;
    if (changed.layout === "mark") changed.layout = "stacked";
  }
  if (changed.name === "") return;
  if (
    /\b(beside|next to|horizontal\w*|side by side|to the right)\b/i.test(change) &&
    !keeps("layout", "The name beside the mark")
  )
    changed.layout = "side";
  if (/\b(below|under\w*|stack\w*|vertical\w*)\b/i.test(change) && !keeps("layout", "The name below the mark"))
    changed.layout = "stacked";
}
