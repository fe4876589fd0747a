import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { keepFrozen } from "#task-types/blocks/keep-frozen.ts";
import { dataRetrieval } from "#task-types/data-retrieval/schema.ts";
import { selectRows } from "#task-types/data-retrieval/select-rows.ts";
import { readCsv, readCsvTable } from "#task-types/tables/read-csv.ts";
import { readHtml } from "#task-types/tables/read-html.ts";
import { readJson } from "#task-types/tables/read-json.ts";
import { guessFormat } from "#task-types/tables/read-table.ts";
import { readXml } from "#task-types/tables/read-xml.ts";
import { type PipelineWorld, runPipeline } from "#worker/testing-pipeline.ts";

const page = (html: string, contentType = "text/html") => ({
  ...{ name: "page", contentType, charset: "utf-8" },
  bytes: new TextEncoder().encode(html),
});

async function retrieve(fields: JsonObject, world: PipelineWorld = {}) {
  const outcome = await runPipeline({ task_type: "data_retrieval", ...fields }, world);
  return { ...outcome, result: outcome.result as unknown as z.output<typeof dataRetrieval.result> };
}

const table = `<html><body><nav>Menu</nav><table><tr><th>City</th><th>Inhabitants</th></tr>
<tr><td>Aarhus[1]</td><td>290598</td></tr><tr><td>Odense</td><td>183763</td></tr></table></body></html>`;
const article = `<html><head><title>The jetty opens</title><meta name="author" content="Ada Berg"></head><body><article>
<h1>The jetty opens</h1><p>${"The jetty opened on 3 May after eight months of work. ".repeat(6)}</p></article></body></html>`;

describe("reading tables", () => {
  it("knows CSV's separators, quotation marks and what is no number", () => {
    expect(readCsv('a;b\n"x; y";007\n2,5;true')).toEqual([
      { a: "x; y", b: "007" },
      { a: "2,5", b: true },
    ]);
  });

  it("finds the records inside JSON and flattens them", () => {
    expect(readJson('{"data":{"items":[{"id":1,"at":{"city":"Vejle"},"tags":["a","b"]}]}}')).toEqual([
      { id: 1, "at.city": "Vejle", tags: "a; b" },
    ]);
    expect(readJson('{"a":1}\n{"a":2}')).toEqual([{ a: 1 }, { a: 2 }]);
    expect(() => readJson("{oops")).toThrow(/cannot be read as JSON/);
  });

  it("spreads cells of HTML that span rows and columns", () => {
    const spanning =
      "<table><tr><th>A</th><th colspan=2>B</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>";
    expect(readHtml(spanning, []).rows).toEqual([
      { A: 1, B: 2, "B 2": 3 },
      { A: 1, B: 4, "B 2": 5 },
    ]);
  });
});

describe("tables wider than anyone can hold", () => {
  const names = Array.from({ length: 20_001 }, (_, n) => `c${n}`);

  it("are refused as CSV and as JSON, however short their lines are", () => {
    expect(() => readCsv(`${names.join()}\n${"1\n".repeat(100)}`)).toThrow("it has 100 lines of 20001 columns");
    const data = Array.from({ length: 100 }, () => [1]);
    expect(() => readJson(JSON.stringify({ columns: names, data }))).toThrow("it has 100 lines of 20001 columns");
  });

  it("are kept as far as they can be where each row brings columns of its own", async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => ({ [`c${n}`]: n }));
    const source = { type: "inline", content: JSON.stringify(rows), format: "json" };
    const { result, warnings } = await retrieve({ data_sources: [source] });
    expect([result.row_count, result.columns.length]).toEqual([1_414, 1_414]);
    expect(warnings).toContain("There were 3000 rows; the first 1414 are kept.");
  });
});

describe("tables in other clothes", () => {
  it("are read from lists of lists, columns beside data, and records under their names", () => {
    expect(readJson('[["city","pop"],["Oslo",7],["Bergen",2]]')).toEqual([
      { city: "Oslo", pop: 7 },
      { city: "Bergen", pop: 2 },
    ]);
    expect(readJson('{"columns":["a","b"],"data":[[1,2]]}')).toEqual([{ a: 1, b: 2 }]);
    expect(readJson('{"Oslo":{"pop":7},"Bergen":{"pop":2}}')).toEqual([
      { key: "Oslo", pop: 7 },
      { key: "Bergen", pop: 2 },
    ]);
  });

  it("are read from feeds and other XML, whose entities nobody follows", () => {
    const feed = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>News</title>
<item><title>One &amp; only</title><description><![CDATA[<p>First <b>bold</b></p>]]></description><price currency="EUR">5</price></item>
<item><title>&x;</title></item></channel></rss>`;
    expect(readXml(feed)).toEqual([
      { title: "One & only", description: "First bold", price: 5, "price.currency": "EUR" },
      { title: "&x;" },
    ]);
    expect(guessFormat(feed)).toBe("xml");
    expect(guessFormat('<?xml version="1.0"?><!DOCTYPE html><html></html>')).toBe("html");
  });

  it("are read from Markdown, below a title, and after a line that names the separator", () => {
    expect(readCsv("| City | Pop |\n|---|---:|\n| Oslo | 7 |")).toEqual([{ City: "Oslo", Pop: 7 }]);
    expect(readCsv("sep=;\nName;Price\nTea;2,50")).toEqual([{ Name: "Tea", Price: "2,50" }]);
    expect(readCsvTable("Report,,\nMarch,,\nA,B,C\n1,2,3")).toEqual({
      rows: [{ A: 1, B: 2, C: 3 }],
      notes: ["the 2 lines above its header were passed over"],
    });
    expect(readCsv('a,b\n"two\nlines, and ""quotes""",5')).toEqual([{ a: 'two\nlines, and "quotes"', b: 5 }]);
  });

  it("have two lines of head in HTML, and notes that are no rows", () => {
    const html = `<table><thead><tr><th rowspan=2>Route</th><th colspan=2>Price</th></tr><tr><th>Low</th><th>High</th></tr></thead>
<tr><td>A–B</td><td>1</td><td>2</td></tr><tr><td colspan=3>All prices include tax</td></tr></table>`;
    expect(readHtml(html, []).rows).toEqual([{ Route: "A–B", "Price Low": 1, "Price High": 2 }]);
  });

  it("are filtered by amount and by time, however both are written", () => {
    const rows = [
      { price: "1.234,50 €", on: "3 March 2026" },
      { price: "$900", on: "12.02.2026" },
    ];
    const keep = (field: string, op: "gt" | "lt", value: string | number) =>
      selectRows(rows, [], [{ field, op, value }]).map(({ on }) => on);
    expect(keep("price", "gt", 1000)).toEqual(["3 March 2026"]);
    expect(keep("on", "lt", "2026-03-01")).toEqual(["12.02.2026"]);
  });
});

describe("a data retrieval", () => {
  it("reads JSON, CSV, a table and an article, each with its status; one that fails does not sink the rest", async () => {
    const world = {
      files: {
        "https://data.example/cities.json": page('[{"city":"Vejle","inhabitants":61000}]', "application/json"),
        "https://data.example/table": page(table),
        "https://data.example/news": page(article),
        "https://data.example/broken": new Error("it answers with HTTP 500"),
      },
    };
    const urls = Object.keys(world.files).map((url) => ({ type: "url", url }));
    const sources = [...urls, { type: "inline", content: "city,inhabitants\nHerning,51000" }];
    const { result, degraded, warnings } = await retrieve({ data_sources: sources }, world);
    expect(result.sources.map(({ status, format, rows }) => [status, format, rows])).toEqual([
      ["ok", "json", 1],
      ["ok", "html table", 2],
      ["ok", "article", 1],
      ["failed", null, 0],
      ["ok", "csv", 1],
    ]);
    expect(result.sources[3]?.error).toBe("it answers with HTTP 500");
    expect(result.rows[3]).toMatchObject({ title: "The jetty opens", author: "Ada Berg" });
    expect(degraded.join()).toContain("1 of 5");
    expect(warnings.join()).toContain("broken");
  });

  it("keeps the fields and rows that were asked for, whatever the case of their names", async () => {
    const { result, files } = await retrieve({
      data_sources: [{ type: "inline", content: table }],
      fields: ["city"],
      filters: [{ field: "inhabitants", op: "gt", value: 200_000 }],
    });
    expect(result.rows).toEqual([{ city: "Aarhus" }]);
    expect(result.csv).toBe("city\nAarhus\n");
    expect(new TextDecoder().decode(files.get(result.csv_url)?.bytes)).toBe(result.csv);
    const short = await retrieve({ data_sources: [{ type: "inline", content: table }], filters: { City: "odense" } });
    expect(short.result.rows).toEqual([{ City: "Odense", Inhabitants: 183_763 }]);
  });

  it("disarms formulas in CSV and says when nothing fits", async () => {
    const { result } = await retrieve({
      data_sources: [{ type: "inline", format: "json", content: '[{"a":"=1+1"}]' }],
    });
    expect(result.csv).toContain("'=1+1");
    const none = await retrieve({ data_sources: [{ type: "inline", content: "a,b\n1,2" }], filters: { a: 5 } });
    expect(none.result.sources[0]?.status).toBe("empty");
    expect(none.result.qa_feedback.find(({ check }) => check === "rows")?.passed).toBe(false);
  });

  it("fails, naming each, when no source can be read", async () => {
    await expect(retrieve({ data_sources: [{ type: "url", url: "https://gone.example/a" }] })).rejects.toThrow(
      /gone\.example/,
    );
  });
});

describe("one source fetched again", () => {
  const urls = ["https://a.example/rows.csv", "https://b.example/rows.csv", "https://c.example/rows.csv"];
  const body = { task_type: "data_retrieval", data_sources: urls.map((url) => ({ type: "url", url })) };
  const csv = (text: string) => page(text, "text/csv");
  const files = (b: PipelineWorld["files"] = {}) => ({
    [`${urls[0]}`]: csv("city,size\nAarhus,1\nOdense,2"),
    [`${urls[2]}`]: csv("city,size\nVejle,3"),
    ...b,
  });
  const plan = dataRetrieval.blocks;

  async function again(edit: (result: JsonObject) => JsonObject, world: PipelineWorld, blocks = ["sources.1"]) {
    const first = await runPipeline(body, { files: files() });
    const before = { content: null, result: edit(first.result) };
    const stored = new Map(first.files);
    const asked: string[] = [];
    const guarded = new Proxy(world.files ?? {}, {
      get: (all, address: string) => {
        asked.push(address);
        return all[address];
      },
    });
    const second = await runPipeline(body, {
      ...{ previous: before, blocks, feedback: "Try again", earlier: first.outputs as Record<string, Json>, stored },
      files: guarded,
    });
    if (!plan) throw new Error("the type has no blocks");
    const after = keepFrozen(plan, before, second, blocks).result as unknown as z.output<typeof dataRetrieval.result>;
    return { before: before.result, after, second, asked };
  }
  const asMade = (result: JsonObject) => result;

  it("puts its rows between those of the others, as people have edited them, and asks nobody else", async () => {
    const edit = (result: JsonObject): JsonObject => {
      const [first, ...rest] = result.rows as JsonObject[];
      return { ...result, rows: [{ ...first, city: "Århus" }, ...rest] };
    };
    const { after, second, asked } = await again(edit, {
      files: { [`${urls[1]}`]: csv("city,size,mayor\nRibe,9,Ada") },
    });
    expect(asked).toEqual([urls[1]]);
    expect(after.rows).toEqual([
      { city: "Århus", size: 1 },
      { city: "Odense", size: 2 },
      { city: "Ribe", size: 9, mayor: "Ada" },
      { city: "Vejle", size: 3 },
    ]);
    expect(after).toMatchObject({ row_count: 4, columns: ["city", "size", "mayor"] });
    expect(after.sources.map(({ status, rows }) => [status, rows])).toEqual([
      ...[
        ["ok", 2],
        ["ok", 1],
        ["ok", 1],
      ],
    ]);
    expect(after.csv).toContain("Århus,1,");
    expect([second.warnings, second.degraded]).toEqual([[], []]);
  });

  it("stays what it was where it cannot be read again", async () => {
    const { after, before, second } = await again(asMade, { files: {} }, ["sources.0"]);
    expect(after.rows).toEqual(before.rows);
    expect(after.sources).toEqual(before.sources);
    expect(second.warnings.join()).toContain("a.example/rows.csv could not be read again, and its rows stay");
    const failed = await again(asMade, { files: { [`${urls[1]}`]: new Error("it answers 503") } });
    expect(failed.after.sources[1]).toMatchObject({ status: "failed", error: "it answers 503" });
    expect(failed.after.rows).toEqual(failed.before.rows);
    expect(failed.second.degraded).toEqual(["1 of 3 sources could not be read."]);
  });

  it("never pushes out rows of another that stays", async () => {
    const many = `city,size\n${Array.from({ length: 20_000 }, (_, index) => `C${index},${index}`).join("\n")}`;
    const { after, second } = await again(asMade, { files: { [`${urls[1]}`]: csv(many) } });
    expect(after.rows).toHaveLength(20_000);
    expect(after.rows.slice(0, 2)).toEqual([
      { city: "Aarhus", size: 1 },
      { city: "Odense", size: 2 },
    ]);
    expect(after.rows.at(-1)).toEqual({ city: "Vejle", size: 3 });
    expect(after.sources[1]?.rows).toBe(19_997);
    expect(second.warnings.join()).toContain("there was room for 19997");
  });

  it("is still there for a later round of the whole", async () => {
    const { second } = await again(asMade, { files: { [`${urls[1]}`]: csv("city,size\nRibe,9") } });
    const whole = await runPipeline(body, { files: {}, outputs: { fetch: second.outputs.fetch as Json } });
    expect((whole.result.rows as JsonObject[]).map(({ city }) => city)).toEqual(["Aarhus", "Odense", "Ribe", "Vejle"]);
  });

  it("is refused where rows were added or taken out, since nobody knows whose they are", async () => {
    const first = await runPipeline(body, { files: files() });
    expect(plan?.unless?.(first.result)).toBeNull();
    expect(plan?.unless?.({ ...first.result, rows: (first.result.rows as Json[]).slice(1) })).toContain("which source");
  });
});
