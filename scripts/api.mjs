// Writes down what every published entry exports, one text per entry in docs/api, so that a change of an export is seen in review:
//   node scripts/api.mjs           writes the reports from the packages as built
//   node scripts/api.mjs --check   says which reports differ, and fails
// The declarations are printed as they were built, without comments, and sorted by name; with them goes what they mention and do not export.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { publishedPackages, root } from "./packages.mjs";

const reports = `${root}docs/api`;
const printer = ts.createPrinter({ removeComments: true });

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

/** The entries of a package that have types, as `[name of the report, file]`. */
function entriesOf({ folder, path, manifest: { exports = {} } }) {
  return Object.entries(exports).flatMap(([entry, targets]) => {
    const types = targets.import?.types;
    return types === undefined ? [] : [[entry === "." ? folder : `${folder}.${entry.slice(2)}`, `${path}/${types.slice(2)}`]];
  });
}

/** The report of one file of declarations. */
function reportOf(name, file, program) {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  if (!module) throw new Error(`${file} exports nothing, or was not built; run npm run build.`);
  const own = file.slice(0, file.indexOf("/dist/") + "/dist/".length);
  const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  // What is declared elsewhere is reported there.
  const declarationsOf = (symbol) => (symbol.declarations ?? []).filter((node) => node.getSourceFile().fileName.startsWith(own));
  const exported = checker.getExportsOfModule(module).map((symbol) => [symbol.name, resolved(symbol)]);
  const seen = new Set(exported.map(([, symbol]) => symbol));
  const mentioned = [];
  const text = (symbol) =>
    declarationsOf(symbol)
      .map((node) =>
        printer.printNode(ts.EmitHint.Unspecified, ts.isVariableDeclaration(node) ? node.parent.parent : node, node.getSourceFile()),
      )
      .join("\n");
  const collect = (symbol) => {
    const visit = (node) => {
      if (ts.isIdentifier(node)) {
        const found = checker.getSymbolAtLocation(node);
        const target = found && resolved(found);
        const isTopLevel = target && declarationsOf(target).some((one) => ts.isSourceFile(one.parent) || ts.isVariableDeclaration(one));
        if (isTopLevel && !seen.has(target)) {
          seen.add(target);
          mentioned.push(target);
        }
      }
      ts.forEachChild(node, visit);
    };
    for (const node of declarationsOf(symbol)) visit(node);
  };
  for (const [, symbol] of exported) collect(symbol);
  // It grows while it is gone through.
  for (const symbol of mentioned) collect(symbol);
  const section = ([as, symbol]) => {
    const declaration = text(symbol);
    const alias = as === symbol.name ? "" : `// as ${as}\n`;
    return declaration === "" ? `// ${as}: from another package` : `${alias}${declaration}`;
  };
  const parts = exported.toSorted(([one], [other]) => compare(one, other)).map(section);
  const others = mentioned
    .map((symbol) => [symbol.name, symbol])
    .toSorted(([one], [other]) => compare(one, other))
    .map(section);
  return [
    `# @scai-errors/${name.replace(".", "/")}`,
    ...parts,
    ...(others.length > 0 ? ["# mentioned, not exported", ...others] : []),
    "",
  ].join("\n\n");
}

const entries = publishedPackages.flatMap(entriesOf);
const program = ts.createProgram(
  entries.map(([, file]) => file),
  {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    types: [],
  },
);
const texts = new Map(entries.map(([name, file]) => [`${name}.txt`, reportOf(name, file, program)]));
mkdirSync(reports, { recursive: true });
const present = readdirSync(reports);
const differing = [...texts].flatMap(([file, text]) =>
  present.includes(file) && readFileSync(`${reports}/${file}`, "utf8") === text ? [] : [file],
);
const gone = present.filter((file) => !texts.has(file));

if (!process.argv.includes("--check")) {
  for (const file of differing) writeFileSync(`${reports}/${file}`, texts.get(file));
  for (const file of gone) rmSync(`${reports}/${file}`);
  console.log(`${texts.size} entries, ${differing.length + gone.length} reports changed in docs/api.`);
} else if (differing.length + gone.length > 0) {
  console.error(
    `What these export is not what docs/api says: ${[...differing, ...gone].join(", ")}. Write it with "npm run api", and read the difference.`,
  );
  process.exitCode = 1;
}
