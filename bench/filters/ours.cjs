// Runs one case by its name, given on a line, and answers with the milliseconds that a call takes; "sum NAME" asks for the
// sum of the result's absolute values instead.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { createInterface } = require("node:readline");
const { performance } = require("node:perf_hooks");
const ndarray = require("ndarray");
const { correlate1d, correlate2d, gaussianFilter, resizeImage, sobel } = require("cnn-workbook");
const { maxPool2d } = require("cnn-workbook/layers");

const [folder, side] = [process.argv[2], Number(process.argv[3])];
const read = (name, shape) => ndarray(new Float64Array(new Uint8Array(readFileSync(join(folder, name))).buffer), shape);
const image = read("image", [side, side]);
const signal = read("image", [side * side]);
const kernel = (size, name = "kernel") => ndarray(read(name, [31 * 31]).data.slice(0, size * size), [size, size]);
const slide = (weights) => () => correlate2d(image, weights, { mode: "same" });
const short = ndarray(kernel(3).data, [9]);

const cases = {
  "correlate2d 3×3": slide(kernel(3)),
  "correlate2d 9×9": slide(kernel(9)),
  "correlate2d 31×31": slide(kernel(31)),
  "correlate2d 31×31 of rank 1": slide(kernel(31, "rank1")),
  "gaussianFilter sigma 3": () => gaussianFilter(image, { sigma: 3 }),
  "sobel magnitude": () => sobel(image).magnitude,
  "maxPool2d 2×2": () => maxPool2d(image, { size: 2 }),
  "correlate1d 262144 by 9": () => correlate1d(signal, short, { mode: "same" }),
  "resizeImage to 256×256": () => resizeImage(image, { height: side / 2, width: side / 2 }),
};

function milliseconds(call, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) call();
  return (performance.now() - start) / times;
}

/** V8 compiles JavaScript and WebAssembly better while they run. */
function warmUp(call) {
  const end = performance.now() + WARM_UP_MS;
  while (performance.now() < end) call();
}

const WARM_UP_MS = 1000;
const WANTED_MS = 100;
const times = {};
createInterface({ input: process.stdin }).on("line", (line) => {
  const name = line.replace(/^sum /, "");
  if (line !== name) return console.log(cases[name]().data.reduce((sum, value) => sum + Math.abs(value), 0));
  if (!times[name]) warmUp(cases[name]);
  times[name] ??= Math.ceil(WANTED_MS / [5, 5, 5].reduce((_, count) => milliseconds(cases[name], count), 0));
  console.log(milliseconds(cases[name], times[name]));
});
