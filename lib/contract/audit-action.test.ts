import { expect, it } from "vitest";
import { auditActionLabel, auditActions } from "./audit-action.ts";

it("has words of its own for each decision, and none that a person would have to decipher", () => {
  const words = Object.values(auditActions);
  expect(new Set(words).size).toBe(words.length);
  for (const said of words) expect(said).toMatch(/^[A-Z][a-z ,]+$/);
});

it("gives a name that it does not know back as it is", () => {
  expect(auditActionLabel("task.approve")).toBe("Approved");
  expect(auditActionLabel("task.weigh")).toBe("task.weigh");
  expect(auditActionLabel("toString")).toBe("toString");
});
