/**
 * Turns every line end of a stream's text into a line feed, immediately: event streams may use carriage returns, alone or with line feeds. The parser
 * holds back one at the end of a chunk, and the event before it, until it sees the end of the next line, which may take long.
 */
export function lineEnds(): (text: string) => string {
  let isHalf = false;
  return (text) => {
    const rest = isHalf && text.startsWith("\n") ? text.slice(1) : text;
    if (text) isHalf = text.endsWith("\r");
    return rest.replace(/\r\n?/g, "\n");
  };
}
