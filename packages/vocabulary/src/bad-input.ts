/** What the caller can put right. Its message is a sentence that names the file or the word and the next step; the exit code is 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}
