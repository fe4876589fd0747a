import { bootstrap } from "./bootstrap.mjs";

await bootstrap("hub.ts");
