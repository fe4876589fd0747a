"use client";
import { createContext, useContext } from "react";

export const PaletteContext = createContext<() => void>(() => {});

/** Opens the palette from anywhere in the shell. */
export function useOpenPalette(): () => void {
  return useContext(PaletteContext);
}
