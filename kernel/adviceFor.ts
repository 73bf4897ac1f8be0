/** What TypeScript says, and what a learner can do about it. */
const ADVICE: readonly [RegExp, string][] = [
  [/^A function whose declared type is neither/, "Is a `return` missing?"],
  [/^Not all code paths return a value|^Function lacks ending return statement/, "Is a `return` missing at the end?"],
  [
    /^The return type of an async function or method must be|^Type 'Promise<.*>' is not assignable/,
    "Take away `async`, or `await` the result.",
  ],
  [/^Cannot find name '\w+'/, "Run the cell that defines it, or check the spelling."],
  [
    /^Argument of type '[^(]*' is not assignable to parameter of type '\(/,
    "Give the function itself: its name, without `()`.",
  ],
  [/^Type 'void' is not assignable to type/, "Is a `return` missing?"],
];

/**
 * A hint for a message of the TypeScript compiler, in the student's terms.
 *
 * @param message - as the compiler wrote it, in English
 * @returns undefined where the message says enough
 * @example adviceFor("Cannot find name 'grey'.") // "Run the cell that defines it, or check the spelling."
 */
export function adviceFor(message: string): string | undefined {
  return ADVICE.find(([pattern]) => pattern.test(message))?.[1];
}
