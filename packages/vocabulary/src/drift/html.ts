import { load } from "cheerio";
import { CODE, type PageContent, type PageTable } from "./page.js";

/** The tables and lists of an HTML page. */
export function readHtml(text: string): PageContent {
  const $ = load(text);
  const tables: PageTable[] = [];
  const listed: { code: string; heading: string }[] = [];
  let heading = "";
  $("h1, h2, h3, h4, h5, h6, table, li").each((_, element) => {
    const part = $(element);
    if (part.is("table")) {
      const rows = part
        .find("tr")
        .toArray()
        .map((row) =>
          $(row)
            .find("th, td")
            .toArray()
            .map((cell) => $(cell).text().replace(/\s+/g, " ").trim()),
        );
      const [columns = [], ...others] = rows;
      tables.push({ columns, rows: others.map((cells) => ({ cells, heading })) });
    } else if (part.is("li")) {
      for (const code of part.find("code").toArray()) {
        const name = $(code).text().trim();
        if (CODE.test(name)) listed.push({ code: name, heading });
      }
    } else {
      // Generators of documentation put a link to the heading itself behind it.
      heading = part.text().replace(/[#¶\s]+$/, "");
    }
  });
  return { form: "HTML", tables, listed };
}
