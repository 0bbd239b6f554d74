/** The most bytes that an import may cost in a browser bundle: esbuild, minified, gzip -9, with all that it pulls in. */
export interface Ceiling {
  readonly services: readonly string[];
  readonly bytes: number;
  /** Why the ceiling is what it is: the first line for the start, then one for every raise with what the bytes bought. */
  readonly notes: readonly [string, ...string[]];
}

export const ceilings: readonly Ceiling[] = [
  { services: ["scaigrid"], bytes: 4200, notes: ["1.0.0: the goal before there was code; 105 codes, event frames"] },
  { services: ["scaikey"], bytes: 3800, notes: ["1.0.0: what core's share leaves of the goal for ScaiGrid; 73 codes, OAuth bodies"] },
  { services: ["scaiwave"], bytes: 4000, notes: ["1.0.0: what core's share leaves of the goal for ScaiGrid; 73 codes, closes"] },
  {
    services: ["dns"],
    bytes: 4300,
    notes: ["1.0.0: what core's share leaves of the goal for ScaiGrid; 36 messages, which are most of it"],
  },
  { services: ["scaidrive"], bytes: 3600, notes: ["1.0.0: the goal before there was code; status codes, closes, download check"] },
  {
    services: ["scaigrid", "scaikey", "scaiwave", "scaidrive", "dns"],
    bytes: 7500,
    notes: ["1.0.0: the goal before there was code; core is in it once"],
  },
];
