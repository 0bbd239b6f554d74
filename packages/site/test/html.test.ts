import { expect, it } from "vitest";
import { html, prose } from "../src/html.js";

it("text is escaped, markup is not, and what is absent leaves nothing", () => {
  expect(html`<p title="${'"<&>"'}">${"<b>"}${html`<b>${1}</b>`}${undefined}${false}${["a", html`<i></i>`, ["&"]]}</p>`.text).toBe(
    '<p title="&quot;&lt;&amp;&gt;&quot;">&lt;b&gt;<b>1</b>a<i></i>&amp;</p>',
  );
});

it("what stands in backticks is code, and escaped as well", () => {
  expect(prose("Send `<token>` & wait.").text).toBe("Send <code>&lt;token&gt;</code> &amp; wait.");
});
