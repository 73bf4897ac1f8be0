import { type Converter, type ConvertResult, createConverter } from "tslab/dist/converter.js";
import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { currentCell } from "./cell.js";
import { cellName } from "./cellName.js";
import { rememberCell } from "./compiledCells.js";
import { CompileError } from "./compileError.js";
import { guardTraining } from "./guardTraining.js";
import { rewriteCell } from "./rewriteCell.js";
import { pause, resume, turn } from "./stoppable.js";
import { cellExports, share, take } from "./variables.js";

/** What tslab gives to the code of every cell. */
interface CellScope {
  exports: typeof cellExports;
  share: typeof share;
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
  const execute = async (code: string) => {
    const succeeded = await engine.execute(code);
    const value = converter.lastValue();
    if (succeeded && value !== undefined && value !== null) console.log(value);
    return succeeded;
  };
  return { ...engine, execute };
}

/** The same converter, which throws what the compiler finds, names each cell's code, and has the cell's last value. */
function reporting(converter: Converter): Converter & { lastValue(): unknown } {
  let lastName: string | undefined;
  return {
    ...converter,
    convert(previous, code): ConvertResult {
      lastName = undefined;
      const rewritten = rewriteCell(code);
      const { lastExpressionVar, ...result } = converter.convert(previous, rewritten.code);
      if (result.diagnostics.length > 0) throw new CompileError(result.diagnostics, code, rewritten.original);
      lastName = lastExpressionVar;
      const { count } = currentCell()!;
      rememberCell(count, code, result.output ?? "");
      return { ...result, output: result.output && `${result.output}\n//# sourceURL=${cellName(count)}` };
    },
    addModule(name, code, meta) {
      lastName = undefined;
      const found = converter.addModule(name, code, meta);
      if (found.length > 0) throw new CompileError(found, code, (offset) => offset);
      return found;
    },
    lastValue: () => (lastName === undefined ? undefined : take(lastName)),
  };
}

function extendScope(scope: CellScope): void {
  const { require } = scope;
  const apply = (_target: unknown, self: unknown, values: [string]) => {
    const loaded = Reflect.apply(require, self, values);
    guardTraining();
    return loaded;
  };
  Object.assign(scope, { exports: cellExports, share, pause, resume, turn, require: new Proxy(require, { apply }) });
}
