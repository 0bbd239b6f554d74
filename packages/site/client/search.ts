/** The search box. What it searches with, and what it looks through, comes when somebody uses it for the first time. */
const form = document.querySelector<HTMLFormElement>("form.search");
const input = document.querySelector<HTMLInputElement>("#search");

if (form && input) {
  const root = form.dataset["root"] ?? "./";
  let panel: Promise<void> | undefined;
  const begin = (): void => {
    panel ??= import("./search-panel.js").then(({ attach }) => attach(form, input, root)).catch(() => undefined);
  };
  input.addEventListener("focus", begin, { once: true });
  input.addEventListener("input", begin, { once: true });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}
