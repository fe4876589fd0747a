import { asSentence } from "./voice.ts";

/** What is still to be supplied, for a person who has to supply it. */
export function mailPlan(topic: string, goal: string | null): string {
  return [
    `This is a working draft about “${topic}”. No material came with the request, so it states no facts.`,
    goal ? `**What it is for:** ${asSentence(goal)}` : "",
    "**What readers will ask:** What is new, since when, whom does it concern, and what can they do?",
    "**Evidence needed:** one dated fact with its source, and one sentence from a person who is responsible for it.",
    "**How to get it:** ask whoever asked for this text for the announcement or notes behind it, and add them as source material.",
  ]
    .filter(Boolean)
    .join("\n\n");
}
