import { sampleImage, toNdarray, toNested } from "cnn-workbook";

/** What was there to be photographed; the lesson shows it at its end. */
const scene = toNested(sampleImage("harbour")) as number[][];

/** How far the light of each was off. */
export const exposure = { share: 0.02, extra: 235 };

/** A photograph with far too little light, rounded to whole numbers as a camera does. */
export const black = photograph((light) => light * exposure.share);

/** A photograph with far too much light: what exceeds 255 is stored as 255. */
export const white = photograph((light) => light + exposure.extra);

/** The same scene with the right light. */
export const original = photograph((light) => light);

function photograph(received: (light: number) => number) {
  const stored = (light: number) => Math.min(255, Math.round(received(light)));
  return toNdarray(
    scene.map((row) => row.map(stored)),
    "photograph",
  );
}
