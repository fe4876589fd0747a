import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createGuardedClient } from "./guarded-client.ts";
import { isPublicAddress } from "./public-address.ts";

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const strict = createGuardedClient();
const local = createGuardedClient({ allowLoopback: true, maxBytes: 50_000 });

describe("public addresses", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:db8::1",
    "::127.0.0.1",
  ])("do not include %s", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])("include %s", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe("what may be fetched", () => {
  it.each([
    "ftp://example.com/a",
    "file:///etc/passwd",
    "http://user:secret@example.com/",
    "http://localhost:3000/",
    "http://127.0.0.1/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://[::1]/",
    "http://169.254.169.254/latest",
    "http://db.internal/",
    "not a url",
    "http://printer.local./",
  ])("is not %s", async (url) => {
    await expect(strict.checkUrlAllowed(url)).rejects.toMatchObject({ code: "URL_NOT_ALLOWED", status: 422 });
  });

  it("is not a public name with a private address among its own", async () => {
    const lookup = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "10.0.0.5", family: 4 },
    ];
    const client = createGuardedClient({ lookup });
    await expect(client.checkUrlAllowed("https://rebind.example.com/")).rejects.toMatchObject({
      code: "URL_NOT_ALLOWED",
    });
    await expect(client.readPage("https://rebind.example.com/")).rejects.toMatchObject({ code: "URL_NOT_ALLOWED" });
  });

  it("is judged when the task is made, where the name is known", async () => {
    const unknown = createGuardedClient({ lookup: () => Promise.reject(new Error("ENOTFOUND")) });
    await expect(unknown.checkUrlAllowed("https://not-yet.example.com/")).resolves.toBeUndefined();
    await expect(unknown.readPage("https://not-yet.example.com/")).rejects.toMatchObject({
      name: "FetchFailure",
      url: "https://not-yet.example.com/",
    });
  });
});

describe("fetching", () => {
  it("asks for an address once and connects to that one, whatever the name says later", async () => {
    const port = await serve((_, response) => response.setHeader("content-type", "text/plain").end("pinned"));
    let lookups = 0;
    // A rebinding server: the first answer is harmless, every later one leads elsewhere.
    const lookup = async () => [{ address: lookups++ === 0 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    const client = createGuardedClient({ allowLoopback: true, lookup });
    const page = await client.readPage(`http://rebind.example.com:${port}/`);
    expect(page.text).toBe("pinned");
    expect(lookups).toBe(1);
  });

  it("refuses a redirect to a private address", async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: "http://10.0.0.1/secret" }).end());
    await expect(local.readPage(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: "URL_NOT_ALLOWED" });
  });

  it("follows five redirects and no more", async () => {
    const port = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 0) response.setHeader("content-type", "text/plain").end("arrived");
      else response.writeHead(302, { location: `/${step - 1}` }).end();
    });
    await expect(local.readPage(`http://127.0.0.1:${port}/5`)).resolves.toMatchObject({ text: "arrived" });
    await expect(local.readPage(`http://127.0.0.1:${port}/6`)).rejects.toThrow(/redirects more than 5 times/);
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      "too much",
      (_, response) => response.setHeader("content-type", "text/plain").end("x".repeat(60_000)),
      /too large: \d+ KiB, and at most \d+ KiB are read/,
    ],
    ["an image", (_, response) => response.setHeader("content-type", "image/png").end("x"), /image\/png/],
    ["an error", (_, response) => response.writeHead(500).end(), /HTTP 500/],
    [
      "a trickle without end",
      (_, response) => {
        response.writeHead(200, { "content-type": "text/plain" });
        const timer = setInterval(() => response.write("x".repeat(9000)), 5);
        response.on("close", () => clearInterval(timer));
      },
      /too large: at most \d+ KiB are read/,
    ],
  ])("gives up on %s", async (_, listener, message) => {
    const port = await serve(listener);
    await expect(local.readPage(`http://127.0.0.1:${port}/`)).rejects.toThrow(message);
  });

  it("gives up on silence", async () => {
    const port = await serve(() => undefined);
    const hasty = createGuardedClient({ allowLoopback: true, timeoutMs: 500 });
    await expect(hasty.readPage(`http://127.0.0.1:${port}/`)).rejects.toThrow(/in time/);
  });

  it("reads the main part of a page and leaves its furniture", async () => {
    const html = `<html><head><title>Tides &amp; mud</title><script>alert(1)</script></head><body>
      <nav><a href="/">Home</a></nav><main><h1>Tides</h1><p>${"The tide rises twice a day. ".repeat(10)}</p>
      <ul><li>Spring tides</li><li>Neap tides</li></ul></main><footer>© someone</footer></body></html>`;
    const port = await serve((_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(html));
    const page = await local.readPage(`http://127.0.0.1:${port}/`);
    expect(page.title).toBe("Tides & mud");
    expect(page.text).toMatch(/^## Tides\n\nThe tide rises/);
    expect(page.text).toContain("- Neap tides");
    expect(page.text).not.toMatch(/Home|alert|someone/);
  });

  it("says whether a link resolves", async () => {
    const port = await serve((request, response) => {
      if (request.url === "/no-head" && request.method === "HEAD") response.writeHead(405).end();
      else response.writeHead(request.url === "/gone" ? 404 : 200).end();
    });
    expect(await local.linkResolves(`http://127.0.0.1:${port}/here`)).toBe(true);
    expect(await local.linkResolves(`http://127.0.0.1:${port}/no-head`)).toBe(true);
    expect(await local.linkResolves(`http://127.0.0.1:${port}/gone`)).toBe(false);
    expect(await strict.linkResolves(`http://127.0.0.1:${port}/here`)).toBe(false);
  });
});
