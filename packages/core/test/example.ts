import {
  type ErrorBrand,
  type ErrorsOf,
  type Parts,
  brand,
  byMessage,
  byStatus,
  byWireCode,
  defineService,
  isObject,
  detailFirst,
  errorFirst,
} from "../src/index.js";

/** What the made-up shop says about a field. */
export interface Shortage {
  readonly item: string;
  readonly left: number;
}

/** Total and idempotent, as every reader of details has to be. */
function shortage(received: unknown): Shortage {
  const { item, left } = isObject(received) ? received : {};
  return { item: typeof item === "string" ? item : "", left: Number.isFinite(left) ? (left as number) : 0 };
}

function waiting(_received: unknown, { afterMs }: Parts): { readonly seconds: number | undefined } {
  return { seconds: afterMs === undefined ? undefined : afterMs / 1000 };
}

export const shopRows = {
  SOLD_OUT: { status: 409, kind: "failed_precondition", details: shortage },
  NO_SUCH_ITEM: { status: 404 },
  TOO_FAST: { status: 429, retry: "backoff", details: waiting },
  SPENT: { status: 429, kind: "quota_exceeded", retry: "never" },
  TILL_BROKEN: { status: 500, retry: "once" },
  SHELF_LOST: { kind: "not_found" },
} as const;

/** A made-up service with codes on the wire. */
export const shop = defineService({
  name: "shop",
  rows: shopRows,
  findCode: byWireCode,
  wire: { layers: errorFirst, sendsCodes: true, requestId: "meta", rateLimit: "x-shop-" },
  readers: (create) => ({ create }),
});
export const createShopError = shop.create;
export type ShopError = ErrorsOf<"shop", typeof shopRows>;
export const ShopError: ErrorBrand<ShopError> = brand(shop);

export const depotRows = {
  BAD_REQUEST: { status: 400 },
  MISSING: { status: 404 },
  DOOR_CLOSED: { message: "The door is closed", status: 404 },
  NO_KEY: { message: "No key <key> for door <door>", status: 403 },
  BUSY: { status: 503 },
  DOOR_SLAMMED: { close: 4403, kind: "permission_denied" },
} as const;

/** A made-up service with nothing but messages and statuses. */
export const depot = defineService({
  name: "depot",
  rows: depotRows,
  findCode: (rows) => {
    const inMessage = byMessage(rows);
    const ofStatus = byStatus(rows);
    return (parts) => inMessage(parts) ?? ofStatus(parts);
  },
  wire: { layers: detailFirst, sendsCodes: false },
});
export type DepotError = ErrorsOf<"depot", typeof depotRows>;
export const DepotError: ErrorBrand<DepotError> = brand(depot);
