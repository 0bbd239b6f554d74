// Engines that have the language and nothing of the web: no TextEncoder, no TextDecoder, no URL, no timers.
import vm from "node:vm";
import { languageBundle } from "./bundles.mjs";

/** A new context of Node's engine, with what a script takes away from it first. */
export async function runInContext(before = "") {
  return vm.runInNewContext(`${before};\n${await languageBundle()}\ngolden.languageLines`);
}

/** What older engines lack: it throws as they do, or is not there. */
export const withoutNewerLanguage = `
  delete Uint8Array.prototype.at; delete Array.prototype.at; delete String.prototype.at; delete Object.hasOwn;
  const Whole = RegExp;
  globalThis.RegExp = new Proxy(Whole, {
    construct(target, [source, ...rest]) {
      if (/\\\\p\\{/i.test(source)) throw new SyntaxError("Invalid property name");
      return Reflect.construct(target, [source, ...rest]);
    },
  });
`;

/** QuickJS, compiled to WebAssembly. */
export async function runInQuickJs({ getQuickJS }) {
  const engine = await getQuickJS();
  const runtime = engine.newRuntime();
  // So that JSON of a great depth ends in an error of the engine, and not with the stack of what the engine runs in.
  runtime.setMaxStackSize(128 * 1024);
  const context = runtime.newContext();
  const lines = context.unwrapResult(context.evalCode(`${await languageBundle()}\ngolden.languageLines`)).consume(context.dump);
  context.dispose();
  runtime.dispose();
  return lines;
}
