import { rmSync } from "node:fs";
import { inRoot } from "../scripts/paths.mjs";
import { Contestant, median, race, ratio } from "./lib/contestant.mjs";
import { pythonWith } from "./lib/peers.mjs";
import { writeData } from "./training/data.mjs";

const ROUNDS = 7;
/** Our speed must be at least this many times that of the other. */
const MUST_HOLD = { pytorch: 0.85, stock: 1.6 };

/**
 * Trains a classic network for MNIST (two convolutions of 5 × 5, two poolings, 1024 and 10 units; batches of 64; Adam) with
 * ours, with TensorFlow.js as it comes, and with PyTorch, side by side. `--keras` adds Keras.
 *
 * @param {string[]} options
 * @returns {Promise<boolean>} whether the ratios are what they must be
 */
export async function bench(options) {
  const keras = options.includes("--keras");
  const packages = ["torch==2.13.0", "numpy==2.2.6", ...(keras ? ["keras==3.15.0", "tensorflow-cpu==2.21.0"] : [])];
  const python = pythonWith(packages);
  const { folder, source } = await writeData();
  console.log(`Training on ${source}; images/s, the median of ${ROUNDS} rounds in turn\n`);
  const script = (name) => inRoot("bench", "training", name);
  const stock = new Contestant("stock tfjs-node", process.execPath, [script("stock.cjs"), folder]);
  const ours = new Contestant("cnn-workbook", process.execPath, [script("ours.cjs"), folder]);
  const pytorch = new Contestant("PyTorch, default", python, [script("pytorch.py"), folder]);
  const more = keras ? [new Contestant("Keras", python, [script("keras_peer.py"), folder])] : [];
  const all = [stock, ours, pytorch, ...more];
  try {
    await race(all, ROUNDS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const contestant of all) print(contestant, pytorch, stock);
  return [holds(ours, pytorch, MUST_HOLD.pytorch), holds(ours, stock, MUST_HOLD.stock)].every(Boolean);
}

function print(contestant, pytorch, stock) {
  const speed = median(contestant.results).toFixed(0).padStart(6);
  const ratios = `${ratio(contestant, pytorch).toFixed(2)} × PyTorch   ${ratio(contestant, stock).toFixed(2)} × stock`;
  console.log(`${contestant.name.padEnd(18)} ${speed}   ${ratios}`);
}

function holds(ours, other, least) {
  const now = ratio(ours, other);
  const ok = now >= least;
  console.log(`${ok ? "ok  " : "FAIL"} ${ours.name} is ${now.toFixed(2)} × ${other.name}; at least ${least} is wanted`);
  return ok;
}
