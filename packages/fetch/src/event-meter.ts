const LF = 10;
const CR = 13;

/**
 * Measures the events of a stream while they arrive, with their field names and comments, so that one without an end cannot fill the memory.
 * Gives how much of the next piece of text fits: its length, or where an event grows beyond the limit. Where that is does not depend on how
 * the text was cut, which a look at what is buffered after each piece would.
 */
export function eventMeter(most: number): (text: string) => number {
  let event = 0;
  let line = 0;
  let previous = 0;
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isBreak = code === LF || code === CR;
      if (!isBreak) {
        line++;
        if (++event > most) return at;
      } else if (code !== LF || previous !== CR) {
        if (line === 0) event = 0;
        line = 0;
      }
      previous = code;
    }
    return text.length;
  };
}
