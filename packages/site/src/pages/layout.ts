import { HELP_BASE_URL } from "@scai-errors/core";
import { type Html, type Part, html } from "../html.js";
import { type SiteService, siteServices } from "../services.js";

/** The files of the client, as Vite has named them. */
export interface Assets {
  readonly style: string;
  readonly search: string;
  readonly decoder: string;
}

/** What a page is, apart from what it says. */
export interface PageHead {
  /** Its folder, such as `scaigrid/RATE_LIMITED/`; empty for the first page. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly assets: Assets;
  /** The service whose colour it has. */
  readonly service?: SiteService;
  /** Scripts beyond the search. */
  readonly scripts?: readonly string[];
  /** Links to the same page in other forms. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[];
}

/** The way from a page back to the site's root, so that the site works at any address. */
export function rootOf(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

/** Nothing comes from anywhere else, and nothing goes there. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23232a36'/%3E%3Cpath d='M4 5h8M4 8h5M4 11h8' stroke='%23fff' stroke-width='1.6' stroke-linecap='round'/%3E%3C/svg%3E";

function navigation(root: string, current: string): Html {
  const link = (path: string, text: string): Html =>
    html`<li><a href="${root}${path}" ${current === path ? html` aria-current="page"` : ""}>${text}</a></li>`;
  return html`<nav aria-label="Site">
    <ul>
      ${siteServices.map(({ name, title }) => link(`${name}/`, title))}
      ${link("kinds/", "Kinds")}${link("retry/", "Retry")}${link("decoder/", "Decoder")}
    </ul>
  </nav>`;
}

/** A whole page. */
export function page(
  { path, title, description, assets, service, scripts = [], alternates = [] }: PageHead,
  ...main: readonly Part[]
): string {
  const root = rootOf(path);
  return html`<!doctype html>
    <html lang="en" ${service && html` class="accent-${service.accent}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href="${HELP_BASE_URL}/${path}" />
        <link rel="icon" href="${ICON}" />
        ${alternates.map(({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}" /> `)}
        <link rel="stylesheet" href="${root}${assets.style}" />
        ${[assets.search, ...scripts].map((script) => html`<script type="module" src="${root}${script}"></script> `)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <a class="brand" href="${root}"><span aria-hidden="true" class="mark"></span>Scai errors</a>
          <form role="search" action="${root}codes/" class="search" data-root="${root}">
            <label for="search" class="hidden">Search codes, meanings and messages</label>
            <input
              id="search"
              type="search"
              placeholder="Search codes and messages"
              autocomplete="off"
              spellcheck="false"
              enterkeyhint="go"
            />
          </form>
          ${navigation(root, path)}
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer>
          <p>Made from the rows of the packages; every example was run when its page was made.</p>
          <p><a href="${root}codes/">All codes</a> <a href="${root}llms.txt">llms.txt</a></p>
        </footer>
      </body>
    </html> `.text;
}
