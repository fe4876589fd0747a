import * as z from "zod";

/** NIST SP 800-63B: length is what counts; no rules about kinds of characters. */
export const passwordSchema = z
  .string()
  .min(12, "must have at least 12 characters")
  .max(200, "must have at most 200 characters");

export const emailSchema = z.email("must be an email address").trim().toLowerCase().max(254);

export const personNameSchema = z.string().trim().min(1, "must not be empty").max(120);
