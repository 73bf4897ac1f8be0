import { type Converter, type ConvertResult, createConverter } from "tslab/dist/converter.js";
import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { currentCell } from "./cell.js";
import { CompileError } from "./compileError.js";

/**
 * tslab's TypeScript engine: one program that grows cell by cell.
 *
 * tslab logs what goes wrong; here each error goes to the cell it belongs to instead.
 *
 * @param root - the folder whose node_modules cells import from
 */
export function createEngine(root: string): Executor {
  const converter = reporting(createConverter({ isJS: false, isBrowser: false }));
  const converters = { node: converter, browser: converter, close: () => converter.close() };
  const error = (thrown: unknown) => currentCell()?.fail(thrown);
  return createExecutor(root, converters, { log: console.log, error });
}

/** The same converter, which throws what the compiler finds. */
function reporting(converter: Converter): Converter {
  return {
    ...converter,
    convert(previous, code): ConvertResult {
      const result = converter.convert(previous, code);
      if (result.diagnostics.length > 0) throw new CompileError(result.diagnostics, code);
      return { ...result, output: result.output && `${result.output}\n//# sourceURL=cell-${currentCell()?.count}.ts` };
    },
    addModule(name, code, meta) {
      const found = converter.addModule(name, code, meta);
      if (found.length > 0) throw new CompileError(found, code);
      return found;
    },
  };
}
