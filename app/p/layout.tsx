import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "@fontsource-variable/inter/wght.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import styles from "./public.module.css";

/** Unlike the hub, these pages are there to be found. */
export const metadata: Metadata = { robots: { index: true, follow: true } };

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}
