import type { Metadata } from "next";
import { ModelsScreen } from "#components/settings/models-screen.tsx";
import { modelsQuery } from "#lib/queries/account-settings.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Models" };

export default function ModelsPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(modelsQuery())]}>
      <ModelsScreen />
    </Prefetched>
  );
}
