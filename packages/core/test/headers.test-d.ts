import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { describe, expectTypeOf, it } from "vitest";
import type { HeadersInput } from "../src/index.js";

/** As axios declares its own, whose `get` has a second parameter and gives more than text. */
interface AxiosHeadersLike {
  [key: string]: AxiosHeaderValue | ((...given: never[]) => unknown) | undefined;
  get(headerName: string, parser: RegExp): RegExpExecArray | null;
  get(headerName: string, matcher?: true | ((value: AxiosHeaderValue, name: string) => unknown)): AxiosHeaderValue;
}
type AxiosHeaderValue = AxiosHeadersLike | string | string[] | number | boolean | null;

describe("headers", () => {
  it("are accepted as clients and servers declare them", () => {
    expectTypeOf<AxiosHeadersLike>().toExtend<HeadersInput>();
    expectTypeOf<Partial<AxiosHeadersLike> & { get(name: string): AxiosHeaderValue }>().toExtend<HeadersInput>();
    expectTypeOf<IncomingHttpHeaders>().toExtend<HeadersInput>();
    expectTypeOf<IncomingMessage["headersDistinct"]>().toExtend<HeadersInput>();
    expectTypeOf<Headers>().toExtend<HeadersInput>();
    expectTypeOf<Map<string, string>>().toExtend<HeadersInput>();
    expectTypeOf<[string, string][]>().toExtend<HeadersInput>();
  });

  it("are no text and no number", () => {
    expectTypeOf<string>().not.toExtend<HeadersInput>();
    expectTypeOf<number>().not.toExtend<HeadersInput>();
  });
});
