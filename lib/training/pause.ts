/**
 * Lets Node handle what has come in: an interrupt, a figure on its way to the page. Training and prediction compute
 * without a break otherwise.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
