import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../scripts/paths.mjs";
import { CASES, OPENCV, SIDE } from "./filters/cases.mjs";
import { Contestant, median } from "./lib/contestant.mjs";
import { pythonWith } from "./lib/peers.mjs";

const ROUNDS = 21;
const PEERS = ["numpy", "scipy==1.17.1", "scikit-image==0.26.0", "opencv-python-headless==5.0.0.93"];

/**
 * Filters an image with ours and with SciPy or scikit-image, in turn, and with OpenCV on one thread. Makes sure first
 * that the results are the same.
 *
 * @returns {Promise<boolean>} whether we are as many times as fast as we must be
 */
export async function bench() {
  const python = pythonWith(PEERS);
  const folder = writeInputs();
  const script = (name) => [inRoot("bench", "filters", name), folder, String(SIDE)];
  const env = kernelEnvironment();
  const contestants = {
    ours: new Contestant("cnn-workbook", process.execPath, script("ours.cjs"), env),
    peers: new Contestant("peers", python, script("peers.py")),
  };
  const settings = Object.entries(env).map(([key, value]) => `${key}=${value}`);
  console.log(`${SIDE}×${SIDE} doubles, mode "same"; medians of ${ROUNDS} rounds in turn, milliseconds a call`);
  console.log(`cnn-workbook runs as in a notebook, with ${settings.join(" ")}\n`);
  try {
    return await table(contestants);
  } finally {
    for (const contestant of Object.values(contestants)) contestant.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function table(contestants) {
  console.log(row("", "ours", "peer", "", "times as fast", "OpenCV", "", "wanted"));
  let held = true;
  for (const one of CASES) {
    if (one.least !== undefined) await agree(one, contestants);
    held = show(one, await measure(one, contestants)) && held;
  }
  return held;
}

/** One unmeasured round, and then each runs once a round. */
async function measure({ name, peer }, { ours, peers }) {
  const times = { ours: [], peer: [], opencv: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const now = { ours: await ours.round(name), peer: await peers.round(`${peer} ${name}`) };
    if (OPENCV.includes(name)) now.opencv = await peers.round(`cv2 ${name}`);
    if (round > 0) for (const who of Object.keys(now)) times[who].push(now[who]);
  }
  return times;
}

function show({ name, peer, least }, { ours, peer: theirs, opencv }) {
  const times = (others) => median(others.map((time, round) => time / ours[round]));
  const ratio = times(theirs);
  const held = least === undefined || ratio >= least;
  const wanted = least === undefined ? "" : `${held ? "ok  " : "FAIL"} at least ${least}`;
  const cv = opencv.length > 0 ? [ms(median(opencv)), times(opencv).toFixed(1)] : ["", ""];
  console.log(row(name, ms(median(ours)), ms(median(theirs)), peer, ratio.toFixed(1), ...cv, wanted));
  return held;
}

async function agree({ name, peer, scale = 1 }, { ours, peers }) {
  const [mine, theirs] = [await ours.round(`sum ${name}`), scale * (await peers.round(`sum ${peer} ${name}`))];
  if (Math.abs(mine - theirs) <= 1e-9 * theirs) return;
  throw new Error(`${name}: ours adds up to ${mine}, that of ${peer} to ${theirs}`);
}

function row(name, ours, theirs, peer, ratio, opencv, cvRatio, wanted) {
  const numbers = [ours.padStart(8), theirs.padStart(9), peer.padEnd(8), ratio.padStart(13)];
  return [name.padEnd(28), ...numbers, opencv.padStart(8), cvRatio.padStart(5), ` ${wanted}`].join(" ").trimEnd();
}

const ms = (time) => time.toFixed(2);

/** Random numbers around zero: the image, a kernel of full rank, and one that is a column times a row. */
function writeInputs() {
  mkdirSync(inRoot("cache"), { recursive: true });
  const folder = mkdtempSync(inRoot("cache", "bench-filters-"));
  const random = (length) => Float64Array.from({ length }, () => 2 * Math.random() - 1);
  const [column, line] = [random(31), random(31)];
  const inputs = {
    image: random(SIDE * SIDE),
    kernel: random(31 * 31),
    rank1: Float64Array.from({ length: 31 * 31 }, (_, i) => column[Math.floor(i / 31)] * line[i % 31]),
  };
  for (const [name, data] of Object.entries(inputs)) writeFileSync(join(folder, name), data);
  return folder;
}

/** What the kernel's environment says of the allocation of memory, which is much of the time of a small filter. */
function kernelEnvironment() {
  const { env } = JSON.parse(readFileSync(inRoot("share", "jupyter", "kernels", "tslab", "kernel.json"), "utf8"));
  return Object.fromEntries(Object.entries(env).filter(([key]) => key.startsWith("MALLOC_")));
}
