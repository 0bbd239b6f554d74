// Prints the golden lines from the CommonJS build.
"use strict";

const packages = ["fetch", "fetch/sse", "dns", "scaidrive", "scaikey", "scaiwave", "scaigrid"].map((name) =>
  require(`@scai-errors/${name}`),
);

require("./golden.cjs")
  .goldenLines(Object.assign({}, ...packages))
  .then((lines) => console.log(lines.join("\n")));
