import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../failure.js";
import { titleOf } from "../draft.js";

/** The page of a service that does not exist here, as its documentation would give it. */
export const PAGE = `# Deploy failures

| HTTP | Code | Meaning | Extra |
|---|---|---|---|
| 412 | \`missing_scaigrid_credentials\` | No ScaiGrid credentials are stored. | \`fix\`, \`scope\` |
| 502 | \`scaiqueue_auth\` | ScaiQueue refused. | \`fix\`, \`scope\`, \`status\` |
| 502 | \`scaiqueue_provision_failed\` | The queue could not be made. | \`fix\`, \`queue\`, \`status\` |
| 502 | \`scaicore_create_failed\` | The core could not be made. | \`fix\`, \`status\` |
`;

/** One thing that somebody decides: what is written in the place of the first text that is found. */
interface Decision {
  readonly file: "codes.ts" | "details.ts" | "docs.ts" | "schema.ts" | "index.ts";
  readonly from: string | RegExp;
  readonly to: string;
}

const text = (code: string, meaning: string, cause: string, fix: string, origin: string): Decision => ({
  file: "docs.ts",
  from: new RegExp(`(  ${code}: \\w+\\(\\{)[^}]*\\}`),
  to: `$1\n    meaning: ${JSON.stringify(meaning)},\n    cause: ${JSON.stringify(cause)},\n    fix: ${JSON.stringify(fix)},\n    origin: "${origin}",\n  }`,
});

/** What a person decides about that service, place by place. Its envelope is its own, so it also writes how that is read and written. */
const DECISIONS: readonly Decision[] = [
  // Other credentials help, and nothing else.
  {
    file: "codes.ts",
    from: "scaiqueue_auth: { status: 502, retry: DECIDE",
    to: 'scaiqueue_auth: { status: 502, kind: "failed_precondition", retry: "after_change"',
  },
  {
    file: "codes.ts",
    from: "scaiqueue_provision_failed: { status: 502, retry: DECIDE, ",
    to: "scaiqueue_provision_failed: { status: 502, ",
  },
  { file: "codes.ts", from: "scaicore_create_failed: { status: 502, retry: DECIDE, ", to: "scaicore_create_failed: { status: 502, " },

  { file: "details.ts", from: /readonly (fix|scope|queue): DECIDE/g, to: "readonly $1: string | undefined" },
  { file: "details.ts", from: /readonly status: DECIDE/g, to: "readonly status: number | undefined" },
  { file: "details.ts", from: /DECIDE\(details\.status\)/g, to: "numberOf(details.status)" },
  { file: "details.ts", from: /DECIDE\(/g, to: "cleanLine(" },
  { file: "details.ts", from: /^/, to: 'import { cleanLine, numberOf } from "@scai-errors/core";\n\n' },

  { file: "docs.ts", from: "const PAGE = DECIDE", to: 'const PAGE = "scaiflow/troubleshooting/deploy-failures"' },
  text(
    "missing_scaigrid_credentials",
    "No ScaiGrid credentials are stored.",
    "The tenant deploys a flow without having connected it to ScaiGrid, or has removed the connection.",
    "Connect ScaiGrid in the settings of the tenant; `scope` names what the credentials must allow.",
    "caller",
  ),
  text(
    "scaiqueue_auth",
    "ScaiQueue refused the credentials.",
    "ScaiQueue answered with `status` because the stored token has expired or lacks the scope in `scope`.",
    "Replace the stored token by one that has this scope, and deploy the flow anew.",
    "upstream",
  ),
  text(
    "scaiqueue_provision_failed",
    "The queue could not be made.",
    "While the flow was deployed, ScaiQueue failed to create the queue that `queue` names.",
    "Deploy again after a pause. If it goes on, look at the health of ScaiQueue and quote the name of the queue.",
    "upstream",
  ),
  text(
    "scaicore_create_failed",
    "The core could not be made.",
    "ScaiCore had no worker to start the flow's program on, or rejected its image.",
    "Follow the hint in `fix`, then try once more; a core that was begun is removed by itself.",
    "upstream",
  ),

  { file: "schema.ts", from: "import { once }", to: 'import { cleanLine } from "@scai-errors/core";\nimport { once, validationEntry }' },
  {
    file: "schema.ts",
    from: "once(() => DECIDE)",
    to: "once(() =>\n  z.object({ detail: z.union([z.string(), z.array(validationEntry()), z.object({ error: z.string(), message: z.string() })]) }),\n)",
  },
  {
    file: "schema.ts",
    from: "/** The details of the codes",
    to: `const text = /* @__PURE__ */ once(() => z.optional(z.string().check(z.refine((value) => cleanLine(value) === value))));
const status = /* @__PURE__ */ once(() => z.optional(z.int().check(z.gte(100), z.lte(999))));

/** The details of the codes`,
  },
  { file: "schema.ts", from: /status: DECIDE/g, to: "status: status()" },
  { file: "schema.ts", from: /: DECIDE/g, to: ": text()" },

  { file: "index.ts", from: "defineService,", to: "defineService,\n  detailFirst," },
  { file: "index.ts", from: "type Service,", to: "type Service,\n  type Content,\n  type FindLayers,\n  type WrittenBody,\n  isObject," },
  { file: "index.ts", from: "layers: DECIDE", to: "layers" },
  { file: "index.ts", from: "sendsCodes: true,", to: "sendsCodes: true,\n    write," },
  {
    file: "index.ts",
    from: "/** Parses ScaiFlow's failed responses",
    to: `/** The code stands under \`detail.error\`, and what belongs to it beside it: \`{"detail": {"error", "message", "fix", …}}\`. */
const layers: FindLayers = (body, header) => {
  const { detail } = body;
  if (!isObject(detail) || typeof detail["error"] !== "string") return detailFirst(body, header);
  const { error, message, ...details } = detail;
  return [{ code: error, message, details }];
};

/** Validation problems are FastAPI's; everything else is the service's own envelope. */
function write({ code, message, details, issues }: Content): WrittenBody {
  const problems = issues.map(({ in: part, path, message: msg, type = "value_error" }) => ({ loc: part ? [part, ...path] : path, msg, type }));
  const detail = problems.length > 0 ? problems : { ...(isObject(details) ? details : {}), error: code, message };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify({ detail }) };
}

/** Parses ScaiFlow's failed responses`,
  },
];

/** Decides everything that the page leaves open of a service that was made from it. */
export function decide(root: string, name: string): void {
  const folder = `packages/${name}/src`;
  const named = (text: string): string => text.replaceAll("ScaiFlow", titleOf(name)).replaceAll("scaiflow", name);
  for (const { file, from, to } of DECISIONS) {
    const path = join(root, folder, file);
    const before = readFileSync(path, "utf8");
    const after = before.replace(typeof from === "string" ? named(from) : from, named(to));
    if (after === before) throw new Failure(`${folder}/${file} has nothing like ${String(from)}, which the decisions replace.`);
    writeFileSync(path, after);
  }
  // The hints have done their work.
  for (const file of new Set(DECISIONS.map((one) => one.file))) {
    const path = join(root, folder, file);
    const hints = /^ *\/\/ (?:DECIDE|The page:|that gives the layers).*\n/gm;
    writeFileSync(
      path,
      readFileSync(path, "utf8")
        .replace(hints, "")
        .replace(/ DECIDE each member: .*(?= \*\/)/, ""),
    );
  }
}
