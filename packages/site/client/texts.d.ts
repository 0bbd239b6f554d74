/** What to do about a code, by service and code. */
declare module "virtual:texts" {
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  // Vite's virtual modules of data have a default export, as JSON has.
  export default texts;
}
