/**
 * Puts the value of each `{{expression}}` into a lesson's markdown.
 *
 * @param {string} source - the text of a markdown cell
 * @param {Record<string, unknown>} scope - the names that expressions may use
 * @param {(lineInCell: number, message: string) => void} fault - told of each expression that has no value
 * @returns {Promise<string>}
 */
export async function fillExpressions(source, scope, fault) {
  let filled = "";
  let at = 0;
  for (let open = source.indexOf("{{"); open >= 0; open = source.indexOf("{{", at)) {
    const line = source.slice(0, open).split("\n").length - 1;
    filled += source.slice(at, open);
    const found = findEnd(source, open + 2, scope);
    if (found.problem) {
      fault(line, found.problem);
      return filled + source.slice(open);
    }
    at = found.end;
    filled += await evaluate(found, scope, (message) => fault(line, `{{${found.code.trim()}}}: ${message}`));
  }
  return filled + source.slice(at);
}

/** An expression ends at the first `}}` before which it is complete, so that it may hold objects. */
function findEnd(source, start, scope) {
  let problem = "{{ is not closed by }}";
  for (let end = source.indexOf("}}", start); end >= 0; end = source.indexOf("}}", end + 1)) {
    const code = source.slice(start, end);
    try {
      return { code, end: end + 2, run: new Function(...Object.keys(scope), `"use strict"; return (${code}\n);`) };
    } catch (error) {
      if (problem.startsWith("{{ is")) problem = `{{${code.trim()}}}: ${error.message}`;
    }
  }
  return { problem };
}

async function evaluate({ run }, scope, fault) {
  try {
    return formatted(await run(...Object.values(scope)));
  } catch (error) {
    fault(error.message);
    return "";
  }
}

/**
 * A value as prose shows it: numbers with at most four significant digits (whole numbers whole, from 10,000 on in groups),
 * arrays as code.
 *
 * @throws {TypeError} for what has no place in a sentence
 */
export function formatted(value) {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formattedNumber(value);
  if (typeof value === "boolean") return String(value);
  if (value?.shape && typeof value.pick === "function") return formatted(nested(value));
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `[${Array.from(value, formatted).join(", ")}]`;
  throw new TypeError(
    `its value must be a number, a text or an array, and is ${value === null ? "null" : typeof value}`,
  );
}

function formattedNumber(value) {
  if (!Number.isFinite(value)) throw new TypeError(`its value is ${value}`);
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(Math.max(4, integerDigits(value))));
  if (Math.abs(rounded) >= 1e4 && Math.abs(rounded) < 1e15)
    return rounded.toLocaleString("en-US", { maximumFractionDigits: 0 });
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

function integerDigits(value) {
  return Math.trunc(Math.abs(value)).toString().length;
}

function nested(array) {
  if (array.dimension === 0) return array.get();
  return Array.from({ length: array.shape[0] }, (_, i) => nested(array.pick(i)));
}
