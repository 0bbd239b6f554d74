import MiniSearch from "minisearch";

/** As the build writes it. */
type Row = readonly [service: string, code: string, status: number | null, meaning: string, message: string];

interface Found {
  readonly id: string;
  readonly code: string;
  readonly service: string;
  readonly status: number | null;
  readonly meaning: string;
}

const MOST = 8;

function indexOf(rows: readonly Row[]): MiniSearch {
  const index = new MiniSearch({
    fields: ["code", "status", "meaning", "message", "service"],
    storeFields: ["code", "service", "status", "meaning"],
    searchOptions: { boost: { code: 4, message: 2 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.3 : 0), combineWith: "AND" },
  });
  index.addAll(
    rows.map(([service, code, status, meaning, message]) => ({ id: `${service}/${code}`, service, code, status, meaning, message })),
  );
  return index;
}

function option({ id, code, service, status, meaning }: Found, at: number): HTMLLIElement {
  const item = document.createElement("li");
  item.id = `found-${at}`;
  item.role = "option";
  item.dataset["id"] = id;
  item.ariaSelected = "false";
  const [name, of, what] = ["code", "b", "span"].map((tag) => document.createElement(tag));
  // Made a line above.
  if (name) name.textContent = code;
  if (of) of.textContent = [service, status ?? []].flat().join(" ");
  if (what) what.textContent = meaning;
  item.append(...[name, of, what].flatMap((part) => part ?? []));
  return item;
}

/** Makes a combobox of the search box: a list of what is found opens below it, and the arrow keys walk through that list. */
export async function attach(form: HTMLFormElement, input: HTMLInputElement, root: string): Promise<void> {
  const response = await fetch(`${root}search.json`);
  // The build writes it, from the same rows as the pages.
  const index = indexOf((await response.json()) as readonly Row[]);

  const list = document.createElement("ul");
  list.id = "found";
  list.role = "listbox";
  list.ariaLabel = "Codes found";
  list.hidden = true;
  const status = document.createElement("p");
  status.role = "status";
  status.className = "hidden";
  form.append(list, status);
  input.role = "combobox";
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  input.ariaExpanded = "false";

  let chosen = -1;
  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>("li")];
  const close = (): void => {
    list.hidden = true;
    input.ariaExpanded = "false";
    choose(-1);
  };
  const choose = (at: number): void => {
    const all = options();
    chosen = all.length === 0 || at < 0 ? -1 : at % all.length;
    all.forEach((item, place) => (item.ariaSelected = `${place === chosen}`));
    const one = all[chosen];
    if (one) input.setAttribute("aria-activedescendant", one.id);
    else input.removeAttribute("aria-activedescendant");
    one?.scrollIntoView({ block: "nearest" });
  };
  const show = (): void => {
    const text = input.value.trim();
    // What the index stores of a row is what was put in above.
    const found = text === "" ? [] : (index.search(text).slice(0, MOST) as unknown as readonly Found[]);
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.ariaExpanded = `${found.length > 0}`;
    const result = found.length === 0 ? "Nothing found" : `${found.length} found`;
    status.textContent = text === "" ? "" : result;
    choose(-1);
  };
  const open = (item: HTMLElement | undefined): void => {
    if (item?.dataset["id"]) location.assign(`${root}${item.dataset["id"]}/`);
  };

  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen <= 0 ? options().length - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(options()[Math.max(chosen, 0)]);
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    if (event.target instanceof Element) open(event.target.closest<HTMLElement>("li") ?? undefined);
  });
  input.addEventListener("blur", close);
  input.addEventListener("focus", show);
  if (document.activeElement === input) show();
}
