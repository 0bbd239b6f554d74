import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { HELP_BASE_URL, UNRECOGNIZED, helpUrl, transport } from "@scai-errors/core";
import { members } from "@scai-errors/workspace/members";
import { describe, expect, inject, it } from "vitest";
import { html, prose } from "../src/html.js";

const site = inject("site");
const paths = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)));
const read = (path: string): string => readFileSync(join(site, path), "utf8");
const pages = paths.filter((path) => path.endsWith(".html")).map((path) => ({ path, text: read(path) }));
const codes = members.flatMap(({ service, docs }) =>
  Object.entries(docs).map(([code, text]) => ({ id: `${service.name}/${code}` as const, entry: service.codes[code]!, text })),
);

/** The failures of connections, which no service reports. */
const connections = Object.keys(transport.codes).map((code) => `transport/${code}`);

/** What the attributes of a page refer to. */
function references(text: string): string[] {
  return [...text.matchAll(/ (?:href|src|action)="([^"]*)"/g)].flatMap(([, value = ""]) => (value.startsWith("data:") ? [] : [value]));
}

/** The files that a browser loads with a page, before anybody does anything on it. */
function loaded({ path, text }: { readonly path: string; readonly text: string }): readonly string[] {
  const found = [...text.matchAll(/<(?:link rel="stylesheet" href|script type="module" src)="([^"]+)"/g)];
  const direct = found.map(([, value = ""]) => posix.join(dirname(path), value));
  return [path, ...new Set(direct.flatMap(withImports))];
}

/** A script with the scripts that it imports at once. */
function withImports(path: string): readonly string[] {
  if (!path.endsWith(".js")) return [path];
  const imports = [...read(path).matchAll(/(?:from|^import|;import)\s*"(\.[^"]+)"/g)].map(([, value = ""]) =>
    posix.join(dirname(path), value),
  );
  return [path, ...imports.flatMap(withImports)];
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);
}

describe("the site", () => {
  it("has a page for every code, as HTML, Markdown and JSON, and one per service for codes that nobody knows", () => {
    const expected = [...codes.map(({ id }) => id), ...connections, ...members.map(({ service }) => `${service.name}/${UNRECOGNIZED}`)];
    expect(Math.min(...members.map(({ docs }) => Object.keys(docs).length))).toBeGreaterThan(0);
    expect(expected.flatMap((id) => [`${id}/index.html`, `${id}.md`, `${id}.json`]).filter((path) => !paths.includes(path))).toEqual([]);
    const others = [
      "index.html",
      "codes/index.html",
      "kinds/index.html",
      "retry/index.html",
      "decoder/index.html",
      "llms.txt",
      "search.json",
    ];
    expect(others.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it("is built in less than half a minute", () => {
    expect(inject("buildMs")).toBeLessThan(30_000);
  });

  it("leads nowhere that is not there, and works below any path", () => {
    const broken = pages.flatMap(({ path, text }) =>
      references(text).flatMap((reference) => {
        if (reference === `${HELP_BASE_URL}/${path.replace(/index\.html$/, "")}`) return [];
        if (/^(?:\w+:|\/)/.test(reference)) return [`${path}: ${reference} is not relative`];
        const [file = "", anchor = ""] = reference.split("#");
        const target = posix.normalize(posix.join(dirname(path), file));
        const found =
          existsSync(join(site, target, "index.html")) && (file.endsWith("/") || file === "") ? posix.join(target, "index.html") : target;
        if (!paths.includes(found)) return [`${path}: ${reference}`];
        return anchor === "" || read(found).includes(` id="${anchor}"`) ? [] : [`${path}: ${reference} has no such place`];
      }),
    );
    expect([...new Set(broken)]).toEqual([]);
  });

  it("loads nothing from any other host, and runs nothing that stands in a page", () => {
    for (const { path, text } of pages) {
      expect(text, path).toContain("default-src 'none'");
      expect(text.match(/<script(?! type="module" src=")|<style|\son\w+="|\sstyle="|@import/g), path).toBeNull();
    }
    const styles = paths.filter((path) => path.endsWith(".css"));
    expect(styles).toHaveLength(1);
    expect(read(styles[0]!).match(/url\(|@import/g)).toBeNull();
    const scripts = paths.filter((path) => path.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((path) => /XMLHttpRequest|sendBeacon|WebSocket\(|EventSource\(/.test(read(path)))).toEqual([]);
  });

  it("says in every page what it is: one heading of the first order, one main, ids that are there once", () => {
    for (const { path, text } of pages) {
      expect([text.match(/<h1/g)?.length, text.match(/<main/g)?.length, text.match(/<title>[^<]+<\/title>/g)?.length], path).toEqual([
        1, 1, 1,
      ]);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.length, path).toBe(new Set(ids).size);
      for (const [, label = ""] of text.matchAll(/ aria-labelledby="([^"]+)"/g)) expect(ids, path).toContain(label);
    }
  });

  it("keeps within its bytes: 15 kB for a code's page, 40 kB for the decoder, with all that they load", () => {
    const codePages = pages.filter(({ path }) => codes.some(({ id }) => path === `${id}/index.html`));
    const sizes = codePages.map((page) => gzipped(loaded(page)));
    expect(sizes).toHaveLength(codes.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(15_000);
    const decoder = pages.find(({ path }) => path === "decoder/index.html")!;
    const files = loaded(decoder);
    expect(files.filter((path) => path.endsWith(".js")).length).toBeGreaterThan(1);
    expect(gzipped(files)).toBeLessThanOrEqual(40_000);
  });

  it("lets the decoder ask for nothing", () => {
    const [decoder] = paths.filter((path) => /^assets\/decoder-.*\.js$/.test(path));
    expect(read(decoder!)).not.toMatch(
      /\bimport\(|location\.(?:assign|hash|search|replace)|pushState|replaceState|localStorage|document\.cookie/,
    );
    expect(read("decoder/index.html")).not.toMatch(/<textarea[^>]* name=|<form(?![^>]*role="search")/);
  });
});

describe.each(members)("the pages of $service.name", ({ service, docs }) => {
  it.each(Object.keys(docs))("%s says what its row says", (code) => {
    const id = `${service.name}/${code}` as const;
    const text = docs[code]!;
    const entry = service.codes[code]!;
    const page = read(`${id}/index.html`);
    const markdown = read(`${id}.md`);
    const json = JSON.parse(read(`${id}.json`)) as Record<string, unknown>;
    for (const sentence of [text.meaning, text.cause, text.fix]) {
      expect(page).toContain(prose(sentence).text);
      expect(markdown).toContain(sentence);
    }
    expect(page).toContain(html`<code>${code}</code>`.text);
    expect(page).toContain(`kinds/#${entry.kind}"`);
    expect(page).toContain(`retry/#${entry.retry}"`);
    expect(markdown).toContain(helpUrl({ id }));
    const { meaning, cause, fix, origin, group, since } = text;
    expect(json).toMatchObject({
      id,
      url: helpUrl({ id }),
      meaning,
      cause,
      fix,
      origin,
      group,
      since,
      status: entry.status ?? null,
      kind: entry.kind,
    });
    expect(json["retry"]).toMatchObject({ policy: entry.retry, source: entry.source, idempotentOnly: entry.idempotentOnly });
  });
});

it("the index for language models leads to every page", () => {
  const links = [...read("llms.txt").matchAll(/\]\(([^)]+)\)/g)].map(([, address = ""]) => address.replace(`${HELP_BASE_URL}/`, ""));
  expect(links).toHaveLength(codes.length + members.length + connections.length);
  expect(links.filter((path) => !paths.includes(path))).toEqual([]);
});

it("the search looks through every code", () => {
  const rows = JSON.parse(read("search.json")) as readonly (readonly unknown[])[];
  expect(rows.map(([service, code]) => `${service as string}/${code as string}`)).toEqual([...codes.map(({ id }) => id), ...connections]);
  expect(rows.find(([, code]) => code === "CNAME_EXISTS")?.at(-1)).toContain("CNAME exists at");
});
