/** A text of at most so many characters, with `…` where more stood. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
