import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { currentCell } from "./cell.js";
import { CellConverter } from "./cellConverter.js";
import { guardTraining } from "./guardTraining.js";
import { pause, resume, turn } from "./stoppable.js";
import { cellExports, share } from "./variables.js";

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
  const converter = new CellConverter();
  const converters = { node: converter, browser: converter, close: () => converter.close() };
  const error = (thrown: unknown) => currentCell()?.fail(thrown);
  const engine = createExecutor(root, converters, { log: console.log, error });
  extendScope((globalThis as unknown as { __tslab__: CellScope }).__tslab__);
  const execute = async (code: string) => {
    const succeeded = await engine.execute(code);
    const value = succeeded && currentCell()?.running ? converter.finish() : undefined;
    if (value !== undefined && value !== null) console.log(value);
    return succeeded;
  };
  return { ...engine, execute };
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
