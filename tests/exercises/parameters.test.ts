import { describe, expect, it } from "vitest";
import { parameterNames } from "../../lib/exercises/parameters.js";

describe("parameterNames(function)", () => {
  it.each<[(...input: never[]) => unknown, (string | undefined)[]]>([
    [(signal: number[], kernel: number[]) => [signal, kernel], ["signal", "kernel"]],
    [
      function slide(signal: number[], stride = 1) {
        return [signal, stride];
      },
      ["signal", "stride"],
    ],
    [
      (image: number[], { mode = "full", fill = [1, 2] }: { mode?: string; fill?: number[] } = {}) => [
        image,
        mode,
        fill,
      ],
      ["image", undefined],
    ],
    [(...values: number[]) => values, ["values"]],
    [new Function("x", "return x") as () => void, ["x"]],
    [new Function("return x => x")(), ["x"]],
    [async (later: number) => later, ["later"]],
    [() => 1, []],
    [Math.max, []],
  ])("%s", (target, names) => expect(parameterNames(target)).toEqual(names));
});
