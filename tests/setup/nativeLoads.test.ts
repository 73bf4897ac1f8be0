import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const repository = resolve(__dirname, "../..");

/** Runs a line of JavaScript in a process of its own; gives all that it prints. */
function printed(script: string, env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
    cwd: resolve(repository, "lib"),
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: undefined, ...env },
    encoding: "utf8",
  });
  return stdout + stderr;
}

describe.each([
  ["tensorflow", {}],
  ["wasm", { CNN_WORKBOOK_BACKEND: "wasm" }],
])("loading cnn-workbook/training on %s", (backend, env) => {
  it("prints nothing", () => {
    expect(printed('require("cnn-workbook/training")', env)).toBe("");
  });

  it("can compute in the next line, and lets the process end", () => {
    const script = `
      const { backendName, tf } = require("cnn-workbook/training");
      const gradient = tf.grad((x) => tf.relu(x).sum())(tf.tensor1d([-1, 2]));
      console.log(backendName(), ...gradient.dataSync());`;
    expect(printed(script, env)).toBe(`${backend} 0 1\n`);
  });

  it("leaves a rejection that nobody awaits to whoever listens for it", () => {
    const script = `
      require("cnn-workbook/training");
      process.on("unhandledRejection", (reason) => console.log("heard", reason));
      Promise.reject("this");`;
    expect(printed(script, env)).toBe("heard this\n");
  });
});

it("main entry and figures are there without TensorFlow being loaded", () => {
  const script = `
    require("cnn-workbook");
    console.log(Object.keys(require.cache).filter((file) => file.includes("@tensorflow")).length);`;
  expect(printed(script)).toBe("0\n");
});
