/** What assembly/index.ts exports. Addresses and strides are in bytes. */
export interface Routines {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  correlate(
    image: number,
    stride: number,
    kernel: number,
    height: number,
    width: number,
    out: number,
    rows: number,
    columns: number,
  ): void;
  separable(
    image: number,
    stride: number,
    column: number,
    height: number,
    row: number,
    width: number,
    symmetric: boolean,
    between: number,
    out: number,
    rows: number,
    columns: number,
  ): void;
  magnitude(
    image: number,
    stride: number,
    side: number,
    middle: number,
    out: number,
    rows: number,
    columns: number,
  ): number;
}

/** TypeScript knows WebAssembly only together with all that a browser has. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: object };
};

/** Beside this file once it is compiled; seen from the sources, in what was compiled from them. */
const PLACES = ["kernels.wasm", "../../dist/lib/filters/wasm/kernels.wasm"];

let loaded: Routines | null | undefined;

/**
 * The filters' inner loops as WebAssembly, loaded when they are first wanted.
 *
 * @returns `undefined` in a browser, where the build could not compile them, and where WebAssembly has no SIMD:
 *   TypeScript does the work then
 */
export function routines(): Routines | undefined {
  if (loaded === undefined) loaded = load() ?? null;
  return loaded ?? undefined;
}

function load(): Routines | undefined {
  // Asked for in this way, the file system stays out of the bundle for the browser.
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  if (fs === undefined) return undefined;
  for (const place of PLACES) {
    try {
      const bytes = fs.readFileSync(`${__dirname}/${place}`);
      return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Routines;
    } catch {
      // Not here, or not to be had on this machine.
    }
  }
  return undefined;
}

/** The most that the filters' memory may grow to, since WebAssembly gives none back. Images of any size need less. */
const MOST_BYTES = 2 ** 26;
const PAGE = 2 ** 16;

let numbers = new Float64Array(0);

/**
 * The routines' memory as numbers, grown to hold `length` of them. Growing detaches every earlier view.
 *
 * @returns `undefined` where that is too much, or where the machine refuses it
 */
export function reserve({ memory }: Routines, length: number): Float64Array | undefined {
  const missing = length * Float64Array.BYTES_PER_ELEMENT - memory.buffer.byteLength;
  if (missing > 0) {
    if (memory.buffer.byteLength + missing > MOST_BYTES) return undefined;
    try {
      memory.grow(Math.ceil(missing / PAGE));
    } catch {
      return undefined;
    }
  }
  if (numbers.buffer !== memory.buffer) numbers = new Float64Array(memory.buffer);
  return numbers;
}
