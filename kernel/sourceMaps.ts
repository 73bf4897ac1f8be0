import { SourceMap } from "node:module";

/** A source map as the compiler writes it. */
export type RawMap = ConstructorParameters<typeof SourceMap>[0];

/** A place in code; both count from 1, as V8's stacks do. */
export interface Place {
  line: number;
  column: number;
}

const inlineMap = /\n?\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,(\S+)\s*$/;

/** Parts compiled code and the source map at its end. */
export function takeInlineMap(compiled: string): [code: string, map: RawMap | undefined] {
  const found = inlineMap.exec(compiled);
  if (!found) return [compiled, undefined];
  return [compiled.slice(0, found.index), JSON.parse(Buffer.from(found[1], "base64").toString("utf8"))];
}

/** Follows a place through one map after another, back to where it was written. */
export function traceBack(place: Place, maps: RawMap[]): Place | undefined {
  let { line, column } = place;
  for (const map of maps) {
    const entry = new SourceMap(map).findEntry(line - 1, column - 1);
    if (!("originalLine" in entry)) return undefined;
    line = entry.originalLine + 1;
    column = entry.originalColumn + 1;
  }
  return { line, column };
}
