import { html } from "../html.js";
import { siteServices } from "../services.js";
import { type Assets, page } from "./layout.js";

/** The page that reads what is pasted into it. */
export function decoderPage(assets: Assets): string {
  return page(
    {
      path: "decoder/",
      title: "Decoder",
      description: "Paste a failed response, the output of curl -i, a log line or an error's JSON, and read what it says.",
      assets,
      scripts: [assets.decoder],
    },
    html`<div class="hero">
        <h1>Decoder</h1>
        <p class="lead">
          Paste a body, the output of <code>curl -i</code>, a log line or an error's JSON. It is read on this page by the published
          packages; nothing is sent anywhere, and nothing gets into the address.
        </p>
      </div>
      <noscript
        ><p class="note">
          The decoder is a program that runs on this page, and scripts are switched off. <a href="../codes/">All codes</a> are there without
          it.
        </p></noscript
      >
      <div class="decoder" id="decoder" hidden>
        <div>
          <label for="pasted">What was received</label>
          <textarea
            id="pasted"
            rows="14"
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            placeholder='HTTP/1.1 429 Too Many Requests&#10;retry-after: 15&#10;&#10;{"status": "error", "error": {…}}'
          ></textarea>
          <div class="fields">
            <label
              >Service
              <select id="service">
                <option value="">all of them</option>
                ${siteServices.map(({ name, title }) => html`<option value="${name}">${title}</option>`)}
              </select></label
            >
            <label>Status <input id="status" inputmode="numeric" maxlength="3" size="5" placeholder="–" autocomplete="off" /></label>
            <button type="button" id="example">Example</button>
            <button type="button" id="clear">Clear</button>
          </div>
        </div>
        <section aria-labelledby="reading" aria-live="polite">
          <h2 id="reading">Reading</h2>
          <div id="result"></div>
        </section>
      </div>`,
  );
}
