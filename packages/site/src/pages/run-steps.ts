import type { Step } from "../example/run.js";
import { type Html, html } from "../html.js";

/** Seconds as people read them. */
function secondsWords(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1).replace(/\.?0+$/, "")} s`;
}

/** How much room a wait takes in the drawing: more for longer ones, and not in proportion, since a minute is a hundred times half a second. */
function lengthOf(ms: number): number {
  return Math.min(5, Math.max(1, Math.ceil(Math.log10(ms / 100) * 2)));
}

function look(step: Step): readonly [className: string, label: string] {
  switch (step.what) {
    case "request":
      return [step.status < 400 ? "good" : "bad", `${step.status}`];
    case "failed":
      return ["bad", step.code];
    case "close":
      return ["bad", `closed ${step.code}`];
    case "wait":
      return [`wait length-${lengthOf(step.ms)}`, `wait ${secondsWords(step.ms)}`];
    case "change":
      return ["change", `${step.name}()`];
    case "shown":
      return ["shown", `“${step.text}”`];
    case "thrown":
      return ["bad", "thrown"];
  }
}

/** The run of an example over time, drawn as a list: requests are dots, waits are lines. */
export function runDrawing(steps: readonly Step[]): Html {
  return html`<ol class="run" aria-label="What happened when the example was run">
    ${steps.map((step) => {
      const [className, label] = look(step);
      return html`<li class="${className}"><span>${label}</span></li>`;
    })}
  </ol>`;
}

/** The same in words. */
export function runWords(steps: readonly Step[]): string {
  return steps
    .map((step) => {
      if (step.what === "request") return `request → ${step.status}`;
      if (step.what === "failed") return `request → ${step.code}`;
      if (step.what === "close") return `closed with ${step.code}`;
      return look(step)[1];
    })
    .join(", then ");
}
