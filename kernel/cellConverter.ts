import { type CompletionInfo, type Converter, type ConvertResult, createConverter } from "tslab/dist/converter.js";
import { currentCell } from "./cell.js";
import { cellName } from "./cellName.js";
import { rememberCell } from "./compiledCells.js";
import { CompileError } from "./compileError.js";
import { latestNames } from "./compiler.js";
import { rewriteCell } from "./rewriteCell.js";
import { hasValue, take } from "./variables.js";

/** What a cell that was compiled declares; known to later cells once it has run that far. */
interface Declared {
  declarations: string;
  names: string[];
  lastName: string | undefined;
}

/** tslab's converter, which throws what the compiler finds, and knows what cells have declared so far. */
export class CellConverter implements Converter {
  private readonly converter = createConverter({ isJS: false, isBrowser: false });
  private known = "";
  private latest: Declared | undefined;

  /** Compiles a cell. tslab's own list of declarations is not used: it forgets a cell that failed at its very end. */
  convert(_previous: string, code: string): ConvertResult {
    const rewritten = rewriteCell(code);
    const { lastExpressionVar, ...result } = this.converter.convert(this.declarations(), rewritten.code);
    if (result.diagnostics.length > 0) throw new CompileError(result.diagnostics, code, rewritten.original);
    this.latest = { declarations: result.declOutput ?? "", names: latestNames, lastName: lastExpressionVar };
    const { count } = currentCell()!;
    rememberCell(count, code, result.output ?? "");
    return { ...result, output: result.output && `${result.output}\n//# sourceURL=${cellName(count)}` };
  }

  /** To be called when a cell has run to its end: returns the value of its last line. */
  finish(): unknown {
    const { declarations = this.known, lastName } = this.latest ?? {};
    this.known = declarations;
    this.latest = undefined;
    return lastName === undefined ? undefined : take(lastName);
  }

  inspect(_previous: string, code: string, position: number): ReturnType<Converter["inspect"]> {
    return this.converter.inspect(this.declarations(), code, position);
  }

  complete(_previous: string, code: string, position: number): CompletionInfo {
    return this.converter.complete(this.declarations(), code, position);
  }

  addModule(...module: Parameters<Converter["addModule"]>): ReturnType<Converter["addModule"]> {
    const found = this.converter.addModule(...module);
    if (found.length > 0) throw new CompileError(found, module[1], (offset) => offset);
    return found;
  }

  close(): void {
    this.converter.close();
  }

  /** What cells may use: all of a cell that has run, or that has at least given each of its names a value. */
  private declarations(): string {
    if (this.latest?.names.every(hasValue)) this.known = this.latest.declarations;
    return this.known;
  }
}
