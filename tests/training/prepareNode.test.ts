import util from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { prepareNode } from "../../lib/training/backend/prepareNode.js";

const functions = util as unknown as Record<string, ((value: unknown) => boolean) | undefined>;
const { isNullOrUndefined, isArray } = functions;

afterEach(() => {
  Object.assign(functions, { isNullOrUndefined, isArray });
  vi.unstubAllEnvs();
});

describe("prepareNode()", () => {
  it("puts back what Node 23 took away", () => {
    Object.assign(functions, { isNullOrUndefined: undefined, isArray: undefined });
    prepareNode();
    const values = [null, undefined, 0, []];
    expect(values.map((value) => functions.isNullOrUndefined?.(value))).toEqual([true, true, false, false]);
    expect(values.map((value) => functions.isArray?.(value))).toEqual([false, false, false, true]);
  });

  it("replaces them where Node warns of their use", () => {
    const warns = vi.fn();
    functions.isNullOrUndefined = warns;
    prepareNode();
    functions.isNullOrUndefined(null);
    expect(warns).not.toHaveBeenCalled();
  });

  it("has TensorFlow keep its notices, unless somebody wants them", () => {
    vi.stubEnv("TF_CPP_MIN_LOG_LEVEL", undefined);
    prepareNode();
    expect(process.env.TF_CPP_MIN_LOG_LEVEL).toBe("2");
    process.env.TF_CPP_MIN_LOG_LEVEL = "0";
    prepareNode();
    expect(process.env.TF_CPP_MIN_LOG_LEVEL).toBe("0");
  });
});
