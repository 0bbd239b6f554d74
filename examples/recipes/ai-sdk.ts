// ScaiGrid through the AI SDK: what fails before the answer is thrown, and what fails within a stream comes to onError.
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { type ScaigridError, type TransportError, errorFrom, scaigrid } from "@scai-errors/scaigrid";
import { generateText, streamText } from "ai";

export const gridOf = (baseURL: string) => createOpenAICompatible({ name: "scaigrid", baseURL, apiKey: "your key" });
type Model = ReturnType<ReturnType<typeof gridOf>>;

export async function ask(model: Model, prompt: string): Promise<string> {
  try {
    return (await generateText({ model, prompt, maxRetries: 0 })).text;
  } catch (caught) {
    throw (await errorFrom(scaigrid, caught)) ?? caught;
  }
}

/** Hands out the words as they come, and ends with the error that cut them off, where one did. */
export async function tell(
  model: Model,
  prompt: string,
  say: (words: string) => void,
): Promise<ScaigridError | TransportError | undefined> {
  let failure: unknown;
  const { textStream } = streamText({ model, prompt, maxRetries: 0, onError: ({ error }) => void (failure = error) });
  for await (const words of textStream) say(words);
  return errorFrom(scaigrid, failure);
}
