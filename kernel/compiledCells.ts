import { latestMaps } from "./compiler.js";
import { type Place, type RawMap, traceBack } from "./sourceMaps.js";

interface CompiledCell {
  code: string;
  compiledLines: number;
  maps: RawMap[];
}

/** tslab writes one line before the student's first. */
const linesBefore = 1;
const cells = new Map<number, CompiledCell>();

/** Keeps what is needed to name the student's lines when the cell, or a function from it, fails. */
export function rememberCell(count: number, code: string, compiled: string): void {
  cells.set(count, { code, compiledLines: compiled.split("\n").length, maps: latestMaps ?? [] });
}

/** The line of the student's code that a place in a compiled cell came from, and its text. */
export function studentLine(count: number, place: Place): { line: number; text: string } | undefined {
  const cell = cells.get(count);
  if (!cell || cell.maps.length === 0 || place.line > cell.compiledLines) return undefined;
  const written = traceBack(place, cell.maps);
  if (!written) return undefined;
  const line = written.line - linesBefore;
  const text = cell.code.split("\n")[line - 1];
  return text === undefined ? undefined : { line, text: text.trim() };
}
