import { createRequire } from "node:module";
import type * as FastCheck from "fast-check";
import type { Inputs } from "./inputs.js";

/** The library that generates and shrinks inputs. */
export type Generator = typeof FastCheck;

/** fast-check, loaded when first needed. */
export function generator(): Generator {
  return createRequire(__filename)("fast-check") as Generator;
}

/** The generator behind a recipe. */
export function built<T>(inputs: Inputs<T>, library: Generator): FastCheck.Arbitrary<T> {
  return inputs.build(library) as FastCheck.Arbitrary<T>;
}
