import type { Member } from "@scai-errors/workspace/members";

/**
 * The source of a program that handles every id of every service in one `switch`, and of one that leaves an id out, for which assertNever has
 * to fail: its `@ts-expect-error` is an error itself where that compiles.
 */
export function idsSwitch(members: readonly Member[], leftOut?: string): string {
  const ids = members.flatMap(({ service }) => [...Object.keys(service.codes), "UNRECOGNIZED"].map((code) => `${service.name}/${code}`));
  return [
    `import { assertNever } from "@scai-errors/${members[0]?.service.name ?? "core"}";`,
    ...members.map((member) => `import type { ${member.brand.name} } from "@scai-errors/${member.service.name}";`),
    `export function handled(error: ${members.map(({ brand }) => brand.name).join(" | ")}): string {`,
    "  switch (error.id) {",
    ...ids.filter((id) => id !== leftOut).map((id) => `    case "${id}": return error.code satisfies "${id.replace(/.*\//, "")}";`),
    "    default:",
    ...(leftOut === undefined ? [] : [`      // @ts-expect-error -- ${leftOut} is not handled`]),
    "      return assertNever(error);",
    "  }",
    "}",
    "",
  ].join("\n");
}
