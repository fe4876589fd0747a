/** How one value stands in the address; text that means nothing reads as absent, and what is at rest is left out. */
export type UrlParam<Value> = { read(text: string | null): Value; write(value: Value): string | null };

export const textParam: UrlParam<string> = {
  read: (text) => text ?? "",
  write: (value) => value || null,
};

export const numberParam: UrlParam<number | null> = {
  read: (text) => (text !== null && text !== "" && Number.isFinite(Number(text)) ? Number(text) : null),
  write: (value) => (value === null ? null : String(value)),
};

export const flagParam: UrlParam<boolean | null> = {
  read: (text) => (text === "true" ? true : text === "false" ? false : null),
  write: (value) => (value === null ? null : String(value)),
};

/** A moment, the same for whoever opens the address; a day alone is its beginning (UTC). */
export const instantParam: UrlParam<string> = {
  read: (text) => {
    const at = text && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? "" : new Date(at).toISOString();
  },
  write: (value) => value || null,
};

export const listParam: UrlParam<string[]> = {
  read: (text) => (text ? text.split(",").filter(Boolean) : []),
  write: (value) => value.join(",") || null,
};

export function choiceParam<Choice extends string>(choices: readonly Choice[], atRest: Choice): UrlParam<Choice> {
  return {
    read: (text) => choices.find((choice) => choice === text) ?? atRest,
    write: (value) => (value === atRest ? null : value),
  };
}

export function choicesParam<Choice extends string>(choices: readonly Choice[]): UrlParam<Choice[]> {
  return {
    read: (text) => choices.filter((choice) => text?.split(",").includes(choice)),
    write: (value) => value.join(",") || null,
  };
}

export type UrlParams = Record<string, UrlParam<unknown>>;
export type UrlValues<Given extends UrlParams> = { [Name in keyof Given]: ReturnType<Given[Name]["read"]> };

export function readParams<Given extends UrlParams>(params: Given, given: URLSearchParams): UrlValues<Given> {
  // Each name is read by its own parameter, which is what the mapped type says.
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, param.read(given.get(name))]),
  ) as UrlValues<Given>;
}
