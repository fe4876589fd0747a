// Runs eSpeak NG (GPL-3.0-or-later) in a process of its own: its arguments are ours, its text comes on standard input,
// and what it makes goes to standard output.
import { readFileSync, writeSync } from "node:fs";
import createEspeak from "espeak-ng";

const args = process.argv.slice(2);
const text = readFileSync(0, "utf8");
const speaks = text.length > 0;
const printed = [];
const engine = await createEspeak({
  arguments: speaks ? [...args, "-w", "spoken.wav", "--", text] : args,
  print: (line) => printed.push(line),
  printErr: () => {},
});
const output = speaks ? engine.FS.readFile("spoken.wav") : Buffer.from(printed.join("\n"));
// A pipe takes what it has room for; the rest follows once its reader has read.
for (let at = 0; at < output.length; ) {
  try {
    at += writeSync(1, output, at);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
  }
}
