import { createRequire } from "node:module";
import type * as Ts from "@tslab/typescript-for-tslab";
import { makeStoppable } from "./makeStoppable.js";
import { shareVariables } from "./shareVariables.js";
import { type RawMap, takeInlineMap } from "./sourceMaps.js";
import { forget } from "./variables.js";

/**
 * Changes four things in the TypeScript compiler before tslab loads it; for this reason it is imported first:
 * - compiled cells keep source maps, so that an error can name the student's line;
 * - a `let` of a cell is one variable for all cells (see `shareVariables`);
 * - awaits and endless loops in a cell can be stopped (see `makeStoppable`);
 * - no file is watched: a library that changes needs a restart of the kernel anyhow, and hundreds of watchers cost time.
 */
const load = createRequire(require.resolve("tslab"));
const name = "@tslab/typescript-for-tslab";
const ts = load(name) as typeof Ts;

export { ts as compiler };

/** The maps of the latest cell: from tslab's module to the student's code, and from the final script to that module. */
export let latestMaps: [toModule: RawMap, toCell: RawMap] | undefined;

/** The names that the latest cell declares. */
export let latestNames: string[] = [];

/** The cell's names are its own from now on, except those that it will share when it gets there. */
function declare(name: string, isShared: boolean): void {
  latestNames.push(name);
  if (!isShared) forget(name);
}

const createWatchCompilerHost = (files: string[], options: Ts.CompilerOptions, ...rest: unknown[]) =>
  (ts.createWatchCompilerHost as (...all: unknown[]) => unknown)(files, { ...options, inlineSourceMap: true }, ...rest);

const transpileModule = (module: string, options: Ts.TranspileOptions): Ts.TranspileOutput => {
  const [code, toCell] = takeInlineMap(module);
  latestNames = [];
  const compilerOptions = { ...options.compilerOptions, inlineSourceMap: true };
  const output = ts.transpileModule(code, {
    ...options,
    compilerOptions,
    transformers: { before: [makeStoppable(ts), ...(isCell(toCell) ? [shareVariables(ts, declare)] : [])] },
  });
  const [outputText, toModule] = takeInlineMap(output.outputText);
  latestMaps = toModule && toCell && [toModule, toCell];
  return { ...output, outputText };
};

/** Whether compiled code comes from a cell, and not from a module that cells import. */
function isCell(map: RawMap | undefined): boolean {
  return map?.sources[0]?.endsWith("__tslab__.ts") === true;
}

const unwatched = { close() {} };
ts.sys.watchFile = () => unwatched;
ts.sys.watchDirectory = () => unwatched;
load.cache[load.resolve(name)]!.exports = { ...ts, createWatchCompilerHost, transpileModule };
