import type { Metadata } from "next";
import { GroupScreen } from "#components/groups/group-screen.tsx";

export const metadata: Metadata = { title: "Group" };

type Props = { params: Promise<{ id: string }> };

export default async function GroupPage({ params }: Props) {
  return <GroupScreen id={decodeURIComponent((await params).id)} />;
}
