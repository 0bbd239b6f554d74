import { hasOwn } from "./has-own.js";
import { type ServiceError, UNRECOGNIZED } from "./error.js";
import { cleanLine } from "./text.js";

/** A handler for every value of each discriminant. Key remapping keeps the compiler's work linear; looking the discriminant up in
 * this table, and not inside the mapped type, is what lets the handlers' parameters be inferred. */
interface HandlersBy<E extends ServiceError> {
  readonly code: { readonly [One in E as One["code"]]: (error: One) => unknown };
  readonly id: { readonly [One in E as One["id"]]: (error: One) => unknown };
  readonly kind: { readonly [One in E as One["kind"]]: (error: One) => unknown };
  readonly service: { readonly [One in E as One["service"]]: (error: One) => unknown };
}

/** What errors can be matched by: one service by `code`, several by `id`, any mix by `kind` or `service`. */
export type Discriminant = keyof HandlersBy<ServiceError>;

/**
 * A further argument that nobody can give, where a handler is for a value that does not exist. It stands apart from the handlers because the
 * compiler would otherwise check all of them again for each one, and the work would grow with the square of their number.
 */
type NoSuchValue<Handlers, Known> = [Exclude<keyof Handlers, Known | "otherwise">] extends [never]
  ? []
  : [noSuchValue: Exclude<keyof Handlers, Known | "otherwise">];

type ResultOf<Handlers> = Handlers[keyof Handlers] extends (error: never) => infer Result ? Result : never;

/**
 * Calls the handler for the error's `code`, `id`, `kind` or `service`, and returns its result. Every value needs a handler, unless there is an
 * `otherwise`.
 *
 * A value without a handler can only come from a package that is newer than the one you compiled against. It goes to `otherwise`, or else to the
 * handler for unrecognized codes.
 */
export function match<E extends ServiceError, By extends Discriminant, Handlers extends HandlersBy<E>[By]>(
  error: E,
  by: By,
  handlers: Handlers,
  ...typo: NoSuchValue<Handlers, keyof HandlersBy<E>[By]>
): ResultOf<Handlers>;
export function match<
  E extends ServiceError,
  By extends Discriminant,
  Handlers extends Partial<HandlersBy<E>[By]> & { readonly otherwise: (error: E) => unknown },
>(error: E, by: By, handlers: Handlers, ...typo: NoSuchValue<Handlers, keyof HandlersBy<E>[By]>): ResultOf<Handlers>;
export function match(error: ServiceError, by: Discriminant, handlers: Readonly<Record<string, unknown>>): unknown {
  for (const key of [error[by], "otherwise", `${error.service}/${UNRECOGNIZED}`, UNRECOGNIZED, "unknown"]) {
    const handler = hasOwn(handlers, key) ? handlers[key] : undefined;
    if (typeof handler === "function") return (handler as (error: ServiceError) => unknown)(error);
  }
  throw new TypeError(`match() has no handler for the ${by} "${error[by]}" and no "otherwise".`);
}

/**
 * For the `default` of a `switch` over errors: it does not compile while a case is missing.
 * @throws TypeError if it is reached at run time, by an error from a package that is newer than the one you compiled against.
 */
export function assertNever(error: never): never {
  const { id } = Object(error) as { readonly id?: unknown };
  const shown = cleanLine(id);
  throw new TypeError(`No case handles ${shown === undefined ? "this value" : `the error ${shown}`}.`);
}
