/** The first usable answer that any of several places has to a question; undefined where none has one. */
export function firstOf<Place, Answer>(places: readonly Place[], ask: (place: Place) => Answer | undefined): Answer | undefined {
  for (const place of places) {
    const answer = ask(place);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
