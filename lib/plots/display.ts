import { randomBytes } from "node:crypto";
import { Module } from "node:module";

/** One result in several forms, from which a viewer takes the best that it can draw. */
export type MimeBundle = Record<string, unknown>;

interface DisplayData {
  data: MimeBundle;
  metadata: Record<string, unknown>;
  transient: { display_id?: string };
}

type Send = (message: DisplayData, update: boolean) => void;

/**
 * Shows a result below the running cell. tslab's own `display` sends one form a message, so this hands all forms to the
 * function beneath it. Outside a kernel there is nobody to show it to, and its text is printed.
 *
 * @returns shows another result in the place of this one
 * @example display({ "text/plain": "a picture", "image/png": base64 })
 */
export function display(bundle: MimeBundle): (next: MimeBundle) => void {
  const id = randomBytes(8).toString("hex");
  const put = (forms: MimeBundle, update: boolean) => {
    const send = kernel();
    if (send) send({ data: forms, metadata: {}, transient: { display_id: id } }, update);
    else if (!update) console.log(forms["text/plain"]);
  };
  put(bundle, false);
  return (next) => put(next, true);
}

/** What the kernel that runs this process set for the current cell; looked up anew, as each cell has its own. */
function kernel(): Send | undefined {
  const loaded = (Module as unknown as { _cache: Record<string, { exports?: { lastWriteDisplayData?: Send } }> })
    ._cache;
  for (const [file, module] of Object.entries(loaded)) {
    if (/tslab[/\\]dist[/\\]jupyter\.js$/.test(file)) return module.exports?.lastWriteDisplayData ?? undefined;
  }
  return undefined;
}
