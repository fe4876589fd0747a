export const mostColumns = 2_000;
/** Empty ones too: short lines under a wide header, or cells that span, claim billions. */
export const mostCells = 2_000_000;

export function isBoundedTable(lines: number, columns: number): boolean {
  return columns <= mostColumns && lines * columns <= mostCells;
}

/** @throws Error in words for a caller when it is more than can be held and computed with. */
export function requireBoundedTable(lines: number, columns: number): void {
  if (isBoundedTable(lines, columns)) return;
  throw new Error(
    `it has ${lines} lines of ${columns} columns, and ${mostColumns} columns and ${mostCells} cells are the most that can be read: leave columns out, or divide it`,
  );
}
