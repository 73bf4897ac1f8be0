import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. Every other path starts here, so commands work from any folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A path inside the repository. */
export const inRoot = (...parts) => path.join(root, ...parts);
