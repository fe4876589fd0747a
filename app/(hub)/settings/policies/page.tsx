import type { Metadata } from "next";
import { PoliciesScreen } from "#components/settings/policies-screen.tsx";

export const metadata: Metadata = { title: "Policies" };

export default function PoliciesPage() {
  return <PoliciesScreen />;
}
