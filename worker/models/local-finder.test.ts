import { expect, it } from "vitest";
import { LocalFinder } from "./local-finder.ts";

const ollama = { OLLAMA_BASE_URL: "http://127.0.0.1:11434" };

it("does not look again at once, nor twice at the same time", async () => {
  let looks = 0;
  const begun = Promise.withResolvers<typeof ollama>();
  const finder = new LocalFinder(
    () => {
      looks += 1;
      return begun.promise;
    },
    () => ({}),
  );
  const both = Promise.all([finder.look(), finder.look()]);
  begun.resolve(ollama);
  expect(await both).toEqual([ollama, ollama]);
  expect(await finder.look()).toEqual(ollama);
  expect(looks).toBe(1);
});

it("adds what it found to the environment, which has the last word where it names a server", async () => {
  const environment: Record<string, string> = { OPENAI_API_KEY: "key" };
  const finder = new LocalFinder(
    async () => ollama,
    () => environment,
  );
  expect(finder.environment()).toMatchObject({ OPENAI_API_KEY: "key", OLLAMA_BASE_URL: undefined });
  await finder.look();
  expect(finder.environment()).toMatchObject({ OPENAI_API_KEY: "key", ...ollama });
  environment.OLLAMA_BASE_URL = "http://models.example.com";
  expect(finder.environment().OLLAMA_BASE_URL).toBe("http://models.example.com");
});
