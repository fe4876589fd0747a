import * as z from "zod";
import { roles } from "./access.ts";

export const memberSchema = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(roles) })
  .meta({ id: "Member" });
export type Member = z.output<typeof memberSchema>;
