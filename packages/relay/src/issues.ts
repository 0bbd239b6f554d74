import type { FieldIssue } from "@scai-errors/core";

/** What stands for a step that may not be shown. */
const LEFT_OUT = "…";

/** What is said of a field where the service's own words may not be. */
const MESSAGE = "Invalid value";

/** The most characters of a field's or a validator's name. */
const LONGEST_NAME = 40;

/** The most digits of a field's name: `address_line_2` and `ipv4` have few, keys and tokens have many. */
const MOST_DIGITS = 3;

/** Whether a step is written as schemas write the names of their fields. Keys of maps, where a caller's data can stand, mostly are not. */
function isFieldName(step: string): boolean {
  return /^[a-z_]\w*$/i.test(step) && step.length <= LONGEST_NAME && step.replace(/\D/g, "").length <= MOST_DIGITS;
}

/** Whether a validator's name is one, such as `missing` or `value_error.number.not_le`. */
function isValidatorName(type: string): boolean {
  return /^[a-z][a-z_.]*$/.test(type) && type.length <= LONGEST_NAME;
}

/**
 * What of a problem everybody may see: in which part of which field it is, and the validator's name for it. The message is not among it, because
 * validators quote the input.
 */
export function shownIssue({ in: part, path, type }: FieldIssue): FieldIssue {
  return {
    in: part,
    path: path.map((step) => (typeof step === "number" || isFieldName(step) ? step : LEFT_OUT)),
    message: MESSAGE,
    type: type !== undefined && isValidatorName(type) ? type : undefined,
  };
}
