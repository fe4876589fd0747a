/** A page's search parameters, as Next gives them. */
export type SearchParams = Promise<Record<string, string | string[]>>;

/** The first of each, as screens read them from the address. */
export async function readSearch(params: SearchParams): Promise<URLSearchParams> {
  return new URLSearchParams(
    Object.entries(await params).map(([name, value]): [string, string] => [name, [value].flat()[0] ?? ""]),
  );
}
