import { fileURLToPath } from "node:url";

// The packages are links out of this folder, to elsewhere in the repository.
const root = fileURLToPath(new URL("../../../../", import.meta.url));

export default { outputFileTracingRoot: root, turbopack: { root } };
