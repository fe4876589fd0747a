"use client";
import { useSyncExternalStore } from "react";
import type { JsonObject } from "#lib/contract/json.ts";
import { useStoredState } from "../shell/stored-state.ts";
import { CodeBlock } from "../ui/code-block.tsx";
import { TabPanel, Tabs } from "../ui/tabs.tsx";
import { type CodeLanguage, codeLanguages, requestCode } from "./request-code.ts";

/** What the form would send, ready to be sent by a program. */
export function RequestCodePanel({ request }: { request: JsonObject }) {
  const [stored, store] = useStoredState("code-language", "curl");
  const language: CodeLanguage = codeLanguages.find((each) => each === stored) ?? "curl";
  // The server does not know by which address it is open; what it lays out must be what the browser begins with.
  const origin = useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => "",
  );
  return (
    <section aria-label="The same request as code" className="min-w-0">
      <Tabs
        label="Language"
        tabs={codeLanguages.map((each) => ({ value: each, label: each }))}
        value={language}
        onChange={store}
      >
        {codeLanguages.map((each) => (
          <TabPanel key={each} value={each} className="pt-2">
            <CodeBlock text={requestCode(each, origin, request)} copyLabel={`Copy the ${each} code`} />
          </TabPanel>
        ))}
      </Tabs>
      <p className="mt-2 text-small text-ink-faint">
        Keys are made in the settings; this one is read from OVERSIGHT_HUB_KEY.
      </p>
    </section>
  );
}
