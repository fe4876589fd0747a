import { defineTextModel } from "../define-text-model.ts";

export const quizmaster = defineTextModel("quizmaster", {});
