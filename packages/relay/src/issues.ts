import type { FieldIssue } from "@scai-errors/core";

/** What stands for a step that may not be shown. */
const LEFT_OUT = "…";

/** What is said of a field where the service's own words may not be. */
const MESSAGE = "Invalid value";

/** The most characters of a field's or a validator's name. */
const LONGEST_NAME = 40;

/** The most digits of a field's name, and of a place in a list: `address_line_2` and `ipv4` have few, keys, tokens and cards have many. */
const MOST_DIGITS = 3;

/** Whether a step is written as schemas write the names of their fields. Keys of maps, where a caller's data can stand, mostly are not. */
function isFieldName(step: string): boolean {
  return /^[a-z_]\w*$/i.test(step) && step.length <= LONGEST_NAME && step.replace(/\D/g, "").length <= MOST_DIGITS;
}

/** Whether a number is a place in a list. Keys of maps that are written in digits, such as the numbers of cards, come as numbers too. */
function isPlace(step: number): boolean {
  return Number.isInteger(step) && step >= 0 && step < 10 ** MOST_DIGITS;
}

/** Whether a validator's name is one, such as `missing` or `value_error.number.not_le`. */
function isValidatorName(type: string): boolean {
  return /^[a-z][a-z_.]*$/.test(type) && type.length <= LONGEST_NAME;
}

function shownStep(step: string | number): string | number {
  const isShown = typeof step === "number" ? isPlace(step) : isFieldName(step);
  return isShown ? step : LEFT_OUT;
}

/**
 * What of a problem everybody may see: the part of the request and the field that it is about, and the validator's name for it. The message is not
 * among it, because validators quote the input.
 */
export function shownIssue({ in: part, path, type }: FieldIssue): FieldIssue {
  return {
    in: part,
    path: path.map(shownStep),
    message: MESSAGE,
    type: type !== undefined && isValidatorName(type) ? type : undefined,
  };
}
