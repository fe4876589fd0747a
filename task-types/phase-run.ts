import * as z from "zod";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { Sound } from "#lib/media/wav.ts";

/**
 * One call of a text model. Providers read `system` and `prompt`; the built-in models read `job` and `input`, which say
 * the same as data. Both answer with JSON that `output` accepts.
 */
export type TextCall<Output> = {
  /** What is wanted, for a built-in model: `article.draft`. */
  job: string;
  input: JsonObject;
  system: string;
  prompt: string;
  output: z.ZodType<Output>;
  temperature?: number;
  /** The picture that the call is about; it needs a model that sees. */
  image?: { bytes: Uint8Array; contentType: string };
  /** About how many words the answer will have, where the phase is this one call: its progress is measured by them. */
  expectedWords?: number;
  /** Uses the model chosen for another phase: qa sends a draft back to the model of `creative`. */
  asPhase?: string;
};

/** One call of a text model for words as they come, as text_generation offers it. */
export type PlainTextCall = {
  job: string;
  input: JsonObject;
  system?: string;
  prompt: string;
  temperature?: number;
  topP?: number;
  /** Tokens. */
  maxTokens?: number;
  seed?: number;
  stop?: string[];
};

export type PlainText = {
  text: string;
  /** As the provider counts; 0 where nobody does. */
  tokens: number;
  /** Why it is less than what was asked for, from a model that knows its limits. */
  shortcoming: string | null;
};

export type ImageCall = {
  job: string;
  input: JsonObject;
  prompt: string;
  /** Pixels. */
  width: number;
  height: number;
  /** The same seed and prompt give the same picture, where the model can do that. */
  seed?: number;
};

export type SpeechCall = {
  text: string;
  /** English name or BCP 47 tag of the text's language. */
  language: string;
  /** Whoever comes nearest speaks, with a degraded reason. */
  voice?: string;
  /** 0.5–2; 1 is the voice's usual speed. */
  rate?: number;
};

/** `voice` is who spoke, where the model says so. */
export type GeneratedSpeech = { sound: Sound; voice: string | null; modelId: string };

export type GeneratedImage = {
  bytes: Uint8Array;
  contentType: string;
  width: number;
  height: number;
  /** Whom to name beside it: "Photo by … on Pexels"; null where nobody needs naming. */
  credit: string | null;
  /** What it shows, where its maker says so. */
  alt: string | null;
  /** The same picture as shapes, from models that draw such. */
  svg: string | null;
  /** The model that made it. */
  modelId: string;
};

/** A generated picture that lies in the store. */
export type DrawnPicture = Omit<GeneratedImage, "bytes" | "contentType"> & { file: ArtifactReference };

export type NewArtifact = {
  name: string;
  /** What it is to the task: `featured_image`, `poster`, `document`. */
  role: string;
  contentType: string;
  bytes: Uint8Array;
  width?: number;
  height?: number;
  /** False for a picture that is only there to be downloaded, so that no small one is made of it. */
  thumbnail?: boolean;
};

/** How results and content name a stored file: `artifact:{id}`. Answers of the API carry a signed address instead. */
export const artifactReferenceSchema = z.templateLiteral(["artifact:", z.string()]);
export type ArtifactReference = z.output<typeof artifactReferenceSchema>;

/** A page that was asked for by address and read through the guarded client. */
type FetchedPage = { url: string; title: string; text: string };

/** A file's bytes as they came; `charset` is what its sender says of it. */
export type FetchedFile = { name: string; contentType: string; charset: string; bytes: Uint8Array };

/** The fields that every type takes, as far as generating needs them. */
export type CommonRequest = {
  language: string;
  sourceMaterial: string | null;
  referenceUrls: string[];
  parameters: JsonObject;
  qualityPreference: "fast" | "balanced" | "quality";
};

/** What a phase sees of the world: models, files and pages by name, and no database. */
export type PhaseRun<Request = JsonObject> = {
  taskId: string;
  request: Request;
  common: CommonRequest;
  /** The reviewer's words that led to this round; null in the first. */
  feedback: string | null;
  /** The revision that the feedback is about. */
  previous: { content: string | null; result: JsonObject } | null;
  /**
   * The blocks that this round may change, by their places in the type's list or text, rising; null for the whole. A
   * phase that changes another fails the task.
   */
  blocks: readonly number[] | null;
  /** The same by name, those without a place too: the mark that all palettes of a concept show. */
  blockNames: readonly string[] | null;
  /** In a round for some blocks: what the phases left in the rounds before, by name. */
  earlier: Record<string, Json>;
  /** Outputs of the phases before, by name. */
  outputs: Record<string, Json>;
  signal: AbortSignal;
  generate: <Output>(call: TextCall<Output>) => Promise<Output>;
  writeText: (call: PlainTextCall) => Promise<PlainText>;
  /**
   * A picture, kept as the task's file. It is drawn, and paid for, once: a later attempt at the same round finds it by its
   * call, with all that its maker said of it.
   */
  drawPicture: (call: ImageCall, file: Pick<NewArtifact, "name" | "role">) => Promise<DrawnPicture>;
  /** Null where no voice speaks the language. */
  speak: (call: SpeechCall) => Promise<GeneratedSpeech | null>;
  storeArtifact: (artifact: NewArtifact) => Promise<ArtifactReference>;
  /**
   * A file that is made once: a later attempt at the task finds it under its key and does not make it again. The key
   * says everything that the file depends on.
   */
  keepArtifact: (key: string, make: () => Promise<NewArtifact>) => Promise<ArtifactReference>;
  /** The bytes of one of the task's own files. */
  readArtifact: (reference: ArtifactReference) => Promise<FetchedFile>;
  /** @throws when the address is not allowed, cannot be reached, or holds no text. */
  fetchPage: (url: string) => Promise<FetchedPage>;
  /**
   * The bytes behind an address. This hub's own files are read from the store, any other through the guarded client.
   * @param accept media types that are of use
   * @throws when the address is not allowed, cannot be reached, or holds something else.
   */
  fetchFile: (address: string, accept: string[]) => Promise<FetchedFile>;
  /** A file that a client of this account uploaded. @throws when there is none. */
  readUpload: (uploadId: string) => Promise<FetchedFile>;
  /** What another task of the account came to; null for one that is unknown, unfinished or not approved. */
  readTaskResult: (taskId: string) => Promise<{ taskType: string; result: JsonObject } | null>;
  /** Whether an address answers; for links that a text carries. */
  linkResolves: (url: string) => Promise<boolean>;
  /** @param share 0–1 of this phase. */
  progress: (share: number, message?: string) => void;
  warn: (warning: string) => void;
  /** The result is less than was asked for; it will never be approved by itself. */
  degrade: (reason: string) => void;
};

/** A run of whatever type: for steps that several types share. */
export type AnyRun = Omit<PhaseRun, "request">;
