/** What a `route.ts` exports for each method it answers: the signature of Next's route handlers. */
export type RouteHandler = (req: Request, context: { params: Promise<RouteParams> }) => Response | Promise<Response>;
type RouteParams = Record<string, string | string[]>;
export type RouteModule = Partial<Record<string, unknown>>;

type Found = { route: RouteModule; template: string };
type Node = {
  fixed: Map<string, Node>;
  param: { name: string; node: Node } | null;
  rest: { name: string; found: Found; optional: boolean } | null;
  found: Found | null;
};
type Match = Found & { params: RouteParams };

const newNode = (): Node => ({ fixed: new Map(), param: null, rest: null, found: null });

/** A path whose percent-encoding is broken. */
export class MalformedPathError extends Error {
  override name = "MalformedPathError";
}

/**
 * The routes below `app`, found by path as Next finds them: `[param]`, `[...rest]`, `[[...rest]]` and `(group)`
 * folders, fixed segments before parameters. A trailing slash makes no difference.
 */
export class RouteTable {
  readonly #root = newNode();

  /** @param file the route's file below `app`, such as `api/tasks/[id]/route.ts` */
  add(file: string, route: RouteModule): void {
    let node = this.#root;
    const found = { route, template: routeTemplate(file) };
    for (const segment of file.split("/").slice(0, -1)) {
      if (/^\(.*\)$/.test(segment)) continue;
      const rest = /^\[?\[\.\.\.(.+?)\]\]?$/.exec(segment)?.[1];
      if (rest) {
        node.rest = { name: rest, found, optional: segment.startsWith("[[") };
        return;
      }
      node = step(node, segment);
    }
    node.found = found;
  }

  /**
   * The route of a path, its template and its parameters, decoded; null when there is none.
   * @throws MalformedPathError
   */
  find(pathname: string): Match | null {
    const segments = pathname
      .split("/")
      .filter((segment, index, all) => segment || (index > 0 && index < all.length - 1));
    return search(this.#root, segments, 0, {});
  }
}

/** `api/tasks/[id]/route.ts` → `/api/tasks/{id}`, as OpenAPI writes paths. */
export function routeTemplate(file: string): string {
  const segments = file
    .split("/")
    .slice(0, -1)
    .filter((segment) => !/^\(.*\)$/.test(segment));
  return `/${segments.join("/").replace(/\[{1,2}(?:\.\.\.)?(\w+)\]{1,2}/g, "{$1}")}`;
}

function step(node: Node, segment: string): Node {
  const name = /^\[(.+)\]$/.exec(segment)?.[1];
  if (name) {
    node.param ??= { name, node: newNode() };
    if (node.param.name !== name)
      throw new Error(`Two names for one segment of a route: [${node.param.name}], [${name}]`);
    return node.param.node;
  }
  const next = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, next);
  return next;
}

function search(node: Node, segments: string[], at: number, params: RouteParams): Match | null {
  const segment = segments[at];
  if (segment === undefined) {
    if (node.found) return { ...node.found, params };
    return node.rest?.optional ? { ...node.rest.found, params: { ...params, [node.rest.name]: [] } } : null;
  }
  const fixed = node.fixed.get(segment);
  const found = fixed && search(fixed, segments, at + 1, params);
  if (found) return found;
  if (node.param) {
    const inner = search(node.param.node, segments, at + 1, { ...params, [node.param.name]: decode(segment) });
    if (inner) return inner;
  }
  if (!node.rest) return null;
  return { ...node.rest.found, params: { ...params, [node.rest.name]: segments.slice(at).map(decode) } };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new MalformedPathError(`${segment} is not valid percent-encoding`);
  }
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The handler of a method; HEAD is answered by GET (RFC 9110, 9.3.2). */
export function handlerFor(route: RouteModule, method: string): RouteHandler | null {
  const exported = methods.includes(method)
    ? (route[method] ?? (method === "HEAD" ? route.GET : undefined))
    : undefined;
  return typeof exported === "function" ? (exported as RouteHandler) : null;
}

/** The value of an `Allow` header. */
export function allowedMethods(route: RouteModule): string {
  return methods.filter((method) => method === "OPTIONS" || handlerFor(route, method)).join(", ");
}
