import type { TaskResponse } from "#lib/contract/task-response.ts";
import { faultsInPage } from "#worker/testing-html.ts";
import { expect, test } from "../support/fixtures.ts";
import { admin, hub } from "../support/hub.ts";

const material = `# Harbour notes

The new jetty opened on 3 May after eight months of work. It has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included. The old jetty was built in 1931 and rotted below the water line.

| Berth | Price |
|---|---:|
| guest | 180 |

- The harbour swim takes place on 14 June.
- Entry closes on 7 June. <script>alert(1)</script> & <b>more</b>

\`\`\`
ls "unclosed`;

const requests: Record<string, Record<string, unknown>> = {
  blog_post: { target_length: 200 },
  newsletter: { sections: [{ title: `The "jetty" <b>`, notes: material, url: "https://example.org/?a=1&b=2" }] },
  email: { cta_text: `Read "it" <now>`, cta_url: "https://example.org/?a=1&b=2", sequence_length: 2 },
  social_media: { platforms: ["x", "linkedin"] },
  market_research: { competitors: [`The "old" jetty`, "The new jetty"], questions: ["What do guests pay?"] },
};

for (const [type, fields] of Object.entries(requests))
  test(`the page of a published ${type} is valid HTML`, async ({ api, unique }) => {
    const topic = `News of "${unique}" & <more>`;
    const created = await api.post("/api/tasks", { task_type: type, topic, source_material: material, ...fields });
    const { task_id } = await api.waitFor(created.body.task_id, "awaiting_approval");
    await api.post(`/api/tasks/${task_id}/approve`);
    const { published_url } = (await api.post<TaskResponse>(`/api/tasks/${task_id}/publish`)).body;
    const page = await fetch(published_url ?? "");
    expect(page.status).toBe(200);
    expect(await faultsInPage(await page.text())).toEqual([]);
    const front = await fetch(`${hub.baseUrl}/p/${admin.accountSlug}`);
    expect(await faultsInPage(await front.text())).toEqual([]);
  });

test("the page on which a quiz is taken is valid HTML", async ({ api }) => {
  const request = { task_type: "quiz", story_prompt: material, difficulty: "easy" };
  const created = await api.post("/api/tasks", request);
  const { result } = await api.waitFor(created.body.task_id, "completed");
  const page = await fetch(String(result?.quiz_url));
  expect(page.status).toBe(200);
  expect(await faultsInPage(await page.text())).toEqual([]);
});
