/** Pixels of the whole picture. */
export type Frame = { width: number; height: number };
