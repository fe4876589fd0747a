import { expect, it } from "vitest";
import { analyst } from "./builtin/analyst/analyst.ts";
import { toModelFailure } from "./model-failure.ts";

it("names the field that a built-in model cannot read, and what to do", async () => {
  const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Describe." }] }];
  const builtin = { job: "analytics.narrative", input: { periods: [], metrics: [], breakdown: null } };
  const thrown = await Promise.resolve(analyst.doGenerate({ prompt, providerOptions: { builtin } })).then(
    () => null,
    (error: unknown) => error,
  );
  const { message, remedy } = toModelFailure(thrown);
  expect(message).toMatch(/^it cannot read what it was given \(rows: /);
  expect(remedy).toContain("Choose another model");
});
