const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * An object whose parts are computed when they are first asked for, and then kept. Printed or spread, it computes all.
 *
 * @param parts - how to compute each part; what they read must not change later
 */
export function whenAsked<T extends object>(parts: { [Key in keyof T]: () => T[Key] }): T {
  const whole = {} as T;
  for (const key of Object.keys(parts) as (keyof T)[]) {
    const keep = (value: T[keyof T]) =>
      Object.defineProperty(whole, key, { value, enumerable: true, writable: true, configurable: true });
    Object.defineProperty(whole, key, {
      get: () => keep(parts[key]())[key],
      set: keep,
      enumerable: true,
      configurable: true,
    });
  }
  return Object.defineProperty(whole, inspect, { value: () => ({ ...whole }) });
}
