import { afterAll, beforeAll, expect, it } from "vitest";
import { getNotificationSettings, setNotificationSettings } from "#domain/notifications/settings.ts";
import { addPerson } from "#domain/notifications/testing.ts";
import { createTestHub, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

it("two choices made at once are both kept", async () => {
  for (const name of ["Ana", "Ben", "Cleo", "Dora", "Emil"]) {
    const person = await addPerson(hub, name);
    for (const [hour, kind] of [
      [17, "failed"],
      [6, "due"],
    ] as const) {
      await Promise.all([
        setNotificationSettings(person, { mailed: [kind] }),
        setNotificationSettings(person, { digestHour: hour }),
      ]);
      expect(await getNotificationSettings(person)).toEqual({ mailed: [kind], digestHour: hour });
    }
  }
});
