/** Standard input in chunks. On a terminal, `prompt` is called first. */
export async function* standardInput(prompt: () => void): AsyncGenerator<Buffer> {
  if (process.stdin.isTTY) prompt();
  // Without an encoding it gives buffers.
  for await (const chunk of process.stdin) yield chunk as Buffer;
}
