import type { RandomGenerator } from "../signals/index.js";

/**
 * Turns ink into what a camera sees: paper under uneven light, with a shadow in one corner, and grain.
 *
 * @param ink - 0 (paper) to 1 (black), row by row
 * @param width - pixels a row
 * @returns as many values, 0 to 255
 */
export function photographPaper(ink: Float64Array, width: number, random: RandomGenerator): Float64Array {
  const height = ink.length / width;
  const waves = Array.from({ length: 6 }, () => ({
    across: random.uniform(-0.05, 0.05),
    down: random.uniform(-0.05, 0.05),
    phase: random.uniform(0, 2 * Math.PI),
  }));
  const across = waves.map((wave) =>
    Float64Array.from({ length: width }, (_, x) => Math.cos(wave.across * x + wave.phase)),
  );
  const down = waves.map((wave) => Float64Array.from({ length: height }, (_, y) => Math.cos(wave.down * y)));
  return ink.map((cover, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let paper = PAPER;
    for (let k = 0; k < waves.length; k++) paper += 0.7 * across[k][x] * down[k][y];
    const light = lightAt(x / width, y / height);
    const seen = light * (paper * (1 - cover) + BLACK * cover) + random.normal(0, GRAIN);
    return Math.max(0, Math.min(255, Math.round(seen)));
  });
}

const PAPER = 243;
const BLACK = 28;
const GRAIN = 3;

/** 1 in the upper left, less towards the lower right, where the shadow of a hand lies. */
function lightAt(x: number, y: number): number {
  const away = (x - 1.02) ** 2 / 0.12 + (y - 1.05) ** 2 / 0.2;
  return 1 - 0.1 * x - 0.08 * y - 0.2 * Math.exp(-away);
}
