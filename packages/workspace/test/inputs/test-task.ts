import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { root, workspacePackages } from "../../src/packages.js";

/** What is read of a turbo.json. */
interface TurboFile {
  readonly globalDependencies?: readonly string[];
  readonly tasks: { readonly test?: Task };
}

interface Task {
  readonly dependsOn?: readonly string[];
  readonly inputs?: readonly string[];
  readonly cache?: boolean;
}

/** Our own files, whose shape turbo checks; they may have comments on lines of their own. */
function turboFile(path: string): TurboFile {
  return JSON.parse(readFileSync(path, "utf8").replace(/^\s*\/\/.*$/gm, "")) as TurboFile;
}

const whole = turboFile(`${root}turbo.json`);

/** How turbo runs the tests of a package. */
export function testTaskOf(folder: string): Task {
  const file = `${root}packages/${folder}/turbo.json`;
  return { ...whole.tasks.test, ...(existsSync(file) && turboFile(file).tasks.test) };
}

/** Whether turbo runs tests again when what is at a path changes. It is not looked at which files of a folder are inputs. */
export function isInput(path: string, { inputs = [], cache }: Task): boolean {
  const fromRoot = inputs.flatMap((input) => (input.startsWith("$TURBO_ROOT$/") ? input.slice("$TURBO_ROOT$/".length) : []));
  const place = path.replace(/(?:\/\*)+$/, "");
  const [file, within] = [path, `${place}/any`].map((one) => one.replaceAll("*", "any"));
  return (
    cache === false ||
    [...fromRoot, ...(whole.globalDependencies ?? [])].some(
      (input) => input.startsWith(`${place}/`) || [file, within].some((one) => one !== undefined && posix.matchesGlob(one, input)),
    )
  );
}

/** The names of the packages that turbo builds before the tests of one: those named, those that it depends on, and theirs. */
export function builtBeforeTestsOf(folder: string): ReadonlySet<string> {
  const named = (testTaskOf(folder).dependsOn ?? []).flatMap((task) => /^(.+)#build$/.exec(task)?.[1] ?? []);
  const built = new Set<string>();
  const add = (name: string | undefined): void => {
    const manifest = workspacePackages.find((one) => one.manifest.name === name)?.manifest;
    if (manifest === undefined || built.has(manifest.name)) return;
    built.add(manifest.name);
    for (const other of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) add(other);
  };
  for (const name of [workspacePackages.find((one) => one.folder === folder)?.manifest.name, ...named]) add(name);
  return built;
}
