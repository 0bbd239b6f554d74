/** The name of a service's error class: `ScaigridError` for `scaigrid`. A literal that survives minification. */
export function errorNameOf<Service extends string>(service: Service): `${Capitalize<Service>}Error` {
  // Capitalize does the same with a type, which the compiler does not see.
  return `${service.charAt(0).toUpperCase()}${service.slice(1)}Error` as `${Capitalize<Service>}Error`;
}
