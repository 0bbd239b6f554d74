import { services } from "@scai-errors/workspace/services";
import { type ServiceError, transport } from "@scai-errors/core";
import texts from "virtual:texts";
import { type Readable, type Reading, readingsOf } from "./reading.js";

/** All that has codes. */
const readable: readonly Readable[] = [...services, transport];

/** What the button "Example" puts in: an answer with everything that can be read. */
const EXAMPLE = `HTTP/1.1 429 Too Many Requests
content-type: application/json
retry-after: 15
x-scaigrid-ratelimit-limit: 60
x-scaigrid-ratelimit-remaining: 0
x-scaigrid-ratelimit-reset: 1767268860

{"status":"error","error":{"code":"RATE_LIMITED","message":"Too many requests","retry_after":15},"meta":{"request_id":"req_4f1d2c"}}`;

const ADVICE = {
  never: "do not repeat it as it is",
  after_change: "repeat it once something has changed",
  once: "one more try is worthwhile",
  backoff: "retry with increasing delays",
} as const;

function element(tag: string, ...content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** Prose with literal names in backticks. */
function prose(text: string): HTMLElement {
  return element("p", ...text.split("`").map((piece, at) => (at % 2 === 1 ? element("code", piece) : piece)));
}

function limitWords({ limit, remaining, resetAt }: NonNullable<ServiceError["rateLimit"]>): string {
  const left = `${remaining ?? "an unknown number"} of ${limit ?? "an unknown number"} left`;
  return resetAt === undefined ? left : `${left}, again full at ${new Date(resetAt).toLocaleTimeString()}`;
}

function rowsOf({ error, service, code }: Reading): readonly (readonly [string, string])[] {
  if (!error) {
    const { status, kind, retry } = service.codes[code] ?? {};
    return [
      ["Status", `${status ?? "none documented"}`],
      ["Kind", kind ?? ""],
      ["Retry", retry ? ADVICE[retry] : ""],
    ];
  }
  const { message, status, kind, retry, requestId, issues, rateLimit, receivedCode, details } = error;
  const after = retry.afterMs === undefined ? "" : `, not before ${retry.afterMs / 1000} s have passed`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["Message", message],
    ["Status", status === undefined ? undefined : `${status}`],
    ["Kind", kind],
    ["Retry", `${ADVICE[retry.policy]}${after}${retry.idempotentOnly ? ", if it is idempotent" : ""}`],
    ["Request id", requestId],
    ["Code received", receivedCode === code ? undefined : receivedCode],
    ["Rate limit", rateLimit && limitWords(rateLimit)],
    ["Details", details === undefined ? undefined : JSON.stringify(details)],
    ...issues.map(({ path, message: problem }) => [`Field ${path.join(".")}`, problem] as const),
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function card(reading: Reading): HTMLElement {
  const { service, code, isSure } = reading;
  const title = element("h3");
  const link = element("a", element("code", `${service.name}/${code}`)) as HTMLAnchorElement;
  link.href = `../${service.name}/${code}/`;
  title.append(link);
  const list = element("dl", ...rowsOf(reading).map(([name, value]) => element("div", element("dt", name), element("dd", value))));
  list.className = "facts";
  const made = element("article", title, prose(texts[service.name]?.[code] ?? ""), list);
  made.className = isSure ? "sure" : "unsure";
  return made;
}

/** An element that the page has, of the type that it has there. */
function found<E extends HTMLElement>(selector: string, type: new () => E): E {
  const one = document.querySelector(selector);
  if (!(one instanceof type)) throw new Error(`The page has no ${selector}.`);
  return one;
}

const pasted = found("#pasted", HTMLTextAreaElement);
const chosen = found("#service", HTMLSelectElement);
const status = found("#status", HTMLInputElement);
const result = found("#result", HTMLElement);

function statusGiven(): number | undefined {
  return /^[1-5]\d\d$/.test(status.value) ? Number(status.value) : undefined;
}

function read(): void {
  const asked = readable.filter(({ name }) => chosen.value === "" || name === chosen.value);
  const { form, status: known, readings } = readingsOf(pasted.value, asked, statusGiven());
  const sure = readings.filter(({ isSure }) => isSure);
  const unsure = readings.filter(({ isSure }) => !isSure);
  if (form === "nothing") {
    result.replaceChildren(element("p", "Nothing is pasted yet."));
    return;
  }
  const lines: Node[] = [
    element("p", `Read as ${form}${known === undefined ? ", without a status" : `, status ${known}`}.`),
    ...sure.map(card),
  ];
  if (readings.length === 0)
    lines.push(element("p", "No service knows a code in it. With the status, give it above, there is more to say."));
  if (unsure.length > 0) {
    const others = element(
      "details",
      element("summary", `By the status alone (${unsure.length})`),
      ...unsure.map(card),
    ) as HTMLDetailsElement;
    others.open = sure.length === 0;
    lines.push(others);
  }
  result.replaceChildren(...lines);
}

for (const field of [pasted, status, chosen]) field.addEventListener("input", read);
found("#clear", HTMLButtonElement).addEventListener("click", () => {
  pasted.value = "";
  status.value = "";
  read();
  pasted.focus();
});
found("#example", HTMLButtonElement).addEventListener("click", () => {
  pasted.value = EXAMPLE;
  read();
});
found("#decoder", HTMLElement).hidden = false;
read();
