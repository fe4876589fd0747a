import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { readTheme, themeCookie } from "#components/shell/theme.ts";

export const metadata: Metadata = {
  title: { default: "Oversight Hub", template: "%s · Oversight Hub" },
  robots: { index: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f4f0" },
    { media: "(prefers-color-scheme: dark)", color: "#151412" },
  ],
};

/** Pages are rendered per request: each carries its own nonce (lib/http/page-security.ts), the reader's theme and keyboard. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const isApple = /Mac|iPhone|iPad/.test((await headers()).get("user-agent") ?? "");
  return (
    <html lang="en" data-theme={theme} data-apple={isApple}>
      <body>{children}</body>
    </html>
  );
}
