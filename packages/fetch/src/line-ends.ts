/**
 * Makes every line end of a stream's text a line feed, at once: event streams may use carriage returns, alone or with line feeds. The parser
 * keeps one at the end of a chunk, and the event before it with it, until it sees the next line's end, which may be long in coming.
 */
export function lineEnds(): (text: string) => string {
  let isHalf = false;
  return (text) => {
    const rest = isHalf && text.startsWith("\n") ? text.slice(1) : text;
    if (text) isHalf = text.endsWith("\r");
    return rest.replace(/\r\n?/g, "\n");
  };
}
