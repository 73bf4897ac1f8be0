/**
 * The names of a function's parameters as its source has them; `undefined` for those without a name of their own, such as
 * `{ mode }`.
 *
 * @example parameterNames((signal, { mode = "full" } = {}) => 0) // ["signal", undefined]
 */
export function parameterNames(target: (...args: never[]) => unknown): (string | undefined)[] {
  const source = Function.prototype.toString.call(target);
  const single = /^(?:async\s*)?([\w$]+)\s*=>/.exec(source);
  if (single) return [single[1]];
  const open = source.indexOf("(");
  return open < 0
    ? []
    : splitParameters(source, open + 1).map((text) => /^(?:\.\.\.)?([A-Za-z_$][\w$]*)/.exec(text)?.[1]);
}

function splitParameters(source: string, start: number): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of source.slice(start)) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character) && --depth < 0) break;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
