"use client";

import { scaigrid } from "@scai-errors/scaigrid";
import { useState } from "react";
import { ask } from "./actions.js";

export default function Page() {
  const [shown, show] = useState("");

  async function submit() {
    const { answer, failed } = await ask("RATE_LIMITED?retryAfter=120");
    const error = failed && scaigrid.decode(failed);
    show(error ? `${error.id}, wait ${error.retry.afterMs} ms` : JSON.stringify(answer));
  }

  return (
    <main>
      <button onClick={() => void submit()}>Ask</button>
      <output>{shown}</output>
    </main>
  );
}
