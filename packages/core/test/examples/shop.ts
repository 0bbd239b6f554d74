import { type CodeRow, type ErrorBrand, type ErrorsOf, brand, byWireCode, defineService, errorFirst } from "../../src/index.js";

const rows = {
  SOLD_OUT: { status: 409, kind: "failed_precondition", details: shortage },
  NO_SUCH_ITEM: { status: 404 },
  // The documentation says to wait for the till and retry. The other rows get their policy from the kind.
  TILL_BUSY: { status: 503, retry: "backoff" },
} as const satisfies Record<string, CodeRow>;

/** Accepts any input without throwing, and returns its own output unchanged. */
function shortage(received: unknown): { readonly item: string } {
  const { item } = Object(received) as { readonly item?: unknown };
  return { item: typeof item === "string" ? item : "" };
}

export const shop = defineService({
  name: "shop",
  rows,
  findCode: byWireCode,
  wire: { layers: errorFirst, sendsCodes: true, requestId: "meta", rateLimit: "x-shop-ratelimit-" },
});

export type ShopError = ErrorsOf<"shop", typeof rows>;
export const ShopError: ErrorBrand<ShopError> = brand(shop);
