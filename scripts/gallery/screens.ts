import type { Filled } from "#scripts/gallery/fill-hub.ts";

/** `press`: keys that open what is to be seen, once the page listens; `drop`: a table for the import. */
export type Screen = { name: string; path: string; visitor?: true; press?: readonly string[]; drop?: string };

/** What there is to see without a task: also what is shown while the hub does not answer. */
export const bareScreens: readonly Screen[] = [
  { name: "overview", path: "/" },
  { name: "review", path: "/review" },
  { name: "queue", path: "/queue" },
  { name: "groups", path: "/groups" },
  { name: "group", path: "/groups/nobody-knows-it" },
  { name: "task", path: "/queue/nobody-knows-it" },
  { name: "create", path: "/create" },
  { name: "create-form", path: "/create?type=blog_post" },
  { name: "import", path: "/create/import" },
  ...["members", "keys", "models", "policies", "audit", "you"].map((page) => ({
    name: `settings-${page}`,
    path: `/settings/${page}`,
  })),
];

/** Pages that need no hub data, or nobody to be signed in. */
export const visitorScreens: readonly Screen[] = [
  { name: "sign-in", path: "/sign-in", visitor: true },
  { name: "reset-link-missing", path: "/reset-password", visitor: true },
  { name: "invitation-link-missing", path: "/invitation", visitor: true },
  { name: "docs", path: "/docs", visitor: true },
  { name: "docs-chapter", path: "/docs/tasks", visitor: true },
  { name: "not-found", path: "/nothing-is-here", visitor: true },
  { name: "public-not-found", path: "/p/nobody/nothing", visitor: true },
  { name: "quiz-not-found", path: "/quiz/nothing", visitor: true },
];

/** Every screen with something on it. */
export function fullScreens(filled: Filled): readonly Screen[] {
  const at = (id: string | undefined, view = "") => `/queue/${encodeURIComponent(id ?? "")}${view && `?view=${view}`}`;
  const feed = filled.publicUrl.split("/").slice(0, 3).join("/");
  return [
    ...bareScreens.filter(({ name }) => !["group", "task"].includes(name)),
    { name: "group", path: `/groups/${filled.group}` },
    { name: "group-of-all-types", path: "/groups/one-of-each" },
    ...Object.entries(filled.byType).map(([type, id]) => ({ name: `review-${type}`, path: `/review?task=${id}` })),
    { name: "review-second-revision", path: `/review?task=${filled.sentBack}` },
    { name: "review-reject", path: `/review?task=${filled.sentBack}`, press: ["r"] },
    { name: "review-send-back", path: `/review?task=${filled.sentBack}`, press: ["g"] },
    { name: "review-diff", path: `/review?task=${filled.sentBack}`, press: ["d"] },
    { name: "review-edit", path: `/review?task=${filled.sentBack}`, press: ["e"] },
    { name: "review-keys", path: "/review", press: ["?"] },
    { name: "import-faults", path: "/create/import", drop: faultyTable },
    { name: "palette", path: "/queue", press: ["Control+k"] },
    { name: "queue-filtered", path: "/queue?status=failed,rejected&group=coast-in-spring" },
    { name: "queue-nothing-fits", path: "/queue?q=zebra" },
    { name: "queue-selected", path: "/queue", press: ["j", "x", "j", "x"] },
    { name: "task", path: at(filled.published) },
    ...["markdown", "diff", "json", "edit"].map((view) => ({ name: `task-${view}`, path: at(filled.sentBack, view) })),
    { name: "task-rejected", path: at(filled.rejected) },
    { name: "task-failed", path: at(filled.failed) },
    ...["quiz", "video", "image_generation", "business_analytics", "concept_generation"].map((type) => ({
      name: `create-${type}`,
      path: `/create?type=${type}`,
    })),
    ...visitorScreens,
    { name: "invitation", path: filled.invitationUrl, visitor: true },
    { name: "reset", path: filled.resetUrl, visitor: true },
    { name: "public-page", path: filled.publicUrl, visitor: true },
    { name: "public-list", path: feed, visitor: true },
    { name: "quiz", path: filled.quizUrl, visitor: true },
  ];
}

const faultyTable = `story_prompt,difficulty,num_questions,group,Unknown column
"A lock lifts a boat from low water to high water.",easy,5,canals,x
"The lower gates close behind the boat.",hardish,5,canals,
,medium,500,canals,
"Water comes in from above until the levels match.",medium,,canals,`;
