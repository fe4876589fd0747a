import { bootstrap } from "./bootstrap.mjs";

await bootstrap("gallery.ts");
