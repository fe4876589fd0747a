"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { type Theme, themeCookie } from "./theme.ts";

const order: Record<Theme, { next: Theme; label: string }> = {
  system: { next: "light", label: "Theme: as the system" },
  light: { next: "dark", label: "Theme: light" },
  dark: { next: "system", label: "Theme: dark" },
};

/** The choice is a cookie, so that the server's first byte already has the right colours. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  function advance() {
    const { next } = order[theme];
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${themeCookie}=${next}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = next;
    setTheme(next);
  }
  const Icon = theme === "light" ? Sun : theme === "dark" ? Moon : Monitor;
  return (
    <IconButton label={order[theme].label} onClick={advance}>
      <Icon className="size-4" aria-hidden />
    </IconButton>
  );
}
