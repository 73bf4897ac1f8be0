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

/** Whether this process is a Jupyter kernel, which can show figures. */
export function inNotebook(): boolean {
  return tslabModule() !== undefined;
}

/** What the kernel that runs this process set for the current cell; looked up anew, as each cell has its own. */
function kernel(): Send | undefined {
  return tslabModule()?.exports?.lastWriteDisplayData;
}

/** The loaded module in which tslab keeps what sends to the page, the one that runs this process. */
function tslabModule(): { exports?: { lastWriteDisplayData?: Send } } | undefined {
  const { _cache: loaded } = Module as unknown as { _cache: Record<string, ReturnType<typeof tslabModule>> };
  const file = Object.keys(loaded).find((name) => /tslab[/\\]dist[/\\]jupyter\.js$/.test(name));
  return file === undefined ? undefined : loaded[file];
}
