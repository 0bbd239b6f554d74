import type { Checkout } from "./checkout.js";

/** Adds a code to ScaiWave, as CONTRIBUTING says. */
export function addRoomCode(copy: Checkout, name: string, meaning: string): void {
  copy.edit("packages/scaiwave/src/codes.ts", /^\} as const satisfies /m, `  ${name}: { status: 423 },\n$&`);
  const docs = `{ meaning: "${meaning}", group: "Rooms", since: "next", page: "scaiwave/reference/error-codes" }`;
  copy.edit("packages/scaiwave/src/docs.ts", /^\} satisfies DocsOf/m, `  ${name}: ${docs},\n$&`);
}
