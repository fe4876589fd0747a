import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Listener } from "#db/listener.ts";
import { describeModels } from "#domain/models/model-settings.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { priceTask } from "#domain/tasks/price-task.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";
import { registerTestWorker } from "#domain/work/testing.ts";
import { findLocalServers } from "#lib/models/find-local-servers.ts";
import { LocalFinder } from "#worker/models/local-finder.ts";
import { watchLocalServers } from "#worker/watch-local-servers.ts";

let hub: TestHub;
let listener: Listener;
let stop = async () => {};
let server: Server;
let port = 0;
/** It keeps its port, which would be another's by the time that it is started again. */
let isUp = false;
/** Where nothing listens. */
const nowhere = "http://127.0.0.1:1";

beforeAll(async () => {
  hub = await createTestHub();
  listener = new Listener(hub.appUrl);
  server = createServer((request, response) => {
    if (isUp) response.end(JSON.stringify({ models: [] }));
    else request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  const finder = new LocalFinder(
    () => findLocalServers({ ollama: `http://127.0.0.1:${port}`, llamaCpp: nowhere }, 20_000),
    () => ({}),
  );
  const worker = await registerTestWorker(hub.db, "beside");
  const listen = (...args: Parameters<Listener["listen"]>) => listener.listen(...args);
  stop = await watchLocalServers({ db: hub.db, listen, finder }, worker);
});
afterAll(async () => {
  await stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await listener.end();
  await hub.close();
});

const ollama = async () => (await describeModels(hub.ctx)).providers.find(({ name }) => name === "ollama");
const priced = () =>
  priceTask(hub.ctx, readNewTask({ task_type: "blog_post", topic: "Tides", model_name: "ollama/mistral" }));

it("offers a server that is started later where the page of models is open, and no more one that is gone", async () => {
  expect(await ollama()).toMatchObject({ connected: false, found_at: null });
  expect((await priced()).warnings).toEqual(
    expect.arrayContaining([expect.stringMatching(/no Ollama server answers on the workers' own machine/)]),
  );

  isUp = true;
  await expect.poll(ollama).toMatchObject({ connected: true, found_at: `http://127.0.0.1:${port}` });
  const found = await priced();
  expect(found.models.creative).toBe("ollama/mistral");
  expect(found.warnings).toEqual([]);

  isUp = false;
  await expect.poll(ollama).toMatchObject({ connected: false, found_at: null });
  expect((await priced()).models.creative).toBe("builtin/writer");
});

it("does not offer what a worker found that has not been heard of for long", async () => {
  const found = { OLLAMA_BASE_URL: nowhere };
  await hub.owner`insert into workers (id, hostname, pid, concurrency, task_types, local_servers)
    values ('away', 'elsewhere', 1, 1, '[]', ${hub.owner.json(found)})`;
  expect(await ollama()).toMatchObject({ connected: true });
  await hub.owner`update workers set heartbeat_at = now() - interval '3 minutes' where id = 'away'`;
  expect(await ollama()).toMatchObject({ connected: false });
});
