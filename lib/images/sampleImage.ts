import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Float64NdArray, oneOf } from "../arrays/index.js";
import { decodePng } from "./decodePng.js";
import { repositoryFolder } from "./repositoryFolder.js";

/** The pictures that ship. */
export const sampleImages = ["harbour", "street", "form"] as const;

/** The name of a picture that ships. */
export type SampleImage = (typeof sampleImages)[number];

/**
 * One of the pictures that ship with the course, from whatever folder the program was started in.
 *
 * @param name - `"harbour"`: grey, [512, 512]; `"street"`: colours, [368, 487, 3]; `"form"`: grey,
 *   [406, 512], a form with handwritten digits
 * @returns a new array, 0 (black) to 255
 * @throws {RangeError} an unknown name
 * @example const harbour = sampleImage("harbour")
 */
export function sampleImage(name: SampleImage): Float64NdArray {
  oneOf(name, "name", sampleImages);
  return decodePng(readFileSync(join(repositoryFolder(), "data", `${name}.png`)));
}
