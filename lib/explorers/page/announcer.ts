import { element } from "./element.js";

/** A screen reader is told where a drag ended, not every place on the way. */
const PAUSE = 250;

/** A hidden line that screen readers read out when it changes. */
export function createAnnouncer() {
  const node = element("p", { class: "cw-hidden", "aria-live": "polite" });
  let pause: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(pause);
  const say = (words: string) => {
    stop();
    pause = setTimeout(() => {
      node.textContent = words;
    }, PAUSE);
  };
  return { node, say, stop };
}
