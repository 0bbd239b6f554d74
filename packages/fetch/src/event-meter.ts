/**
 * Measures the events of a stream while they arrive, with their field names and comments, so that an event without an end cannot fill the memory.
 * Returns how much of the next piece of text fits: its length, or the position at which an event exceeds the limit. That position does not depend on
 * how the text was cut; checking the buffer after each piece would.
 * @param most characters of one event, without the line ends.
 */
export function eventMeter(most: number): (text: string) => number {
  let event = 0;
  let isLineEmpty = true;
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      if (text[at] === "\n") {
        if (isLineEmpty) event = 0;
        isLineEmpty = true;
      } else {
        isLineEmpty = false;
        event++;
        if (event > most) return at;
      }
    }
    return text.length;
  };
}
