import type { Metadata } from "next";
import { ApiReference } from "#components/docs/api-reference.tsx";
import { readDocument } from "./read-document.ts";

export const metadata: Metadata = { title: "API reference" };

export default async function DocsPage() {
  return <ApiReference document={await readDocument()} />;
}
