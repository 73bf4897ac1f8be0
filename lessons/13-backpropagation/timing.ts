/**
 * Milliseconds that a call takes: the shortest of 21, after 20 that are not counted. What else the machine does can
 * only make it longer.
 *
 * @example millisecondsOf(() => forward(network, image))
 */
export function millisecondsOf(run: () => unknown): number {
  for (let warm = 0; warm < 20; warm++) run();
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
