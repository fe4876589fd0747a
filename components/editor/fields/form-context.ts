"use client";
import { createContext, useContext } from "react";
import type { TaskPicture } from "../task-pictures.ts";

export type FormContext = {
  /** What is wrong, by path in the edit: `result.emails.0.subject`. */
  errors: ReadonlyMap<string, string>;
  publisher: string;
  taskId: string;
  pictures: readonly TaskPicture[];
};

const Context = createContext<FormContext>({ errors: new Map(), publisher: "", taskId: "", pictures: [] });

export const FormProvider = Context;

export function useForm(): FormContext {
  return useContext(Context);
}
