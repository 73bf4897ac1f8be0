import { type Converter, type ConvertResult, createConverter } from "tslab/dist/converter.js";
import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { currentCell } from "./cell.js";
import { cellName } from "./cellName.js";
import { rememberCell } from "./compiledCells.js";
import { CompileError } from "./compileError.js";
import { guardTraining } from "./guardTraining.js";
import { rewriteCell } from "./rewriteCell.js";
import { pause, resume, turn } from "./stoppable.js";

/** What tslab gives to the code of every cell. */
interface CellScope {
  require: NodeJS.Require;
  pause: typeof pause;
  resume: typeof resume;
  turn: typeof turn;
}

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
  const engine = createExecutor(root, converters, { log: console.log, error });
  extendScope((globalThis as unknown as { __tslab__: CellScope }).__tslab__);
  return engine;
}

/** The same converter, which throws what the compiler finds, and names each cell's code. */
function reporting(converter: Converter): Converter {
  return {
    ...converter,
    convert(previous, code): ConvertResult {
      const rewritten = rewriteCell(code);
      const result = converter.convert(previous, rewritten.code);
      if (result.diagnostics.length > 0) throw new CompileError(result.diagnostics, code, rewritten.original);
      const { count } = currentCell()!;
      rememberCell(count, code, result.output ?? "");
      return { ...result, output: result.output && `${result.output}\n//# sourceURL=${cellName(count)}` };
    },
    addModule(name, code, meta) {
      const found = converter.addModule(name, code, meta);
      if (found.length > 0) throw new CompileError(found, code, (offset) => offset);
      return found;
    },
  };
}

function extendScope(scope: CellScope): void {
  const { require } = scope;
  const apply = (_target: unknown, self: unknown, values: [string]) => {
    const loaded = Reflect.apply(require, self, values);
    guardTraining();
    return loaded;
  };
  Object.assign(scope, { pause, resume, turn, require: new Proxy(require, { apply }) });
}
