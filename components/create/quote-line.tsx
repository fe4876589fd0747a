"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { duration } from "#lib/format/time.ts";
import { quoteQuery } from "#lib/queries/task-types.ts";
import { Money } from "../ui/money.tsx";

/** Price and time of what is typed, before the click. */
export function QuoteLine({ request, sound }: { request: JsonObject; sound: boolean }) {
  const text = JSON.stringify(request);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  const quote = useQuery(quoteQuery(JSON.parse(settled) as JsonObject, sound && settled === text));
  if (!sound) return <p className="text-ink-faint">The price shows when the fields above are filled in.</p>;
  if (quote.error) return <p className="text-bad">{errorMessage(quote.error)}</p>;
  if (!quote.data) return <p className="text-ink-faint">…</p>;
  const { estimated_cost, estimated_seconds, warnings, models } = quote.data;
  const used = [...new Set(Object.values(models))].join(", ");
  return (
    <div aria-live="polite">
      <p className="tabular">
        About <Money value={estimated_cost} className="font-strong" />
        {estimated_seconds ? `, ${duration(estimated_seconds)}` : ""}
        {used ? <span className="text-ink-faint"> with {used}</span> : null}
      </p>
      {warnings.map((warning) => (
        <p key={warning} className="text-small text-person">
          {warning}
        </p>
      ))}
    </div>
  );
}
