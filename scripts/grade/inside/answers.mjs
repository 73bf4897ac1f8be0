import { createRequire } from "node:module";
import { decode, decodeError, encode, encodeError, tagOf } from "./codec.mjs";

const course = createRequire(import.meta.url);
const { limited, ranOutOfTime } = course("../../../lib/dist/lib/exercises/limit.js");

/**
 * Hands an answer over to the grader, then does what the grader asks: calls the answer, and says what came of it. Returns when
 * the grader has seen enough. How it judges is not told.
 *
 * @param {ReturnType<typeof import("./channel.mjs").openChannel>} grader
 * @param {string} id the exercise: "01.2"
 * @param {unknown} answer
 */
export function handOver(grader, id, answer) {
  grader.write({ check: id, answer: encodeOr(answer) });
  for (;;) {
    const message = grader.read();
    if (message === undefined) process.exit();
    if (message.done) return;
    if (message.call === undefined || typeof answer !== "function") continue;
    grader.write({ called: message.call, ...outcome(grader, answer, message) });
  }
}

function encodeOr(value) {
  try {
    return encode(value);
  } catch (error) {
    return { $: "other", v: error.message };
  }
}

/** What a call did: what it returned or threw, and its arguments where they are no longer what they were. */
function outcome(grader, answer, { input, limit }) {
  const given = decode(input, (tag) => stub(grader, tag));
  try {
    return limited(() => {
      const returned = encode(answer(...given));
      const after = encode(given, (target) => target[lent] ?? tagOf(target));
      return JSON.stringify(after) === JSON.stringify(input) ? { returned } : { returned, after };
    }, limit);
  } catch (error) {
    return ranOutOfTime(error) ? { unfinished: true } : { threw: encodeError(error) };
  }
}

const lent = Symbol("tag");

/** A function of the grader's, which is called over there. */
function stub(grader, tag) {
  const target = (...input) => {
    grader.write({ ask: tag.id, input: encode(input) });
    const reply = grader.read();
    if (reply === undefined) process.exit();
    if (reply.refused) throw decodeError(reply.refused);
    return decode(reply.told);
  };
  Object.defineProperty(target, "name", { value: tag.name });
  target[lent] = tag;
  return target;
}
