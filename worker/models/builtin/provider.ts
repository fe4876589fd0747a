import { NoSuchModelError, type ProviderV4 } from "@ai-sdk/provider";
import { analyst } from "./analyst/analyst.ts";
import { designer, designerDrawing } from "./designer/designer.ts";
import { painter } from "./painter/painter.ts";
import { quizmaster } from "./quizmaster/quizmaster.ts";
import { reader } from "./reader/reader.ts";
import { voice } from "./voice/voice.ts";
import { writer } from "./writer/writer.ts";

const textModels = { writer, quizmaster, analyst, reader, designer };
const imageModels = { painter, designer: designerDrawing };
const speechModels = { voice };

/** `builtin/…`: models that run in this process and work only from what they are given. */
export const builtinProvider: ProviderV4 = {
  specificationVersion: "v4",
  languageModel: (modelId) => pick(textModels, modelId, "languageModel"),
  imageModel: (modelId) => pick(imageModels, modelId, "imageModel"),
  speechModel: (modelId) => pick(speechModels, modelId, "speechModel"),
  embeddingModel: (modelId) => {
    throw new NoSuchModelError({ modelId, modelType: "embeddingModel" });
  },
};

function pick<Model>(
  models: Record<string, Model>,
  modelId: string,
  modelType: "languageModel" | "imageModel" | "speechModel",
): Model {
  const model = Object.hasOwn(models, modelId) ? models[modelId] : undefined;
  if (!model) throw new NoSuchModelError({ modelId, modelType });
  return model;
}
