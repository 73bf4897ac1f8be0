import { Gone } from "./channel.mjs";
import { decode, decodeError, encode, NoValue, tagOf } from "./inside/codec.mjs";
import { limits } from "./limits.mjs";

const grace = 2000;
const fallen = { name: "Error", message: "the function did not finish" };

/**
 * A function that stands in for the student's: it sends what it is called with to the student's process, and returns or throws
 * what comes back. Only values travel.
 *
 * @param {ReturnType<typeof import("./channel.mjs").openChannel>} student
 * @param {{ name: string, length: number, parameters: (string | null)[] }} tag what the process says of the function
 */
export function standInFor(student, tag) {
  const state = { calls: 0, asking: false, unfinished: false, gone: undefined };
  const call = (given) => {
    if (state.unfinished || state.gone) throw decodeError(fallen);
    try {
      return ask(student, given, state);
    } catch (error) {
      if (error instanceof Gone) state.gone = error;
      throw error;
    }
  };
  return { answer: named(tag, call), state };
}

/** A function with the student's names, which messages show. Names that are no names are replaced. */
function named({ name, length, parameters }, call) {
  const names = Array.isArray(parameters) ? parameters.slice(0, 20).map(parameterName) : [];
  const answer = withParameters(names, call) ?? withParameters([], call);
  Object.defineProperty(answer, "name", { value: String(name).slice(0, 100) });
  return Object.defineProperty(answer, "length", { value: Math.min(Math.max(Math.floor(Number(length)) || 0, 0), 99) });
}

const parameterName = (name, i) => (/^[A-Za-z_$][\w$]{0,60}$/.test(name ?? "") ? name : `input${i + 1}`);

/** `undefined` where the language refuses the names: two alike, or one of its own words. */
function withParameters(names, call) {
  try {
    return new Function(
      "call",
      `"use strict"; return function (${names.join(", ")}) { return call([...arguments]); };`,
    )(call);
  } catch {
    return undefined;
  }
}

/** `asking` stays true where the check's own time limit ends it here. */
function ask(student, given, state) {
  const number = ++state.calls;
  state.asking = true;
  const lent = [];
  const input = encode(given, (target) => tagOf(target, lent.push(target) - 1));
  const deadline = Date.now() + limits.time.call + grace;
  student.write({ call: number, input, limit: limits.time.call }, deadline);
  for (;;) {
    const message = student.read(deadline);
    if (message.ask !== undefined) student.write(told(lent, message), deadline);
    else if (message.called === number) {
      state.asking = false;
      return outcome(message, given, lent, state);
    } else throw new Gone("nonsense", "it sent what is no answer");
  }
}

/** The student's function calls a function that it was given. */
function told(lent, { ask, input }) {
  try {
    const target = Object.hasOwn(lent, ask) ? lent[ask] : undefined;
    return { told: encode(target(...decode(input))) };
  } catch (error) {
    return { refused: { name: String(error?.name), message: String(error?.message) } };
  }
}

function outcome(message, given, lent, state) {
  if (message.unfinished) {
    state.unfinished = true;
    throw decodeError(fallen);
  }
  if (message.threw !== undefined) throw decodeError(message.threw);
  try {
    const lentBefore = ({ id }) => (Number.isInteger(id) && lent[id]) || (() => undefined);
    if (message.after !== undefined) rewrite(given, decode(message.after, lentBefore));
    return decode(message.returned);
  } catch (error) {
    if (error instanceof NoValue || error instanceof TypeError) throw new Gone("nonsense", "it sent what is no answer");
    throw error;
  }
}

/** Makes the arguments what the student's function made of its copies. */
function rewrite(given, after) {
  if (!Array.isArray(after)) throw new NoValue("a list is missing");
  for (const [i, value] of given.entries()) {
    if (Array.isArray(value) && Array.isArray(after[i])) value.splice(0, value.length, ...after[i]);
    else if (ArrayBuffer.isView(value) && after[i]?.length === value.length) value.set(after[i]);
    else if (isRecord(value) && isRecord(after[i])) replaceEntries(value, after[i]);
  }
}

const isRecord = (value) =>
  value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;

function replaceEntries(record, after) {
  for (const key of Object.keys(record)) delete record[key];
  for (const [key, value] of Object.entries(after)) if (key !== "__proto__") record[key] = value;
}
