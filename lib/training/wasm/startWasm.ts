import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as tf from "@tensorflow/tfjs";
import { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { registerConvolutionGradients } from "./convolutionGradients.js";
import { registerDepthwiseGradients } from "./depthwiseGradients.js";
import { installMatrixProduct } from "./matrixProduct.js";
import { installMaxPoolGradient } from "./maxPoolGradient.js";
import { installSamePadding } from "./samePadding.js";

const PACKAGE = "@tensorflow/tfjs-backend-wasm/wasm-out/";

/** Node's WebAssembly, which the type declarations know only together with the browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: object };
};

/** The part of Emscripten's module that the backend is built on. */
interface WasmModule {
  instantiateWasm(imports: object, done: (instance: { exports: object }) => void): object;
  cwrap(name: string, returns: "number" | null, takes: string[]): unknown;
  tfjs: Record<string, unknown>;
}

/**
 * Makes WebAssembly the backend, at once: the package's own start takes a promise, and the first line of a cell that
 * uses `tf` would fail before it is kept. The kernels that training needs and the package lacks are added,
 * and those that are much slower than they need be are replaced.
 */
export function startWasm(): void {
  const backend = new BackendWasm(
    withoutListeners(loadModule) as unknown as ConstructorParameters<typeof BackendWasm>[0],
  );
  tf.removeBackend("wasm");
  tf.registerBackend("wasm", () => backend, 4);
  registerConvolutionGradients();
  registerDepthwiseGradients();
  installMatrixProduct();
  installMaxPoolGradient();
  installSamePadding();
  tf.setBackend("wasm");
}

function loadModule(): WasmModule {
  const require = createRequire(__filename);
  const factory = require(`${PACKAGE}tfjs-backend-wasm.js`) as (module: Partial<WasmModule>) => Promise<unknown>;
  const code = new WebAssembly.Module(readFileSync(require.resolve(`${PACKAGE}tfjs-backend-wasm-simd.wasm`)));
  const module: Partial<WasmModule> = {
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(code, imports);
      done(instance);
      return instance.exports;
    },
  };
  factory(module);
  return bridge(module as WasmModule);
}

/** The calls that the backend makes, under the names it uses. */
function bridge(module: WasmModule): WasmModule {
  const number = "number" as const;
  module.tfjs = {
    init: module.cwrap("init", null, []),
    initWithThreadsCount: module.cwrap("init_with_threads_count", null, [number]),
    getThreadsCount: module.cwrap("get_threads_count", number, []),
    registerTensor: module.cwrap("register_tensor", null, [number, number, number]),
    disposeData: module.cwrap("dispose_data", null, [number]),
    dispose: module.cwrap("dispose", null, []),
  };
  return module;
}

/** Emscripten's start adds listeners that end the process at any rejection that nobody awaits: takes them off again. */
function withoutListeners<T>(start: () => T): T {
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const before = events.map((event) => new Set(process.listeners(event as "exit")));
  const result = start();
  for (const [index, event] of events.entries()) {
    for (const listener of process.listeners(event as "exit")) {
      if (!before[index].has(listener)) process.removeListener(event, listener);
    }
  }
  return result;
}
