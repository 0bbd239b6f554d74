import hljs from "highlight.js/lib/core";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import { Html, html } from "../html.js";

hljs.registerLanguage("http", http);
hljs.registerLanguage("json", json);
hljs.registerLanguage("typescript", typescript);

/** Source text with its parts marked, for which the style sheet has colours. Scrolls by itself, by keyboard too. */
export function sourceCode(language: "http" | "json" | "typescript", text: string, label: string): Html {
  const marked = new Html(hljs.highlight(text, { language }).value);
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${marked}</code></pre>`;
}
