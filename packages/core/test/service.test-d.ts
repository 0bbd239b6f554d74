import { Readable } from "node:stream";
import { describe, expectTypeOf, it } from "vitest";
import {
  type Answer,
  type CloseFrame,
  type CodeDocs,
  type CodesOf,
  type DetailsOf,
  type DocsOf,
  type ErrorJson,
  type ErrorsOf,
  type FieldIssue,
  type JsonOf,
  type JsonValue,
  type Kind,
  type KindOfStatus,
  type Parts,
  type RateLimit,
  type RetryAdvice,
  type Service,
  byWireCode,
  defineService,
  errorFirst,
} from "../src/index.js";
import { type DepotError, ShopError, type Shortage, depot, shop, shopRows } from "./example.js";

describe("an error", () => {
  it("has literals for what tells it apart", () => {
    expectTypeOf<ShopError["code"]>().toEqualTypeOf<keyof typeof shopRows | "UNRECOGNIZED">();
    expectTypeOf<ShopError["id"]>().toEqualTypeOf<`shop/${keyof typeof shopRows | "UNRECOGNIZED"}`>();
    expectTypeOf<ShopError["name"]>().toEqualTypeOf<"ShopError">();
    expectTypeOf<ShopError["service"]>().toEqualTypeOf<"shop">();
    expectTypeOf<DepotError["name"]>().toEqualTypeOf<"DepotError">();
  });

  it("has the same other fields whatever its code", () => {
    expectTypeOf<ShopError["status"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<ShopError["receivedCode"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ShopError["requestId"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ShopError["issues"]>().toEqualTypeOf<readonly FieldIssue[]>();
    expectTypeOf<ShopError["retry"]>().toEqualTypeOf<RetryAdvice>();
    expectTypeOf<ShopError["rateLimit"]>().toEqualTypeOf<RateLimit | undefined>();
    expectTypeOf<ShopError["kind"]>().toEqualTypeOf<Kind>();
  });

  it("cannot be changed", () => {
    const error = shop.decode({ status: 404 });
    // @ts-expect-error -- readonly
    error.code = "SPENT";
    // @ts-expect-error -- readonly
    error.retry.policy = "never";
  });
});

describe("an error as plain data", () => {
  const described = shop.describe({ status: 409 });

  it("is that of every error", () => {
    expectTypeOf(described).toEqualTypeOf<ReturnType<ShopError["toJSON"]>>();
    expectTypeOf(described).toEqualTypeOf<JsonOf<ShopError>>();
    expectTypeOf<JsonOf<Extract<ShopError, { code: "SOLD_OUT" }>>>().toEqualTypeOf<
      ErrorJson<"shop", "SOLD_OUT", "failed_precondition", Shortage>
    >();
    expectTypeOf<ReturnType<Service["describe"]>>().toEqualTypeOf<ErrorJson>();
  });

  it("is narrowed by its code, and nothing is left in the end", () => {
    if (described.code === "SOLD_OUT") expectTypeOf(described.details).toEqualTypeOf<Shortage>();
    if (described.id === "shop/SOLD_OUT") expectTypeOf(described.kind).toEqualTypeOf<"failed_precondition">();
    const other = described as Exclude<typeof described, { code: "SOLD_OUT" }>;
    // @ts-expect-error -- it is left out
    expectTypeOf(other.code === "SOLD_OUT").toBeBoolean();
  });
});

describe("details", () => {
  it("are what the row's reader gives, else JSON", () => {
    expectTypeOf<DetailsOf<(typeof shopRows)["SOLD_OUT"]>>().toEqualTypeOf<Shortage>();
    expectTypeOf<DetailsOf<(typeof shopRows)["SPENT"]>>().toEqualTypeOf<JsonValue | undefined>();
  });

  it("or what the service's own reader gives", () => {
    const rows = { A: { status: 400 } } as const;
    const service = defineService({
      name: "third",
      rows,
      findCode: byWireCode,
      wire: { layers: errorFirst, sendsCodes: true },
      details: () => ({ note: "text" }),
    });
    const error = service.decode({ status: 400 });
    expectTypeOf(error.details).toEqualTypeOf<{ note: string }>();
    expectTypeOf(error.code).toEqualTypeOf<"A" | "UNRECOGNIZED">();
  });
});

describe("what a service is declared to be", () => {
  const rows = { A: { status: 400 } } as const;
  const wire = { layers: errorFirst, sendsCodes: true } as const;
  interface Note {
    readonly note: string;
  }
  type Plain = Service<"third", ErrorsOf<"third", typeof rows>, CodesOf<typeof rows>>;
  type Noted = Service<"third", ErrorsOf<"third", typeof rows, Note>, CodesOf<typeof rows>>;
  interface Closing extends Plain {
    fromClose(close: CloseFrame): ErrorsOf<"third", typeof rows> | undefined;
  }
  const readers = (create: (parts: Parts) => ErrorsOf<"third", typeof rows>) => ({ fromClose: (_: CloseFrame) => create({}) });

  it("is what its definition makes", () => {
    expectTypeOf(defineService({ name: "third", rows, wire, findCode: byWireCode })).toEqualTypeOf<Plain>();
    expectTypeOf(defineService({ name: "third", rows, wire, findCode: byWireCode, readers })).toExtend<Closing>();
    const noted = defineService({ name: "third", rows, wire, findCode: byWireCode, details: (): Note => ({ note: "" }) });
    expectTypeOf(noted).toEqualTypeOf<Noted>();
  });

  it("cannot be more than that", () => {
    // @ts-expect-error -- the reader is missing
    const closing: Closing = defineService({ name: "third", rows, wire, findCode: byWireCode });
    // @ts-expect-error -- the reader of the details is missing
    const noted: Noted = defineService({ name: "third", rows, wire, findCode: byWireCode });
    // @ts-expect-error -- another name
    const named: Plain = defineService({ name: "fourth", rows, wire, findCode: byWireCode });
    // @ts-expect-error -- a service is no number
    const number: number = defineService({ name: "third", rows, wire, findCode: byWireCode });
    expectTypeOf([closing, noted, named, number]).toBeArray();
  });
});

describe("the vocabulary", () => {
  it("has literals, also for what a row leaves to its status and kind", () => {
    const { SOLD_OUT, NO_SUCH_ITEM, TOO_FAST, SHELF_LOST } = shop.codes;
    expectTypeOf(SOLD_OUT.status).toEqualTypeOf<409>();
    expectTypeOf(SOLD_OUT.kind).toEqualTypeOf<"failed_precondition">();
    expectTypeOf(SOLD_OUT.retry).toEqualTypeOf<"after_change">();
    expectTypeOf(NO_SUCH_ITEM.kind).toEqualTypeOf<"not_found">();
    expectTypeOf(NO_SUCH_ITEM.retry).toEqualTypeOf<"never">();
    expectTypeOf(TOO_FAST.retry).toEqualTypeOf<"backoff">();
    expectTypeOf(SHELF_LOST.status).toEqualTypeOf<undefined>();
    expectTypeOf(depot.codes.DOOR_SLAMMED.kind).toEqualTypeOf<"permission_denied">();
    // @ts-expect-error -- it stands for what has no row
    expectTypeOf(shop.codes.UNRECOGNIZED).toBeAny();
  });

  it("follows the statuses as the run time does", () => {
    expectTypeOf<KindOfStatus<401>>().toEqualTypeOf<"unauthenticated">();
    expectTypeOf<KindOfStatus<410>>().toEqualTypeOf<"not_found">();
    expectTypeOf<KindOfStatus<418>>().toEqualTypeOf<"invalid_argument">();
    expectTypeOf<KindOfStatus<599>>().toEqualTypeOf<"internal">();
    expectTypeOf<KindOfStatus<299>>().toEqualTypeOf<"unknown">();
  });

  it("is a Service to whoever knows no more", () => {
    expectTypeOf(shop).toExtend<Service>();
    expectTypeOf(depot).toExtend<Service>();
  });
});

describe("a body that is still to be awaited", () => {
  const response = new Response();
  const status = 404;

  it("is refused, which is what its author would find out only at the first failure", () => {
    // @ts-expect-error -- a promise of a text
    shop.decode({ status, body: response.text() });
    // @ts-expect-error -- a method that was not called
    shop.decode({ status, body: response.json });
    // @ts-expect-error -- a web stream, or none
    shop.decode({ status, body: response.body });
    // @ts-expect-error -- a stream of Node
    shop.decode({ status, body: Readable.from([]) });
    // @ts-expect-error -- a Blob, unread
    shop.decode({ status, body: new Blob() });
    // @ts-expect-error -- a Response
    shop.decode({ status, body: response });
    // @ts-expect-error -- a text, or the promise of one
    shop.decode({ status, body: Math.random() > 0.5 ? "" : response.text() });
    // @ts-expect-error -- also where it is described
    depot.describe({ status, body: response.text() });
    // @ts-expect-error -- also of any service
    (shop as Service).decode({ status, body: response.text() });
  });

  it("is none of the bodies that can be read", () => {
    const json: JsonValue = [];
    const maybe: string | undefined = undefined;
    const members: Record<string, unknown> = {};
    const anything: unknown = undefined;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what axios and JSON.parse give
    const untyped: any = undefined;
    shop.decode({ status });
    shop.decode({ status, body: "text" });
    shop.decode({ status, body: maybe });
    shop.decode({ status, body: null });
    shop.decode({ status, body: json });
    shop.decode({ status, body: members });
    shop.decode({ status, body: { error: { code: "SPENT", list: [1, "a", null] } } });
    shop.decode({ status, body: new Uint8Array() });
    shop.decode({ status, body: new ArrayBuffer(0) });
    shop.decode({ status, body: Buffer.from("") });
    shop.decode({ status, body: anything });
    shop.decode({ status, body: untyped });
  });

  it("cannot be told where the type is the caller's own parameter, which has to be called unknown", () => {
    const each = <Body>(bodies: readonly Body[]): readonly Body[] => {
      // @ts-expect-error -- it may be a promise
      bodies.map((body) => shop.decode({ status, body }));
      const untold: readonly unknown[] = bodies;
      untold.map((body) => shop.decode({ status, body }));
      return bodies;
    };
    expectTypeOf(each).toBeFunction();
  });

  it("costs nothing where answers are kept or handed on", () => {
    const answers: readonly Answer[] = [{ status, body: "" }];
    expectTypeOf(answers.map(shop.decode)).toEqualTypeOf<ShopError[]>();
    expectTypeOf(answers.map((answer) => depot.decode(answer))).toEqualTypeOf<DepotError[]>();
    expectTypeOf(shop.decode).toExtend<(answer: Answer) => ShopError>();
    expectTypeOf<Parameters<typeof shop.decode>>().toEqualTypeOf<[Answer]>();
  });
});

describe("the brand", () => {
  it("narrows with instanceof and with is", () => {
    const value: unknown = undefined;
    if (value instanceof ShopError) expectTypeOf(value).toEqualTypeOf<ShopError>();
    if (shop.is(value)) expectTypeOf(value).toEqualTypeOf<ShopError>();
  });

  it("makes no errors", () => {
    // @ts-expect-error -- errors come from the service's readers
    new ShopError();
  });
});

describe("docs", () => {
  const row: CodeDocs = { meaning: "m", cause: "c", fix: "f", origin: "caller", group: "g", since: "1.0.0", page: "p" };
  const { SPENT, ...some } = { SOLD_OUT: row, NO_SUCH_ITEM: row, TOO_FAST: row, SPENT: row, TILL_BROKEN: row, SHELF_LOST: row };

  it("are for every code and for nothing else", () => {
    expectTypeOf({ ...some, SPENT } satisfies DocsOf<typeof shopRows>).toExtend<DocsOf<typeof shopRows>>();
    // @ts-expect-error -- SPENT is missing
    expectTypeOf(some satisfies DocsOf<typeof shopRows>).toExtend<object>();
    // @ts-expect-error -- there is no such code
    expectTypeOf({ ...some, SPENT, MORE: row } satisfies DocsOf<typeof shopRows>).toExtend<object>();
  });
});
