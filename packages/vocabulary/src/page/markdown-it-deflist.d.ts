// The plugin ships no types.
declare module "markdown-it-deflist" {
  import type MarkdownIt from "markdown-it";

  const plugin: (parser: MarkdownIt) => void;
  export { plugin as default };
}
