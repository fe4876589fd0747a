import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { loadDotEnv } from "#lib/env.ts";

/** A mail as it arrived. */
type Arrived = {
  to: string[];
  header: (name: string) => string | null;
  /** The first part of the type, decoded. */
  part: (type: "text/plain" | "text/html") => string;
};

export type TestSmtp = {
  url: string;
  arrived: Arrived[];
  /** What the server says to a recipient; null to take the mail. */
  answer: (address: string) => { code: number; message: string } | null;
  close: () => Promise<void>;
};

/** A real mail server on this machine, for tests; it asks for the password "secret". */
export async function startTestSmtp(): Promise<TestSmtp> {
  const test: TestSmtp = { url: "", arrived: [], answer: () => null, close: async () => {} };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === "secret" ? done(null, { user: username }) : done(new Error("wrong password")),
    onRcptTo({ address }, _session, done) {
      const refusal = test.answer(address);
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        test.arrived.push(readMail(Buffer.concat(chunks).toString("utf8"), to));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  test.url = `smtp://hub:secret@127.0.0.1:${port}`;
  test.close = () => new Promise((resolve) => server.close(() => resolve()));
  return test;
}

/** Points this process at a mail server, or at none. */
export function sendMailsTo(url: string | null): void {
  process.env.SMTP_URL = url ?? "";
  process.env.PUBLIC_URL = "https://hub.example.com";
  loadDotEnv();
}

function readMail(raw: string, to: string[]): Arrived {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  const unfolded = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return {
    to,
    header: (name) => {
      const line = unfolded.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `));
      return line ? decodeWords(line.slice(name.length + 2)) : null;
    },
    part: (type) => {
      const from = raw.indexOf(`Content-Type: ${type}`);
      const start = raw.indexOf("\r\n\r\n", from) + 4;
      const body = raw.slice(start, raw.indexOf("\r\n--", start));
      const isBase64 = /Content-Transfer-Encoding: base64/i.test(raw.slice(from, start));
      return isBase64 ? Buffer.from(body, "base64").toString("utf8") : decodeQuoted(body);
    },
  };
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodeWords(text: string): string {
  return text
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, words: string) =>
      encoding.toUpperCase() === "B"
        ? Buffer.from(words, "base64").toString("utf8")
        : decodeQuoted(words.replaceAll("_", " ")),
    );
}
