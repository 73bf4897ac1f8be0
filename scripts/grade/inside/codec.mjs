import { createRequire } from "node:module";

/*
 * Values on their way between the grader and a student's process, as JSON. What JSON has no words for is a record with `$`,
 * which names its kind. Both sides use this file; neither trusts the other to have done so.
 */

const course = createRequire(import.meta.url);
const { isNdarray, toNested } = course("../../../lib/dist/lib/arrays/index.js");
const { isPlain } = course("../../../lib/dist/lib/exercises/copy.js");
const { parameterNames } = course("../../../lib/dist/lib/exercises/parameters.js");
const ndarray = createRequire(course.resolve("../../../lib/dist/lib/index.js"))("ndarray");

/** How much one value may hold: no right answer comes near. */
const most = { depth: 24, entries: 3_000_000, row: 2_000_000, text: 100_000 };
const typedArrays = new Map(
  [Float64Array, Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array].map((kind) => [
    kind.name,
    kind,
  ]),
);
typedArrays.set("Uint8ClampedArray", Uint8ClampedArray);

/** A value was too large, too deep or no value of this code. */
export class NoValue extends Error {}

/**
 * A value as plain JSON data.
 *
 * @param {unknown} value
 * @param {(target: Function) => object} [tag] tells of a function; with a number in it the other side may call the function
 * @throws {NoValue} there is more of it than any right answer has
 */
export function encode(value, tag = tagOf) {
  let entries = 0;
  const walk = (value, depth) => {
    if (++entries > most.entries) throw new NoValue("it holds more values than any right answer");
    if (depth > most.depth) throw new NoValue("it is nested deeper than any right answer");
    const within = (entry) => walk(entry, depth + 1);
    if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : numberTag(value);
    if (typeof value === "string") return value.slice(0, most.text);
    if (typeof value === "boolean" || value === null) return value;
    if (typeof value === "function") return tag(value);
    if (typeof value !== "object") return { $: typeof value, v: typeof value === "bigint" ? String(value) : 0 };
    return encodeObject(value, within);
  };
  return walk(value, 0);
}

const numberTag = (value) => ({ $: "number", v: Object.is(value, -0) ? "-0" : String(value) });

/** What is told of a function; with a number by which the other side may call it. */
export function tagOf(target, id) {
  const [name, length] = [String(target.name).slice(0, 100), Number(target.length)];
  const parameters = parameterNames(target).slice(0, 50);
  return { $: "function", id, name, length, parameters: parameters.map((parameter) => parameter ?? null) };
}

function encodeObject(value, within) {
  if (Array.isArray(value)) {
    return value.length > most.row ? { $: "long", v: value.length } : Array.from(value, within);
  }
  const kind = value[Symbol.toStringTag];
  if (ArrayBuffer.isView(value) && typedArrays.has(kind)) return { $: "typed", kind, v: Array.from(value, within) };
  if (isNdarray(value)) return { $: "ndarray", shape: [...value.shape], v: [toNested(value)].flat(9).map(within) };
  if (typeof value.then === "function") return { $: "promise" };
  if (isPlain(value)) return { $: "record", v: Object.entries(value).map(([key, entry]) => [key, within(entry)]) };
  return { $: "other", v: String(value.constructor?.name).slice(0, 100) };
}

/**
 * The value that JSON data stand for.
 *
 * @param {unknown} data
 * @param {(tag: { id?: number, name: string, length: number, parameters: (string | null)[] }) => Function} [borrow]
 * makes a function of what the other side tells of one
 * @throws {NoValue} the data are not what `encode` gives
 */
export function decode(data, borrow = mute) {
  const walk = (data, depth) => {
    if (depth > most.depth) throw new NoValue("it is nested too deep");
    if (data === null || typeof data !== "object") return data;
    const within = (entry) => walk(entry, depth + 1);
    if (Array.isArray(data)) return data.map(within);
    const read = Object.hasOwn(readers, data.$) && readers[data.$];
    if (!read) throw new NoValue("it has no known kind");
    return read(data, within, borrow);
  };
  return walk(data, 0);
}

/** A function that came as an answer: messages may name it, nobody calls it. */
function mute({ name }) {
  return Object.defineProperty(() => undefined, "name", { value: String(name) });
}

const readers = {
  number: ({ v }) => Number(v),
  bigint: ({ v }) => BigInt(list(/^-?\d{1,1000}$/.exec(v))[0]),
  undefined: () => undefined,
  symbol: () => Symbol("of the student's"),
  function: (tag, _, borrow) => borrow(tag),
  long: ({ v }) => new Array(Math.min(Math.max(Math.floor(Number(v)) || 0, most.row + 1), 2 ** 32 - 1)),
  typed: ({ kind, v }, within) => (typedArrays.get(kind) ?? Float64Array).from(list(v).map(within)),
  ndarray: ({ shape, v }, within) => readNdarray(list(shape), list(v).map(within)),
  promise: () => new Promise(() => {}),
  record: ({ v }, within) => Object.fromEntries(list(v).map((entry) => [String(list(entry)[0]), within(entry[1])])),
  other: ({ v }) => new (Object.defineProperty(class {}, "name", { value: String(v) }))(),
};

function readNdarray(shape, values) {
  const fits = shape.length <= 8 && shape.every(Number.isSafeInteger);
  if (!fits || shape.reduce((a, b) => a * b, 1) !== values.length) throw new NoValue("its shape does not fit");
  return ndarray(Float64Array.from(values, Number), shape);
}

function list(value) {
  if (!Array.isArray(value)) throw new NoValue("a list is missing");
  return value;
}

/** What was thrown, as JSON data. Looking at it may throw once more. */
export function encodeError(thrown) {
  try {
    const { name, message } = thrown ?? {};
    if (message === undefined) return { thrown: encode(thrown) };
    return { name: String(name).slice(0, 200), message: String(message).slice(0, 2000) };
  } catch {
    return { name: "Error", message: "what it threw cannot be read" };
  }
}

/** What was thrown on the other side. */
export function decodeError(data) {
  if (Object.hasOwn(data ?? {}, "thrown")) return decode(data.thrown);
  const { name, message } = data ?? {};
  return Object.assign(new Error(String(message)), { name: String(name) });
}
