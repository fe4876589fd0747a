import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { HubError } from "#lib/errors.ts";
import { failureFrom } from "#lib/media/run-ffmpeg.ts";
import { FetchFailure } from "#lib/net/fetch-failure.ts";
import { describeFailure } from "#worker/describe-failure.ts";
import { AttemptTimeout } from "#worker/stop-reasons.ts";

describe("describeFailure", () => {
  it("names the phase once", () => {
    const named = new HubError("SERVICE_UNAVAILABLE", 'The model a/b failed in the phase "qa": it is busy.');
    expect(describeFailure(named, "qa").message).toBe(named.message);
    const unnamed = new HubError("URL_NOT_ALLOWED", "127.0.0.1 is not public");
    expect(describeFailure(unnamed, "research").message).toBe('The phase "research" failed: 127.0.0.1 is not public');
  });

  it.each([
    [new HubError("SERVICE_UNAVAILABLE", "busy"), true],
    [new HubError("SERVICE_UNAVAILABLE", "bad key", { details: { retryable: false } }), false],
    [new HubError("MODEL_NOT_FOUND", "no such model"), false],
    [new HubError("URL_NOT_ALLOWED", "private"), false],
    [new Error("anything"), true],
    [new AttemptTimeout(15), true],
    ["a string", true],
  ])("%s: tried again %s", (error, retryable) => {
    expect(describeFailure(error, "qa").retryable).toBe(retryable);
  });

  it("says which part of a result did not fit", () => {
    const { error } = z.object({ title: z.string() }).safeParse({ title: 1 });
    expect(describeFailure(error, "format")).toMatchObject({
      code: "INVALID_RESULT",
      message: expect.stringContaining("title"),
    });
  });

  it("names the address that could not be read, and leaves no raw code", () => {
    const error = new FetchFailure("no machine has that name", { url: "https://example.invalid/a.png" });
    expect(describeFailure(error, "generate").message).toBe(
      'The phase "generate" could not read https://example.invalid/a.png: no machine has that name. Check the address, then retry the task.',
    );
  });

  it("says that a disk is full, and blames no request for it", () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const film = failureFrom("[out#0/mp4] Error writing trailer: No space left on device\nConversion failed!\n");
    for (const error of [full, film, new Error("ffmpeg ended", { cause: full })]) {
      const { code, message, retryable } = describeFailure(error, "voice");
      expect({ code, retryable }).toEqual({ code: "DISK_FULL", retryable: true });
      expect(message).toMatch(/^The phase "voice" .*disk .* is full\. Make room/);
    }
  });

  it("keeps SQL to the log", () => {
    const error = new DrizzleQueryError("update tasks set secret", [], new Error("column does not exist"));
    expect(describeFailure(error, "qa").message).not.toMatch(/tasks|column/);
  });
});
