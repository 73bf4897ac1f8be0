const STEP = 900;
const CALM_STEP = 1800;

/** Whether the reader asked for little motion. */
export function wantsCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Calls `step` again and again until it says that the end is reached.
 *
 * @param changed - told when it starts and stops
 */
export function createPlayer(step: () => boolean, changed: (playing: boolean) => void) {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    changed(false);
  };
  const start = () => {
    if (timer !== undefined) return;
    changed(true);
    timer = setInterval(() => step() || stop(), wantsCalm() ? CALM_STEP : STEP);
    if (!step()) stop();
  };
  return { start, stop, toggle: () => (timer === undefined ? start() : stop()) };
}
