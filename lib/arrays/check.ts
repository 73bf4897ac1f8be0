/**
 * Returns `value` if it is a whole number from `min` to `max`.
 *
 * @throws {RangeError} naming the argument, what came and what is allowed
 * @example wholeNumber(3, "stride", 1) // 3
 */
export function wholeNumber(value: number, name: string, min: number, max = Number.POSITIVE_INFINITY): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const range = max === Number.POSITIVE_INFINITY ? `of at least ${min}` : `from ${min} to ${max}`;
  throw new RangeError(`\`${name}\` must be a whole number ${range}, got ${describe(value)}`);
}

/**
 * Returns `value` if it is a finite number from `min` to `max`.
 *
 * @throws {RangeError} naming the argument, what came and what is allowed
 * @example finiteNumber(0.5, "rate", 0, 1) // 0.5
 */
export function finiteNumber(
  value: number,
  name: string,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): number {
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  const from = min === Number.NEGATIVE_INFINITY ? "" : ` of at least ${min}`;
  const to = max === Number.POSITIVE_INFINITY ? "" : `${from ? " and" : ""} at most ${max}`;
  throw new RangeError(`\`${name}\` must be a finite number${from}${to}, got ${describe(value)}`);
}

/**
 * Returns `value` if it is a finite number greater than zero.
 *
 * @throws {RangeError} naming the argument and what came
 * @example positiveNumber(1.5, "sigma") // 1.5
 */
export function positiveNumber(value: number, name: string): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new RangeError(`\`${name}\` must be a number greater than 0, got ${describe(value)}`);
}

/**
 * Returns `value` if it is one of `allowed`.
 *
 * @throws {RangeError} naming the argument, what came and what is allowed
 * @example oneOf("same", "mode", ["full", "same", "valid"]) // "same"
 */
export function oneOf<T extends string>(value: T, name: string, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  const list = allowed.map((choice) => `"${choice}"`).join(", ");
  throw new RangeError(`\`${name}\` must be one of ${list}, got ${describe(value)}`);
}

/** A short description of any value for an error message: `-1`, `"box"`, `undefined`, `an array of 3`. */
export function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "function") return value.name ? `the function ${value.name}` : "a function";
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === "object") return `an object (${value.constructor?.name ?? "no class"})`;
  return String(value);
}
