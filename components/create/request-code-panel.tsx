"use client";
import type { JsonObject } from "#lib/contract/json.ts";
import { useStoredState } from "../shell/stored-state.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { TabPanel, Tabs } from "../ui/tabs.tsx";
import { type CodeLanguage, codeLanguages, requestCode } from "./request-code.ts";

/** What the form would send, ready to be sent by a program. */
export function RequestCodePanel({ request }: { request: JsonObject }) {
  const [stored, store] = useStoredState("code-language", "curl");
  const language: CodeLanguage = codeLanguages.find((each) => each === stored) ?? "curl";
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  return (
    <section aria-label="The same request as code" className="min-w-0">
      <Tabs
        label="Language"
        tabs={codeLanguages.map((each) => ({ value: each, label: each }))}
        value={language}
        onChange={store}
      >
        {codeLanguages.map((each) => {
          const code = requestCode(each, origin, request);
          return (
            <TabPanel key={each} value={each} className="relative">
              <div className="absolute top-1 right-1">
                <CopyButton text={code} label={`Copy the ${each} code`} />
              </div>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
              <pre tabIndex={0} className="max-h-[60vh] overflow-auto rounded-md bg-sunken p-4 pr-10 font-mono text-small whitespace-pre-wrap break-words" suppressHydrationWarning>
                {code}
              </pre>
            </TabPanel>
          );
        })}
      </Tabs>
      <p className="mt-2 text-small text-ink-faint">Keys are made in the settings; this one is read from OVERSIGHT_HUB_KEY.</p>
    </section>
  );
}
