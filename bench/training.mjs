import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { inRoot } from "../scripts/paths.mjs";
import { Contestant, median, race, ratio } from "./lib/contestant.mjs";
import { pythonWith } from "./lib/peers.mjs";
import { writeData } from "./training/data.mjs";

const ROUNDS = 5;
const PEERS = ["numpy", "torch==2.13.0", "keras==3.15.0", "tensorflow-cpu==2.21.0"];

/**
 * Trains a classic network for MNIST (two convolutions of 5 × 5, two poolings, 1024 and 10 units; batches of 64; Adam)
 * with ours and with others, side by side.
 *
 * @returns {Promise<boolean>} whether ours is as many times as fast as it must be
 */
export async function bench() {
  const python = pythonWith(PEERS);
  const { folder, source } = await writeData();
  console.log(`Training on ${source}; images/s, the median of ${ROUNDS} rounds in turn\n`);
  const contestants = start(python, folder);
  try {
    await race(Object.values(contestants), ROUNDS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  print(contestants);
  return wanted(contestants)
    .map(([other, least]) => holds(contestants.ours, other, least))
    .every(Boolean);
}

/** The peak is none, but runs beside them, so that what else the machine does meets it alike. */
function start(python, folder) {
  const node = (name, file, args = [], more = {}) =>
    new Contestant(name, process.execPath, [inRoot("bench", "training", file), folder, ...args], more);
  const peer = (name, file, ...args) =>
    new Contestant(name, python, [inRoot("bench", "training", file), folder, ...args]);
  return {
    ours: node("cnn-workbook", "ours.cjs", ["compiled"]),
    eager: node("  its steps eager", "ours.cjs", ["eager"], { CNN_WORKBOOK_TRAINING: "eager" }),
    wasm: node("  on WebAssembly", "ours.cjs", ["wasm"], { CNN_WORKBOOK_BACKEND: "wasm" }),
    scratch: node("  from scratch", "scratch.cjs"),
    stock: node("stock tfjs-node", "stock.cjs"),
    keras: peer("Keras, default", "keras_peer.py"),
    kerasGraph: peer("Keras without XLA", "keras_peer.py", "graph"),
    pytorch: peer("PyTorch, default", "pytorch.py"),
    pytorchBest: peer("PyTorch, best", "pytorch.py", "best"),
    peak: node("matrix products", "peak.cjs"),
  };
}

/** Whom ours must be compared with, and how many times as fast it must be at least. */
function wanted({ keras, kerasGraph, pytorch, pytorchBest, stock }) {
  const faster = ratio(keras, kerasGraph) > 1 ? keras : kerasGraph;
  return [
    [faster, 1.15],
    [pytorch, 1.35],
    [pytorchBest, 1],
    [stock, 2],
  ];
}

function print({ peak, ...contestants }) {
  console.log(row("", "images/s", "× PyTorch", "of the peak"));
  for (const contestant of Object.values(contestants)) {
    const share = 100 * operations() * ratio(contestant, peak);
    const times = ratio(contestant, contestants.pytorch).toFixed(2);
    console.log(row(contestant.name, median(contestant.results).toFixed(0), times, `${share.toFixed(0)} %`));
  }
  console.log(
    `\nthe peak: ${(median(peak.results) / 1e9).toFixed(0)} billion operations a second in matrix products\n`,
  );
}

/** What training on one picture takes: a multiplication and an addition each, forward, and twice that back. */
function operations() {
  const { architectures, summarize } = createRequire(import.meta.url)("cnn-workbook/architectures");
  return 2 * 3 * summarize(architectures.digitsTwoConvolutions).totals.multiplyAdds;
}

const row = (name, ...columns) => name.padEnd(20) + columns.map((column) => column.padStart(12)).join("");

function holds(ours, other, least) {
  const now = ratio(ours, other);
  const ok = now >= least;
  console.log(`${ok ? "ok  " : "FAIL"} ${ours.name} is ${now.toFixed(2)} × ${other.name}; at least ${least} is wanted`);
  return ok;
}
