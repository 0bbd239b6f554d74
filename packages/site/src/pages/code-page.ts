import { UNRECOGNIZED } from "@scai-errors/core";
import { type Html, html, prose } from "../html.js";
import { versionWords } from "../history.js";
import { type CodePage, answerText, namesakesOf, neighboursOf, statusWords } from "../vocabulary.js";
import { POLICY_TITLES } from "../words.js";
import { anchorOf, codeList } from "./code-list.js";
import { type Assets, page, rootOf } from "./layout.js";
import { runDrawing } from "./run-steps.js";
import { sourceCode } from "./source-code.js";

function facts(one: CodePage, root: string): Html {
  const { code, entry, text, service } = one;
  const isAny = code === UNRECOGNIZED;
  const status = entry.status === undefined ? "none documented" : statusWords(entry.status);
  const rows: readonly (readonly [string, Html | string])[] = [
    ["Status", isAny ? "any" : status],
    ["Kind", isAny ? "that of the status" : html`<a href="${root}kinds/#${entry.kind}"><code>${entry.kind}</code></a>`],
    ["Retry", isAny ? "that of the kind" : html`<a href="${root}retry/#${entry.retry}">${POLICY_TITLES[entry.retry]}</a>`],
    ["Arises with", one.arisesWith],
    ["Found by", prose(one.foundBy)],
    ["Package", html`<code>${service.packageName}</code>`],
    ["Since", versionWords(text.since)],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function arrivalSection({ arrival, entry, service, code }: CodePage): Html {
  if (arrival.by === "answer") {
    const note =
      entry.status === undefined && code !== UNRECOGNIZED
        ? html`<p class="note">The pages give this code no status; ${arrival.status} is the usual one of its kind.</p>`
        : "";
    return html`<section aria-labelledby="answer">
      <h2 id="answer">The answer</h2>
      <p>${code === UNRECOGNIZED ? "For instance:" : `As ${service.title} sends it:`}</p>
      ${sourceCode("http", answerText(arrival), "The answer")}${note}
    </section>`;
  }
  if (arrival.by === "close")
    return html`<section aria-labelledby="answer">
      <h2 id="answer">The close</h2>
      <p>${service.title} closes the WebSocket with the code <code>${arrival.close}</code>. No HTTP answer has this code.</p>
    </section>`;
  if (arrival.by === "connection")
    return html`<section aria-labelledby="answer">
      <h2 id="answer">What a program sees of it</h2>
      <p>One of its forms; other runtimes have other words for it, and the package reads them too:</p>
      ${sourceCode("http", arrival.words, "What a program sees of it")}
    </section>`;
  return html`<section aria-labelledby="answer">
    <h2 id="answer">No answer of its own</h2>
    <p>The status was 200 long before it went wrong: the program finds this out by comparing the file with what was announced for it.</p>
  </section>`;
}

function neighbours(one: CodePage, pages: readonly CodePage[], root: string): Html {
  const near = neighboursOf(one, pages);
  const namesakes = namesakesOf(one, pages);
  const heading = one.text.module ?? one.text.group;
  return html`<section aria-labelledby="near">
    <h2 id="near">Neighbours</h2>
    ${
      namesakes.length > 0 &&
      html`<p>The same name elsewhere, which need not mean the same:</p>
        ${codeList(namesakes, root, "id")}`
    }
    ${
      near.length > 0
        ? html`<p>Also under <a href="${root}${one.service.name}/#${anchorOf(heading)}">${heading}</a>:</p>
            <ul class="chips">
              ${near.map(
                ({ id, code, text }) =>
                  html`<li>
                    <a href="${root}${id}/" title="${text.meaning}"><code>${code}</code></a>
                  </li> `,
              )}
            </ul>`
        : html`<p>It is the only one under <a href="${root}${one.service.name}/#${anchorOf(heading)}">${heading}</a>.</p>`
    }
  </section>`;
}

/** The page of a code. */
export function codePageHtml(one: CodePage, pages: readonly CodePage[], assets: Assets): string {
  const { id, code, service, text, entry, arrival, example, run, history } = one;
  const path = `${id}/`;
  const root = rootOf(path);
  const stamp = arrival.by === "close" ? arrival.close : entry.status;
  return page(
    {
      path,
      title: `${code} · ${service.title}`,
      description: `${text.meaning} ${text.fix}`.replaceAll("`", ""),
      assets,
      service,
      alternates: [
        { type: "text/markdown", href: `../${code}.md` },
        { type: "application/json", href: `../${code}.json` },
      ],
    },
    html`<div class="hero">
        ${stamp !== undefined && html`<p class="stamp" aria-hidden="true">${stamp}</p>`}
        <p class="crumbs">
          <a href="${root}${service.name}/">${service.title}</a> <span aria-hidden="true">/</span> ${text.module ?? text.group}
        </p>
        <h1><code>${code}</code></h1>
        <p class="lead">${prose(text.meaning)}</p>
        ${text.deprecated !== undefined && html`<p class="note">Deprecated since ${text.deprecated}.</p>`}
      </div>
      <div class="columns">
        <div>
          <div class="pair">
            <section aria-labelledby="cause">
              <h2 id="cause">How it comes about</h2>
              <p>${prose(text.cause)}</p>
            </section>
            <section aria-labelledby="fix" class="fix">
              <h2 id="fix">What to do</h2>
              <p>${prose(text.fix)}</p>
            </section>
          </div>
          <section aria-labelledby="retry">
            <h2 id="retry">Repeating it</h2>
            <p>${prose(one.advice)}</p>
          </section>
          <section aria-labelledby="handle">
            <h2 id="handle">Handling it</h2>
            ${sourceCode("typescript", example.source, "Example")}
            <p>
              When this page was made, it ran against ${arrival.by === "connection" ? "a connection that fails so" : "the emulator"} like
              this:
            </p>
            ${runDrawing(run)}
          </section>
          ${arrivalSection(one)}
        </div>
        <aside aria-label="Facts">
          ${facts(one, root)}
          <p class="forms">Also as <a href="../${code}.md">Markdown</a> and <a href="../${code}.json">JSON</a></p>
          <h2>History</h2>
          <ul class="history">
            ${history.map(({ version, what }) => html`<li><b>${versionWords(version)}</b> ${what}</li>`)}
          </ul>
        </aside>
      </div>
      ${neighbours(one, pages, root)}`,
  );
}
