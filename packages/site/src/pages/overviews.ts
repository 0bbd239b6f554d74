import { HELP_BASE_URL, type Kind, type RetryPolicy, UNRECOGNIZED, kindOfStatus, policyOfKind } from "@scai-errors/core";
import { type Html, html, prose } from "../html.js";
import { type SiteService, answeringServices, connectionService, siteServices } from "../services.js";
import type { CodePage } from "../vocabulary.js";
import { KIND_WORDS, POLICY_TITLES, POLICY_WORDS } from "../words.js";
import { codeList, groupedCodeList } from "./code-list.js";
import { type Assets, page } from "./layout.js";
import { runDrawing } from "./run-steps.js";

/** The pages of codes that are in a vocabulary. */
function inVocabulary(pages: readonly CodePage[]): readonly CodePage[] {
  return pages.filter(({ code }) => code !== UNRECOGNIZED);
}

/** How many codes there are, and of how many services. */
function countWords(pages: readonly CodePage[]): string {
  const ofServices = inVocabulary(pages).filter(({ service }) => service !== connectionService);
  return `${ofServices.length} codes of ${answeringServices.length} services`;
}

/** One code of each of these stands for its service on the first page. */
const TELLING_STATUSES = [401, 404, 409, 429, 503] as const;

/** The first page: the services, the ways in, and what all codes have in common. */
export function homePage(pages: readonly CodePage[], assets: Assets): string {
  const known = inVocabulary(pages);
  const card = ({ name, title, accent, packageName }: SiteService): Html => {
    const codes = known.filter((one) => one.service.name === name);
    const telling = TELLING_STATUSES.flatMap((status) => codes.find(({ entry }) => entry.status === status) ?? []);
    const some = telling.length > 0 ? telling : codes.slice(0, TELLING_STATUSES.length);
    return html`<li class="accent-${accent}">
      <h2><a href="${name}/">${title}</a></h2>
      <p class="count"><b>${codes.length}</b> codes</p>
      <p><code>npm install ${packageName}</code></p>
      <ul class="chips">
        ${some.map(
          ({ id, code }) =>
            html`<li>
              <a href="${id}/"><code>${code}</code></a>
            </li> `,
        )}
      </ul>
    </li> `;
  };
  const shown = known.find(({ code }) => code === "RATE_LIMITED") ?? known[0];
  return page(
    {
      path: "",
      title: "Scai errors: every code, explained",
      description: `${countWords(pages)}: what they mean, how they come about, what to do, and an example of handling that was run.`,
      assets,
    },
    html`<div class="hero home">
        <p class="address accent-${shown?.service.accent ?? 0}">${HELP_BASE_URL.replace("https://", "")}/<b>${shown?.id}</b>/</p>
        <h1>Every code has an address</h1>
        <p class="lead">
          ${countWords(pages)}: what each means, how it comes about, what to do about it, and an example of handling it that was run when
          its page was made.
        </p>
        <p class="ways"><a class="button" href="decoder/">Decode a response</a> <a class="button quiet" href="codes/">All codes</a></p>
      </div>
      <ul class="cards">
        ${siteServices.map(card)}
      </ul>
      <section aria-labelledby="kinds">
        <h2 id="kinds">By kind</h2>
        <ul class="chips">
          ${kindsOf(known).map(
            (kind) =>
              html`<li>
                <a href="kinds/#${kind}"><code>${kind}</code></a>
              </li> `,
          )}
        </ul>
      </section>
      <section aria-labelledby="retry">
        <h2 id="retry">By what to do about repeating</h2>
        <ul class="chips">
          ${policies.map((policy) => html`<li><a href="retry/#${policy}">${POLICY_TITLES[policy]}</a></li> `)}
        </ul>
      </section>`,
  );
}

/** The page of a service: its codes under the headings of its own reference. */
export function servicePage(service: SiteService, pages: readonly CodePage[], assets: Assets): string {
  const own = pages.filter((one) => one.service === service);
  const { name, title, packageName, version } = service;
  return page(
    {
      path: `${name}/`,
      title: `${title}: ${inVocabulary(own).length} codes`,
      description: `The codes of ${title}, with their meaning, cause and fix.`,
      assets,
      service,
    },
    html`<div class="hero">
        <h1>${title}</h1>
        <p class="lead">${inVocabulary(own).length} codes, typed by <code>${packageName}</code>${version === "" ? "" : ` ${version}`}.</p>
      </div>
      ${groupedCodeList(own, "../", ({ text }) => text.module ?? text.group)}`,
  );
}

/** All codes of all services on one page, where a browser's own search finds them too. */
export function allCodesPage(pages: readonly CodePage[], assets: Assets): string {
  const known = inVocabulary(pages);
  return page(
    { path: "codes/", title: "All codes", description: `All ${known.length} codes of all services.`, assets },
    html`<div class="hero">
        <h1>All codes</h1>
        <p class="lead">${countWords(pages)}, and those of connections that fail.</p>
      </div>
      ${groupedCodeList(known, "../", ({ service }) => service.title)}`,
  );
}

/** The kinds that codes have, in the order of their names. */
function kindsOf(pages: readonly CodePage[]): readonly Kind[] {
  return [...new Set(pages.map(({ entry }) => entry.kind))].toSorted();
}

/** The statuses that mean a kind where no code says more; none for the kinds that the rest of a class has, such as 498 and 599. */
function statusesOf(kind: Kind): readonly number[] {
  const statuses = Array.from({ length: 200 }, (_, at) => 400 + at);
  return statuses.filter((status) => kindOfStatus(status) === kind && kind !== kindOfStatus(status < 500 ? 498 : 599));
}

/** The kinds, with the codes that have them. */
export function kindsPage(pages: readonly CodePage[], assets: Assets): string {
  const known = inVocabulary(pages);
  // Every kind, also those that no code has: statuses can.
  const kinds = Object.keys(KIND_WORDS).toSorted() as Kind[];
  return page(
    { path: "kinds/", title: "Kinds", description: "The closed set of kinds that every code belongs to, and the codes of each.", assets },
    html`<div class="hero">
        <h1>Kinds</h1>
        <p class="lead">
          Every failure is of one of ${kinds.length} kinds, whatever service it comes from. Branch on <code>error.kind</code> where the code
          does not matter.
        </p>
      </div>
      ${kinds.map((kind) => {
        const codes = known.filter(({ entry }) => entry.kind === kind);
        const statuses = statusesOf(kind);
        return html`<section aria-labelledby="${kind}">
          <h2 id="${kind}"><code>${kind}</code> <small>${codes.length}</small></h2>
          <p>
            ${KIND_WORDS[kind]} ${statuses.length > 0 && `Without a code: status ${statuses.join(", ")}.`} The usual advice on repeating it:
            <a href="../retry/#${policyOfKind(kind)}">${POLICY_TITLES[policyOfKind(kind)].toLowerCase()}</a>.
          </p>
          ${
            codes.length > 0 &&
            html`<details>
              <summary>${codes.length} ${codes.length === 1 ? "code" : "codes"}</summary>
              ${codeList(codes, "../", "id")}
            </details>`
          }
        </section> `;
      })}`,
  );
}

const policies: readonly RetryPolicy[] = ["never", "after_change", "once", "backoff"];

/** The retry policies, each with the run of a code that has it. */
export function retryPage(pages: readonly CodePage[], assets: Assets): string {
  const known = inVocabulary(pages);
  return page(
    { path: "retry/", title: "Retry policies", description: "What the four retry policies mean, and which codes have them.", assets },
    html`<div class="hero">
        <h1>Repeating a request</h1>
        <p class="lead">
          Every error carries advice as data, <code>error.retry</code>: a policy, how long to wait, and whether a repetition could do
          something twice. <code>createFetch</code> of <code>@scai-errors/fetch</code> follows it by itself.
        </p>
      </div>
      ${policies.map((policy) => {
        const codes = known.filter(({ entry }) => entry.retry === policy);
        const shown =
          codes.find(({ arrival, code }) => arrival.by === "answer" && (policy !== "backoff" || code === "RATE_LIMITED")) ?? codes[0];
        return html`<section aria-labelledby="${policy}">
          <h2 id="${policy}">
            ${POLICY_TITLES[policy]} <small><code>${policy}</code></small>
          </h2>
          <p>${prose(POLICY_WORDS[policy])}</p>
          ${
            shown &&
            html`<p>
                As <a href="../${shown.id}/"><code>${shown.id}</code></a> went when its page was made:
              </p>
              ${runDrawing(shown.run)}`
          }
          <details>
            <summary>${codes.length} codes</summary>
            ${codeList(codes, "../", "id")}
          </details>
        </section> `;
      })}
      <section aria-labelledby="idempotent">
        <h2 id="idempotent">Only what is idempotent</h2>
        <p>
          ${prose("Where `error.retry.idempotentOnly` is true, the failure leaves open whether the request was carried out. GET, PUT and DELETE are repeated; POST and PATCH only with an `Idempotency-Key`.")}
        </p>
      </section>`,
  );
}

/** The page of a connection's failure that a newer release has a code for. */
export function newerConnectionPage(assets: Assets): string {
  return page(
    {
      path: `${connectionService.name}/${UNRECOGNIZED}/`,
      title: `${UNRECOGNIZED} · ${connectionService.title}`,
      description: "A failure of the connection that a newer release has a code for.",
      assets,
      service: connectionService,
    },
    html`<div class="hero">
      <h1><code>${UNRECOGNIZED}</code></h1>
      <p class="lead">
        This error was written down as JSON by a newer release, which has a code for it that the installed one does not have. That code is
        in
        <code>receivedCode</code>; kind and advice on repeating are right all the same. Update
        <code>${connectionService.packageName}</code>.
      </p>
    </div>`,
  );
}

/** The page that says that there is none. */
export function notFoundPage(assets: Assets): string {
  return page(
    { path: "404/", title: "No such page", description: "There is no page at this address.", assets },
    html`<div class="hero">
      <h1>No such page</h1>
      <p class="lead">
        No code has this address. It may be one of a newer release: see <a href="../codes/">all codes</a>, or search above.
      </p>
    </div>`,
  );
}
