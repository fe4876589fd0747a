import type { Metadata } from "next";
import { YouScreen } from "#components/settings/you-screen.tsx";

export const metadata: Metadata = { title: "Your settings" };

export default function YouPage() {
  return <YouScreen />;
}
