const MAX_CHARACTERS = 10_000;

type Write = typeof process.stdout.write;

/**
 * Runs a check without letting it flood the notebook. What the answer prints in cases made by hand is shown, up to a limit;
 * what it prints on the many generated inputs is not.
 *
 * @param state - `generating` says whether inputs are generated just now
 * @param work - what to run
 * @returns what `work` returned
 */
export function quietly<T>(state: { readonly generating: boolean }, work: () => T): T {
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  let left = MAX_CHARACTERS;
  for (const [i, stream] of streams.entries()) {
    const print = originals[i].bind(stream) as (text: unknown) => boolean;
    stream.write = ((text: unknown) => {
      if (state.generating || left < 0) return true;
      left -= String(text).length;
      return print(left < 0 ? "… (more output left out)\n" : text);
    }) as Write;
  }
  try {
    return work();
  } finally {
    for (const [i, stream] of streams.entries()) stream.write = originals[i];
  }
}
