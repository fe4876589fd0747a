import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { chaptersOf } from "#components/docs/api-document.ts";
import { ReferenceChapter, ReferenceSchemas } from "#components/docs/reference-chapter.tsx";
import { readDocument } from "../read-document.ts";

type Props = { params: Promise<{ chapter: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { chapter } = await params;
  return { title: `${chapter.charAt(0).toUpperCase()}${chapter.slice(1)} · API reference` };
}

export default async function ChapterPage({ params }: Props) {
  const { chapter: slug } = await params;
  const document = await readDocument();
  if (slug === "schemas") return <ReferenceSchemas document={document} />;
  const chapter = chaptersOf(document).find((candidate) => candidate.slug === slug);
  if (!chapter) notFound();
  return <ReferenceChapter document={document} chapter={chapter} />;
}
