import type { Metadata } from "next";
import { KeysScreen } from "#components/settings/keys-screen.tsx";

export const metadata: Metadata = { title: "Keys" };

export default function KeysPage() {
  return <KeysScreen />;
}
