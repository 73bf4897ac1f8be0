/** Where cells find what earlier cells declared, under its name. */
const variables: Record<string, unknown> = {};

/**
 * What the compiled code of a cell knows as `exports`. Compiled imports define properties that cannot be changed;
 * here they become values, since a later cell may use the name for something else.
 */
export const cellExports = new Proxy(variables, {
  defineProperty(target, name, { get, value, ...rest }) {
    if (name === "__esModule") return true;
    const now = get ? get() : value;
    return Reflect.defineProperty(target, name, {
      ...rest,
      value: now,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  },
});

/** Makes a variable of a cell the one that all cells read and write. */
export function share(name: string, get: () => unknown, set: (value: unknown) => void): void {
  Object.defineProperty(variables, name, { get, set, enumerable: true, configurable: true });
}

/** Whether the code that declares a name has given it a value by now. */
export function hasValue(name: string): boolean {
  return name in variables && variables[name] !== undefined;
}

/** Ends what a name stood for, because a cell declares it anew. */
export function forget(name: string): void {
  delete variables[name];
}

/** Takes a value out that a cell left under a name. */
export function take(name: string): unknown {
  const value = variables[name];
  delete variables[name];
  return value;
}
