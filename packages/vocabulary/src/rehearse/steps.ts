/** Does one step of a story, and prints its number, its title and how long it took. */
export type Step = <T>(title: string, act: () => Promise<T> | T) => Promise<T>;

export function numberedSteps(print: (text: string) => void): Step {
  let number = 0;
  return async (title, act) => {
    number += 1;
    const started = performance.now();
    print(`${`${number}`.padStart(2)}. ${title} … `);
    const result = await act();
    print(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    return result;
  };
}
