// ScaiGrid through OpenAI's SDK. Its own retries are off, because they repeat what ScaiGrid says will fail again.
import { errorFrom, scaigrid } from "@scai-errors/scaigrid";
import OpenAI from "openai";

export const clientOf = (baseURL: string): OpenAI => new OpenAI({ baseURL, apiKey: "your key", maxRetries: 0 });

/** The model's words, or what to tell the user instead. */
export async function ask(client: OpenAI, content: string): Promise<string> {
  try {
    const { choices } = await client.chat.completions.create({ model: "small", messages: [{ role: "user", content }] });
    return choices[0]?.message.content ?? "";
  } catch (caught) {
    const error = await errorFrom(scaigrid, caught);
    if (!error) throw caught;
    if (error.service === "transport") return "ScaiGrid cannot be reached.";
    return error.code === "RATE_LIMITED" ? `Try again in ${error.details.retry_after ?? 1} s.` : error.message;
  }
}
