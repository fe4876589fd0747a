import type { Metadata } from "next";
import { ReferenceOverview } from "#components/docs/reference-overview.tsx";
import { readDocument } from "./read-document.ts";

export const metadata: Metadata = { title: "API reference" };

export default async function DocsPage() {
  return <ReferenceOverview document={await readDocument()} />;
}
