import { defineTextModel } from "../define-text-model.ts";

export const analyst = defineTextModel("analyst", {});
