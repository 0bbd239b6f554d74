/** One failure as the pages of these tests tell it. */
export interface Told {
  readonly code: string;
  readonly status: number;
  readonly text: string;
}

export const HOTEL: readonly Told[] = [
  { code: "HOTEL_FULL", status: 409, text: "No room is left." },
  { code: "HOTEL_CLOSED", status: 410, text: "The house was closed for good." },
  { code: "ROOM_NOT_FOUND", status: 404, text: "There is no such room." },
  { code: "ROOM_LOCKED", status: 423, text: "Somebody has locked it. Wait 300 seconds." },
  { code: "ROOM_FORBIDDEN", status: 403, text: "The key opens another room." },
  { code: "GUEST_UNKNOWN", status: 401, text: "The guest has not signed in." },
  { code: "BILL_TOO_LARGE", status: 413, text: "The bill has more than 500 lines." },
  { code: "KITCHEN_BUSY", status: 429, text: "The cook is busy." },
  { code: "KITCHEN_ON_FIRE", status: 503, text: "Try another hotel." },
  { code: "INTERNAL_ERROR", status: 500, text: "Nobody knows why." },
  // Codes of one word, and with other joints: nothing but their place tells them from words.
  { code: "TIMEOUT", status: 504, text: "The lift did not come." },
  { code: "forbidden", status: 403, text: "The house has its rules." },
  { code: "bed.full", status: 409, text: "Somebody sleeps there." },
  { code: "key-lost", status: 404, text: "Ask at the desk." },
];

type Form = (rows: readonly Told[]) => string;

function lines(rows: readonly Told[], line: (row: Told, at: number) => string): string {
  return rows.map(line).join("\n");
}

const HTML_HEAD = "<!doctype html><html><head><title>Errors</title></head><body><nav><a href='#x'>ROOM_ODD</a></nav><h1>Errors</h1>";

function html(body: string): string {
  return `${HTML_HEAD}${body}</body></html>`;
}

function htmlTable(
  rows: readonly Told[],
  cells: (row: Told, at: number) => string,
  head = "<th>Code</th><th>HTTP</th><th>Meaning</th>",
): string {
  return html(`<table><thead><tr>${head}</tr></thead><tbody>${lines(rows, (row, at) => `<tr>${cells(row, at)}</tr>`)}</tbody></table>`);
}

/** A Markdown table with the given titles. */
function table(titles: string, rows: readonly Told[], row: (row: Told, at: number) => string): string {
  const rule = titles.split("|").map(() => "---");
  return `# Errors\n\n|${titles}|\n|${rule.join("|")}|\n${lines(rows, (one, at) => `|${row(one, at)}|`)}\n`;
}

const titled =
  (code: string, status: string): Form =>
  (rows) =>
    table(` ${code} | ${status} | Meaning `, rows, (row) => ` ${row.code} | ${row.status} | ${row.text} `);

/** The same page in the forms in which people keep and publish such pages. */
export const FORMS: Readonly<Record<string, Form>> = {
  "a Markdown table": titled("Code", "HTTP"),
  "titles Codes and Status": titled("Codes", "Status"),
  "titles Error and HTTP status": titled("Error", "HTTP status"),
  "titles Identifier and Status code": titled("Identifier", "Status code"),
  "titles Name and Response": titled("Name", "Response"),
  "titles Type and Result": titled("Type", "Result"),
  "titles error_code and Returned status": titled("`error_code`", "Returned status"),
  "titles Error code and HTTP code": titled("Error code", "HTTP code"),
  "titles in another language": titled("Fehler", "Antwort"),
  "titles swapped": titled("HTTP", "Code"),
  "HTTP first": (rows) => table(" HTTP | Code | Meaning ", rows, (row) => `${row.status} | \`${row.code}\` | ${row.text}`),
  "meaning first": (rows) => table("Meaning | Code | HTTP", rows, (row) => `${row.text} | \`${row.code}\` | ${row.status}`),
  "a column more": (rows) =>
    table("Group | Code | HTTP | Retry | Meaning", rows, (row) => `All | \`${row.code}\` | ${row.status} | no | ${row.text}`),
  "a column of seconds": (rows) => table("Code | HTTP | Wait", rows, (row, at) => `${row.code} | ${row.status} | ${100 + at}`),
  "HTTP before the number": (rows) => table("Code | Status", rows, (row) => `${row.code} | HTTP ${row.status}`),
  "HTTP/1.1 before the number": (rows) => table("Code | Status", rows, (row) => `${row.code} | HTTP/1.1 ${row.status}`),
  "a phrase behind the number": (rows) => table("Code | Status", rows, (row) => `${row.code} | ${row.status} Conflict`),
  "a number in the marks of code": (rows) => table("Code | Status", rows, (row) => `${row.code} | \`${row.status}\``),
  "bold codes": (rows) => table("Code | Status", rows, (row) => `**${row.code}** | ${row.status}`),
  "links around codes": (rows) => table("Code | Status", rows, (row) => `[\`${row.code}\`](#${row.code.toLowerCase()}) | ${row.status}`),
  "a footnote behind codes": (rows) => table("Code | Status", rows, (row) => `\`${row.code}\`<sup>1</sup> | ${row.status}`),
  "(beta) behind codes": (rows) => table("Code | Status", rows, (row) => `${row.code} (beta) | ${row.status}`),
  "(beta) behind codes in marks": (rows) => table("Code | Status", rows, (row) => `\`${row.code}\` (beta) | ${row.status}`),
  "an image behind codes": (rows) => table("Code | Status", rows, (row) => `\`${row.code}\` ![new](new.svg) | ${row.status}`),
  "an anchor before codes": (rows) => table("Code | Status", rows, (row) => `<a id="${row.code}"></a>\`${row.code}\` | ${row.status}`),
  "a component behind codes": (rows) => table("Code | Status", rows, (row) => `\`${row.code}\` <Badge text="new" /> | ${row.status}`),
  "a struck status before the number": (rows) => table("Code | Status", rows, (row) => `\`${row.code}\` | ~~418~~ ${row.status}`),
  "group rows": (rows) =>
    table(
      "Code | HTTP | Meaning",
      rows,
      (row, at) => `${at % 3 === 0 ? "**Group** | | |\n|" : ""} ${row.code} | ${row.status} | ${row.text}`,
    ),
  "titles repeated": (rows) =>
    table("Code | HTTP", rows, (row, at) => `${at % 4 === 3 ? "Code | HTTP |\n|" : ""}${row.code} | ${row.status}`),
  "two codes in one cell": (rows) => {
    const by = new Map<number, Told[]>();
    for (const row of rows) by.set(row.status, [...(by.get(row.status) ?? []), row]);
    return table(
      "HTTP | Codes",
      [...by.values()].map(([row]) => row!),
      (row) =>
        `${row.status} | ${by
          .get(row.status)!
          .map(({ code }) => `\`${code}\``)
          .join(", ")}`,
    );
  },
  "tabs of MkDocs": (rows) =>
    `# Errors\n\n=== "Rooms"\n\n    | Code | HTTP |\n    |---|---|\n${lines(rows.slice(0, 4), (row) => `    | ${row.code} | ${row.status} |`)}\n\n=== "Others"\n\n    | Code | HTTP |\n    |---|---|\n${lines(rows.slice(4), (row) => `    | ${row.code} | ${row.status} |`)}\n`,
  "tabs of Docusaurus": (rows) =>
    `import Tabs from "@theme/Tabs";\n\n# Errors\n\n<Tabs>\n<TabItem value="a">\n\n| Code | HTTP |\n|---|---|\n${lines(rows.slice(0, 4), (row) => `| ${row.code} | ${row.status} |`)}\n\n</TabItem>\n<TabItem value="b">\n\n| Code | HTTP |\n|---|---|\n${lines(rows.slice(4), (row) => `| ${row.code} | ${row.status} |`)}\n\n</TabItem>\n</Tabs>\n`,
  "a box of Docusaurus": (rows) =>
    `# Errors\n\n:::note\n\n| Code | HTTP |\n|---|---|\n${lines(rows, (row) => `| ${row.code} | ${row.status} |`)}\n\n:::\n`,
  "front matter": (rows) => `---\ntitle: Errors\nstatus: draft\n---\n\n${titled("Code", "HTTP")(rows)}`,
  "Windows line ends": (rows) => titled("Code", "HTTP")(rows).replaceAll("\n", "\r\n"),
  "a byte order mark": (rows) => `\uFEFF${titled("Code", "HTTP")(rows)}`,
  "a summary first": (rows) =>
    `# Errors\n\n| Status | Class |\n|---|---|\n| 409 | Conflict |\n| 404 | Not found |\n\n${titled("Code", "HTTP")(rows)}`,
  "a table about fields first": (rows) =>
    `# Errors\n\n| Field | Type |\n|---|---|\n| request_id | text |\n| retry_after | number |\n\n${titled("Code", "HTTP")(rows)}`,
  "an example of an answer": (rows) =>
    `# Errors\n\n\`\`\`json\n{ "error": { "code": "ROOM_ODD", "status": 418 } }\n\`\`\`\n\n${titled("Code", "HTTP")(rows)}`,
  "a table of HTML within Markdown": (rows) =>
    `# Errors\n\nSome *words*.\n\n<table>\n<tr><th>Code</th><th>HTTP</th></tr>\n${lines(rows, (row) => `<tr>\n  <td><code>${row.code}</code></td>\n  <td>${row.status}</td>\n</tr>`)}\n</table>\n`,
  "a Markdown table and one of HTML": (rows) =>
    `${titled("Code", "HTTP")(rows.slice(0, 5))}\n\n<table>\n<tr><th>Code</th><th>HTTP</th></tr>\n${lines(rows.slice(5), (row) => `<tr><td>${row.code}</td><td>${row.status}</td></tr>`)}\n</table>\n`,

  "an HTML table": (rows) => htmlTable(rows, (row) => `<td><code>${row.code}</code></td><td>${row.status}</td><td>${row.text}</td>`),
  "an HTML table without thead": (rows) =>
    html(
      `<table><tr><td>Code</td><td>HTTP</td></tr>${lines(rows, (row) => `<tr><td>${row.code}</td><td>${row.status}</td></tr>`)}</table>`,
    ),
  "an HTML table without closing tags": (rows) =>
    html(`<table><tr><th>Code<th>HTTP${lines(rows, (row) => `<tr><td>${row.code}<td>${row.status}`)}</table>`),
  "an HTML table without titles": (rows) =>
    html(`<table>${lines(rows, (row) => `<tr><td>${row.code}</td><td>${row.status}</td></tr>`)}</table>`),
  "a badge in the code's cell": (rows) =>
    htmlTable(rows, (row) => `<td><code>${row.code}</code><span class="badge badge--new">new</span></td><td>${row.status}</td><td></td>`),
  "a badge without a class": (rows) => htmlTable(rows, (row) => `<td>${row.code}<span>NEW</span></td><td>${row.status}</td><td></td>`),
  "statuses as badges": (rows) =>
    htmlTable(rows, (row) => `<td>${row.code}</td><td><span class="badge">${row.status}</span></td><td></td>`),
  "an anchor in the code's cell": (rows) =>
    htmlTable(
      rows,
      (row) =>
        `<td id="${row.code}"><code>${row.code}</code><a class="headerlink" href="#${row.code}">¶</a></td><td>${row.status}</td><td></td>`,
    ),
  "a hash link in the code's cell": (rows) =>
    htmlTable(
      rows,
      (row) => `<td>${row.code}<a class="hash-link" aria-label="Direct link" href="#x">&#8203;</a></td><td>${row.status}</td><td></td>`,
    ),
  "a copy button in the code's cell": (rows) =>
    htmlTable(rows, (row) => `<td><code>${row.code}</code><button>Copy</button></td><td>${row.status}</td><td></td>`),
  "copy buttons in some cells": (rows) =>
    htmlTable(
      rows,
      (row, at) =>
        `<td><code>${row.code}</code>${at % 2 === 0 ? '<span class="copy-button">Copy</span>' : ""}</td><td>${row.status}</td><td></td>`,
    ),
  "soft hyphens": (rows) => htmlTable(rows, (row) => `<td>${row.code.replaceAll("_", "_&shy;")}</td><td>${row.status}</td><td></td>`),
  "places to break lines": (rows) =>
    htmlTable(rows, (row) => `<td><code>${row.code.replaceAll("_", "_<wbr>")}</code></td><td>${row.status}</td><td></td>`),
  "codes in pieces": (rows) =>
    htmlTable(rows, (row) => `<td><code>${row.code.replace(/^[A-Z]+/, "<b>$&</b>")}</code></td><td>${row.status}</td><td></td>`),
  "a footnote behind the status": (rows) =>
    htmlTable(rows, (row) => `<td>${row.code}</td><td>${row.status}<sup><a href="#f1">1</a></sup></td><td></td>`),
  "rowspan over the status": (rows) => {
    const sorted = [...rows].sort((one, other) => one.status - other.status);
    return htmlTable(
      sorted,
      (row, at) => {
        const count = sorted.filter(({ status }) => status === row.status).length;
        const isFirst = sorted[at - 1]?.status !== row.status;
        return `${isFirst ? `<td rowspan="${count}">${row.status}</td>` : ""}<td>${row.code}</td>`;
      },
      "<th>HTTP</th><th>Code</th>",
    );
  },
  "rowspan over the group": (rows) =>
    htmlTable(
      rows,
      (row, at) => `${at === 0 ? `<td rowspan="${rows.length}">All of them</td>` : ""}<td>${row.code}</td><td>${row.status}</td>`,
      "<th>Group</th><th>Code</th><th>HTTP</th>",
    ),
  "rowspan to the end": (rows) =>
    htmlTable(
      rows,
      (row, at) => `${at === 0 ? '<td rowspan="0">All of them</td>' : ""}<td>${row.code}</td><td>${row.status}</td>`,
      "<th>Group</th><th>Code</th><th>HTTP</th>",
    ),
  "two rows of titles": (rows) =>
    html(
      `<table><thead><tr><th rowspan="2">Code</th><th colspan="2">Response</th></tr><tr><th>Status</th><th>Body</th></tr></thead><tbody>${lines(rows, (row) => `<tr><td>${row.code}</td><td>${row.status}</td><td>${row.text}</td></tr>`)}</tbody></table>`,
    ),
  "colspan as a group": (rows) =>
    htmlTable(
      rows,
      (row, at) =>
        `${at % 4 === 0 ? '<td colspan="3">Group</td></tr><tr>' : ""}<td>${row.code}</td><td>${row.status}</td><td>${row.text}</td>`,
    ),
  "titles of rows": (rows) => htmlTable(rows, (row) => `<th scope="row">${row.code}</th><td>${row.status}</td><td>${row.text}</td>`),
  "a table inside a cell": (rows) =>
    htmlTable(
      rows,
      (row) =>
        `<td>${row.code}</td><td>${row.status}</td><td>${row.text}<table><tr><th>Field</th><th>Type</th></tr><tr><td>room</td><td>text</td></tr></table></td>`,
    ),
  "codes in a table inside a cell": (rows) =>
    html(
      `<table><tr><td><table><tr><th>Code</th><th>HTTP</th></tr>${lines(rows, (row) => `<tr><td>${row.code}</td><td>${row.status}</td></tr>`)}</table></td></tr></table>`,
    ),
  "hidden rows": (rows) =>
    htmlTable(
      rows,
      (row, at) =>
        `${at === 0 ? '<td>ROOM_HIDDEN</td><td>418</td><td></td></tr><tr hidden><td>ROOM_ODD</td><td>418</td><td></td></tr><tr style="display: none"><td>ROOM_ODDER</td><td>418</td><td></td></tr><tr>'.replace("<td>ROOM_HIDDEN</td><td>418</td><td></td></tr>", "</tr>") : ""}<td>${row.code}</td><td>${row.status}</td><td></td>`,
    ),
  "a tab that is not chosen": (rows) =>
    html(`<div role="tabpanel">${titledHtml(rows.slice(0, 3))}</div><div role="tabpanel" hidden>${titledHtml(rows.slice(3))}</div>`),
  "a table in details": (rows) => html(`<details><summary>All codes</summary>${titledHtml(rows)}</details>`),
  "comments and scripts": (rows) =>
    `<!-- ROOM_ODD 418 -->\n${html(`<script>const x = "<table>";</script>${titledHtml(rows)}<!-- <table><tr><td>ROOM_ODD</td></tr></table> -->`)}`,

  "a definition list of HTML": (rows) =>
    html(`<dl>${lines(rows, (row) => `<dt><code>${row.code}</code></dt><dd>${row.status}. ${row.text}</dd>`)}</dl>`),
  "definitions with the status in the term": (rows) =>
    html(`<dl>${lines(rows, (row) => `<dt><code>${row.code}</code> (${row.status})</dt><dd>${row.text}</dd>`)}</dl>`),
  "definitions with two texts": (rows) =>
    html(`<dl>${lines(rows, (row) => `<dt>${row.code}</dt><dd>HTTP ${row.status}</dd><dd>${row.text}</dd>`)}</dl>`),
  "definitions in boxes": (rows) =>
    html(`<dl>${lines(rows, (row) => `<div><dt>${row.code}</dt><dd>Status: ${row.status}</dd></div>`)}</dl>`),
  "a definition list of Markdown": (rows) =>
    `# Errors\n\n${rows.map((row) => `\`${row.code}\`\n:   ${row.status} – ${row.text}\n`).join("\n")}`,
  "definitions for a part": (rows) =>
    html(
      `${titledHtml(rows.slice(0, 5))}<dl>${lines(rows.slice(5), (row) => `<dt><code>${row.code}</code></dt><dd>${row.status}. ${row.text}</dd>`)}</dl>`,
    ),

  "bullets with the status in brackets": (rows) =>
    `# Errors\n\n${lines(rows, (row) => `- \`${row.code}\` (${row.status}): ${row.text}`)}\n`,
  "bullets with the status first": (rows) => `# Errors\n\n${lines(rows, (row) => `* **${row.status}** \`${row.code}\` – ${row.text}`)}\n`,
  "bullets with HTTP": (rows) => `# Errors\n\n${lines(rows, (row) => `- ${row.code} — HTTP ${row.status} — ${row.text}`)}\n`,
  "bullets of HTML": (rows) =>
    html(`<ul>${lines(rows, (row) => `<li><code>${row.code}</code> <span class="badge">${row.status}</span> ${row.text}</li>`)}</ul>`),
  "bullets in bullets": (rows) => `# Errors\n\n- Hotel\n${lines(rows, (row) => `  - \`${row.code}\` (${row.status}): ${row.text}`)}\n`,
  "bullets for a part": (rows) =>
    `${titled("Code", "HTTP")(rows.slice(0, 5))}\n\n${lines(rows.slice(5), (row) => `- \`${row.code}\` (${row.status}): ${row.text}`)}\n`,
  "a second table": (rows) => `${titled("Code", "HTTP")(rows.slice(0, 5))}\n\n${titled("Error", "Status")(rows.slice(5))}`,
  paragraphs: (rows) => `# Errors\n\n${rows.map((row) => `\`${row.code}\` (${row.status}): ${row.text}`).join("\n\n")}\n`,

  "a heading per code": (rows) =>
    `# Errors\n\n${rows.map((row) => `## ${row.code}\n\n${row.text}\n\nHTTP status: ${row.status}\n`).join("\n")}`,
  "a heading with the status": (rows) =>
    `# Errors\n\n${rows.map((row) => `### \`${row.code}\` (${row.status})\n\n${row.text}\n`).join("\n")}`,
  "a heading with the status first": (rows) =>
    `# Errors\n\n${rows.map((row) => `### ${row.status} ${row.code}\n\n${row.text}\n`).join("\n")}`,
  "a heading with a list": (rows) =>
    `# Errors\n\n${rows.map((row) => `### ${row.code}\n\n- **Status:** ${row.status}\n- **Meaning:** ${row.text}\n`).join("\n")}`,
  "a heading with a table": (rows) =>
    `# Errors\n\n${rows.map((row) => `### ${row.code}\n\n| | |\n|---|---|\n| HTTP | ${row.status} |\n| Meaning | ${row.text} |\n`).join("\n")}`,
  "a heading of HTML": (rows) =>
    html(
      lines(rows, (row) => `<h3 id="x">${row.code}<a class="headerlink" href="#x">¶</a></h3><p>Status ${row.status}</p><p>${row.text}</p>`),
    ),
  "a heading with a badge": (rows) =>
    html(lines(rows, (row) => `<h3>${row.code} <span class="badge">${row.status}</span></h3><p>${row.text}</p>`)),
  "underlined headings": (rows) =>
    `Errors\n======\n\n${rows.map((row) => `${row.code}\n----\n\nHTTP ${row.status}. ${row.text}\n`).join("\n")}`,

  "text with words": (rows) => `Errors\n\nHTTP Code Meaning\n${lines(rows, (row) => `${row.status} ${row.code} ${row.text}`)}\n\nThe end\n`,
  "text with linked headings": (rows) => `Errors#\n\nCode HTTP Meaning\n${lines(rows, (row) => `${row.code} ${row.status} ${row.text}`)}\n`,
  "text with tabulators": (rows) =>
    `Errors\n\nCode\tHTTP\tMeaning\n${lines(rows, (row) => `${row.code}\t${row.status}\t${row.text}`)}\n\nThe end\n`,
  "a broken Markdown table": (rows) =>
    `Errors#\n| Code | HTTP | Meaning |\n|---|---|---|\n${lines(rows, (row) => `${row.code} |\n${row.status} | ${row.text} |`)}\n`,
  "text of lynx": (rows) =>
    `                              Errors\n\n   Code            HTTP Meaning\n${lines(rows, (row) => `   ${row.code.padEnd(15)} ${row.status}  ${row.text}`)}\n`,
  "text without titles": (rows) => `Errors\n\n${lines(rows, (row) => `${row.status} ${row.code} ${row.text}`)}\n`,

  CSV: (rows) => `code,status,meaning\n${lines(rows, (row) => `${row.code},${row.status},"${row.text}"`)}\n`,
  "CSV with semicolons": (rows) => `HTTP;Code;Meaning\n${lines(rows, (row) => `${row.status};${row.code};${row.text}`)}\n`,
  "CSV without titles": (rows) => `${lines(rows, (row) => `${row.code},${row.status}`)}\n`,
  TSV: (rows) => `Code\tHTTP\tMeaning\n${lines(rows, (row) => `${row.code}\t${row.status}\t${row.text}`)}\n`,
  "CSV with quotes and line ends in cells": (rows) =>
    `"Code","HTTP","Meaning"\r\n${rows.map((row) => `"${row.code}","${row.status}","Says ""no"",\nand waits"`).join("\r\n")}\r\n`,

  "a list of JSON": (rows) => JSON.stringify(rows.map(({ code, status, text }) => ({ code, status, message: text }))),
  "a list of JSON in an object": (rows) =>
    JSON.stringify({
      version: 3,
      errors: rows.map(({ code, status, text }) => ({ error_code: code, httpStatus: `${status}`, description: text })),
    }),
  "a map of JSON": (rows) =>
    JSON.stringify(Object.fromEntries(rows.map(({ code, status, text }) => [code, { status, description: text }]))),
  "a map of JSON to statuses": (rows) => JSON.stringify({ codes: Object.fromEntries(rows.map(({ code, status }) => [code, status])) }),
  "a list of YAML": (rows) =>
    `errors:\n${lines(rows, (row) => `  - code: ${row.code}\n    status: ${row.status}\n    meaning: ${JSON.stringify(row.text)}`)}\n`,
  "OpenAPI with codes as enumerations": (rows) =>
    JSON.stringify(
      openApi(rows, (codes) => ({
        schema: { type: "object", properties: { error: { type: "object", properties: { code: { enum: codes } } } } },
      })),
    ),
  "OpenAPI with references": (rows) => {
    const schemas = Object.fromEntries(
      [...byStatus(rows)].map(([status, codes]) => [
        `Error${status}`,
        { properties: { error: { properties: { code: { type: "string", enum: codes } } } } },
      ]),
    );
    return JSON.stringify({
      ...openApi(rows, (_, status) => ({ schema: { $ref: `#/components/schemas/Error${status}` } })),
      components: { schemas },
    });
  },
  "OpenAPI with examples": (rows) =>
    JSON.stringify({
      ...openApi(rows, (codes) => ({
        schema: { $ref: "#/components/schemas/Error" },
        examples: Object.fromEntries(codes.map((code) => [code.toLowerCase(), { value: { error: { code } } }])),
      })),
      components: {
        schemas: {
          Error: { properties: { error: { properties: { code: { $ref: "#/components/schemas/ErrorCode" } } } } },
          ErrorCode: { enum: rows.map(({ code }) => code) },
        },
      },
    }),
  "OpenAPI as YAML": (rows) =>
    `openapi: 3.1.0\ninfo: { title: Hotel, version: "1" }\npaths:\n  /rooms:\n    get:\n      responses:\n${lines(
      [...byStatus(rows)].map(([status, codes]) => ({ code: codes.join(", "), status, text: "" })),
      (row) =>
        `        "${row.status}":\n          description: No\n          content:\n            application/json:\n              schema:\n                properties:\n                  code: { enum: [${row.code}] }`,
    )}\n`,
};

function titledHtml(rows: readonly Told[]): string {
  return `<table><tr><th>Code</th><th>HTTP</th></tr>${lines(rows, (row) => `<tr><td>${row.code}</td><td>${row.status}</td></tr>`)}</table>`;
}

function byStatus(rows: readonly Told[]): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { code, status } of rows) found.set(status, [...(found.get(status) ?? []), code]);
  return found;
}

function openApi(rows: readonly Told[], content: (codes: readonly string[], status: number) => object): Record<string, unknown> {
  const responses = Object.fromEntries(
    [...byStatus(rows)].map(([status, codes]) => [status, { description: "No", content: { "application/json": content(codes, status) } }]),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Hotel", version: "1" },
    paths: { "/rooms": { get: { responses: { 200: { description: "Rooms" }, ...responses } } } },
  };
}
