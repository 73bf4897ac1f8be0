import { readCellName } from "./cellName.js";
import { studentLine } from "./compiledCells.js";

const mostFrames = 8;
const longestText = 90;

/** The lines of the student's code that led to an error, innermost first; what libraries did in between is left out. */
export function studentFrames(stack: string): string[] {
  const frames = stack
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .map(readFrame)
    .filter((frame) => frame !== undefined);
  return frames.length > mostFrames ? [...frames.slice(0, mostFrames), "    …"] : frames;
}

function readFrame(frame: string): string | undefined {
  const place = readCellName(frame);
  const written = place && studentLine(place.count, place);
  if (!written) return undefined;
  const name = functionName(frame);
  const where = `cell ${place.count}, line ${written.line}`;
  const text = written.text.length > longestText ? `${written.text.slice(0, longestText)}…` : written.text;
  return `    at ${name ? `${name} (${where})` : where}: ${text}`;
}

/** The name in `    at async Proxy.slide (…)`: `slide`. Names that Node gives to its own callers are none. */
function functionName(frame: string): string {
  const found = /^ {4}at (?:async )?(.*?) \(/.exec(frame);
  const name = (found?.[1] ?? "").replace(/^(Proxy|Object)\./, "").replace(/ \[as .*\]$/, "");
  return /<anonymous>|^eval$|^(Timeout|Immediate)\b/.test(name) ? "" : name;
}
