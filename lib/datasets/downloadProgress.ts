import { display, inNotebook } from "../plots/display.js";

/** Told how far a download is. */
export type DownloadProgress = (bytesDone: number, bytesInAll: number | undefined) => void;

const NOTEBOOK_MS = 200;
const TERMINAL_MS = 10_000;

/**
 * Shows how far a download is: in a notebook one line that changes in place, elsewhere a line now and then.
 *
 * @param title - what is being loaded, such as "MNIST, train-images-idx3-ubyte.gz"
 */
export function downloadProgress(title: string): DownloadProgress {
  let last = Number.NEGATIVE_INFINITY;
  let show: ((text: string) => void) | undefined;
  return (done, all) => {
    const finished = done === all;
    const every = inNotebook() ? NOTEBOOK_MS : TERMINAL_MS;
    if (!finished && performance.now() - last < every) return;
    last = performance.now();
    const text = `${finished ? "Downloaded" : "Downloading"} ${title}: ${amount(done, all)}`;
    if (show) show(text);
    else show = firstLine(text);
  };
}

function firstLine(text: string): (text: string) => void {
  const update = display({ "text/plain": text });
  return inNotebook() ? (next) => update({ "text/plain": next }) : (next) => console.log(next);
}

function amount(done: number, all: number | undefined): string {
  if (all === undefined) return `${megabytes(done)} MB`;
  if (done === all) return `${megabytes(all)} MB`;
  return `${megabytes(done)} of ${megabytes(all)} MB`;
}

/** One decimal, and for small files as many as show that there is something. */
function megabytes(bytes: number): string {
  const size = bytes / 1e6;
  return size === 0 || size >= 0.05 ? size.toFixed(1) : size.toPrecision(1);
}
