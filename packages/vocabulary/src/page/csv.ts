import { parse } from "csv-parse/sync";
import type { Table } from "./blocks.js";
import { plainCell } from "./blocks.js";

/** The table of a CSV or TSV file; undefined where a text is neither. */
export function tableOfCsv(text: string): Table | undefined {
  const [first = ""] = text.trimStart().split(/\r\n?|\n/, 1);
  const delimiter = ["\t", ";", ","].find((one) => first.split(one).length > 1);
  if (delimiter === undefined || first.includes("|")) return undefined;
  const records = recordsOf(text, delimiter);
  // A page of text has commas, too, but not equally many in every line.
  if (!records || records.length < 2) return undefined;
  return { header: [], body: records.map((record) => record.map(plainCell)), isBorderless: false };
}

function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { delimiter, bom: true, skip_empty_lines: true, trim: true });
  } catch {
    return undefined;
  }
}
