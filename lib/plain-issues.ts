import * as z from "zod";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * Words faults of a request as one would say them to its sender: "is required", "must be at most 200". Messages that a
 * schema sets itself win.
 */
export function wordIssuesPlainly(): void {
  z.config({ customError: plainWords });
}

const plainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${typeWords[issue.expected] ?? issue.expected}`;
    case "too_small":
      return sizeWords(issue.origin, "at least", Number(issue.minimum), issue.inclusive ?? true, "more than");
    case "too_big":
      return sizeWords(issue.origin, "at most", Number(issue.maximum), issue.inclusive ?? true, "less than");
    case "invalid_value":
      return valueWords(issue);
    case "invalid_format":
      return formatWords[issue.format] ?? "has not the right form";
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "unrecognized_keys":
      return `has unknown fields: ${issue.keys.join(", ")}`;
    case "invalid_union":
      return "has none of the forms that are allowed here";
    default:
      return undefined;
  }
};

const typeWords: Partial<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

const formatWords: Partial<Record<string, string>> = {
  email: "must be an email address",
  url: "must be a complete address such as https://example.com/page",
  uuid: "must be a UUID",
  datetime: "must be a time such as 2026-01-31T09:00:00Z",
};

function sizeWords(origin: string, bound: string, limit: number, inclusive: boolean, strict: string): string {
  if (origin === "string") return limit === 1 ? "must not be empty" : `must have ${bound} ${limit} characters`;
  if (origin === "array" || origin === "set") return `must have ${bound} ${limit} ${limit === 1 ? "item" : "items"}`;
  return `must be ${inclusive ? bound : strict} ${limit}`;
}

function valueWords(issue: Extract<RawIssue, { code: "invalid_value" }>): string {
  const values = issue.values.map(String);
  return values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(", ")}`;
}
