// What a library hands on of one service, with every type inferred. run.mjs writes a copy for each service, and adds every value of its package.
import {
  type ReadingService,
  TransportError,
  UNRECOGNIZED,
  anyOf,
  assertNever,
  errorFrom,
  isServiceError,
  match,
  transport,
  example,
} from "@scai-errors/example";

export const client = { errors: example, connection: transport };
export const { name, codes, wire, is, fromEvent, fromClose } = client.errors;
export const read = example.decode;
export const describe = example.describe;
export const readResponse = example.fromResponse;
export const revive = example.fromJSON;
export const { layers, parse, write, requestId, rateLimit } = example.wire;

export const refused = example.decode({ status: 400 });
export const described = example.describe({ status: 400 });
export const readLater = (response: Response) => example.fromResponse(response);
export const revived = (json: unknown) => example.fromJSON(json);
export const ofFrame = example.fromEvent?.({ data: "" });
export const ofClose = example.fromClose?.({ code: 1000, reason: "" });
export const answers = { ...refused };
export const { code, id, kind, details, issues, retry, message, status, receivedCode, requestId: requestOf, codeFrom } = refused;
export const limits = refused.rateLimit;
export const json = refused.toJSON();

export const anything = async (caught: unknown) => errorFrom(example, caught);
export const ofService = <S extends ReadingService>(service: S, caught: unknown) => errorFrom(service, caught);
export const either = anyOf(example, transport);
export const nested = anyOf(either, example);
export const find = either.find;
export const found = (caught: unknown) => either.find(caught);
export const known = (caught: unknown) => (isServiceError(caught) ? caught : undefined);
export const narrowed = (caught: unknown) => (example.is(caught) ? caught : undefined);
export const lost = (caught: unknown) => transport.from(caught);
export const instance = (caught: unknown) => (caught instanceof TransportError ? caught : undefined);
export const same = { UNRECOGNIZED, TransportError, anyOf, assertNever, errorFrom, isServiceError, match, transport };
export const byKind = (error: typeof refused) => match(error, "kind", { rate_limited: (one) => one.retry, otherwise: (one) => one });
export const bySource = (caught: unknown) => {
  const error = either.find(caught);
  return error && match(error, "service", { transport: (one) => one, otherwise: (one) => one });
};

export class Failure extends Error {
  readonly error = refused;
  readonly advice = this.error.retry;
  readonly handled = byKind(this.error);
}
