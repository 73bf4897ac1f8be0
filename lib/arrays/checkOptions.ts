import { describe } from "./check.js";

/**
 * Returns the options if they are an object with known names; where none were given, an empty object.
 *
 * @param options - what came in the options' place
 * @param caller - the function's name, for error messages
 * @param allowed - the names of its options, the one that people mean by a bare value first
 * @throws {TypeError} something that is no object of options, or a name that is not allowed
 * @example checkOptions({ strid: 2 }, "slide", ["mode", "stride"]) // `strid` is no option of slide; it has `mode`, `stride`
 */
export function checkOptions<T extends object>(
  options: T | undefined,
  caller: string,
  allowed: readonly (keyof T & string)[],
): T {
  if (options === undefined) return {} as T;
  const plain = options !== null && typeof options === "object" && !("length" in options) && !("shape" in options);
  if (!plain) {
    const bare = ["number", "string", "boolean"].includes(typeof options) ? describe(options) : "…";
    const got = describe(options);
    throw new TypeError(`the options of ${caller} must be an object such as { ${allowed[0]}: ${bare} }, got ${got}`);
  }
  for (const name of Object.keys(options)) {
    if ((allowed as readonly string[]).includes(name)) continue;
    const names = allowed.map((known) => `\`${known}\``).join(", ") || "none";
    throw new TypeError(`\`${name}\` is no option of ${caller}; it has ${names}`);
  }
  return options;
}
