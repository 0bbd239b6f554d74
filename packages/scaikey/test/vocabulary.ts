import { readFileSync } from "node:fs";

/** What the pages say about one code, kept apart from the rows so that a slip in one of the two shows. */
export interface Documented {
  readonly code: string;
  readonly status: number;
  /** What the retry table says, or what it says of all codes that it leaves out. */
  readonly retry: string;
  /** The heading of the page. */
  readonly group: string;
}

export const vocabulary: readonly Documented[] = readFileSync(new URL("./fixtures/vocabulary.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [code = "", status, retry = "", group = ""] = line.split("\t");
    return { code, status: Number(status), retry, group };
  });
