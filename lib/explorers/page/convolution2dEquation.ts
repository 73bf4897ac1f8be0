import { type Convolution2dState, currentOutput, fits, terms } from "../convolution2d/state.js";
import { placeWords } from "../convolution2d/words.js";
import { createSums } from "./sums.js";

/** The sum at the present position written out; or that there is none. */
export function createEquation2d() {
  const { node, show: showSums } = createSums();
  const show = (state: Convolution2dState) => {
    if (fits(state)) showSums(`output at ${placeWords(state)}: `, terms(state), currentOutput(state));
    else node.textContent = "no output";
  };
  return { node, show };
}
