/** `Object.hasOwn`, which browsers before 2022 do not have. */
export function hasOwn(object: object, name: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}
