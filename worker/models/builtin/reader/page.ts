export type Box = { x: number; y: number; width: number; height: number };
/** Pixels of the picture as it came, and how much larger it is read. */
export type Page = { width: number; height: number; scale: number };

/** Where something that was found in the enlarged picture, turned clockwise, lies in the picture as it came. */
export function turnBack(
  { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number },
  { width, height, scale }: Page,
  turn: 0 | 90 | 180 | 270,
): Box {
  const [left, top, right, bottom] = [x0, y0, x1, y1].map((value) => value / scale) as [number, number, number, number];
  const [x, y, toX, toY] = (
    {
      0: [left, top, right, bottom],
      90: [top, height - right, bottom, height - left],
      180: [width - right, height - bottom, width - left, height - top],
      270: [width - bottom, left, width - top, right],
    } as const
  )[turn].map(Math.round) as [number, number, number, number];
  return { x, y, width: toX - x, height: toY - y };
}
