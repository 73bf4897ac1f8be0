import { randomGenerator, toNdarray } from "cnn-workbook";
import { im2col } from "cnn-workbook/layers";
import { adam, batches, sgd } from "cnn-workbook/learning";
import type { Loop } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import type { LessonCases } from "./lessonCases.js";

const list = (count: number) => Array.from({ length: count }, (_, i) => i);

export const cases: LessonCases = {
  q1: {
    variants: [
      (picture: number[][], size: number) => im2col(picture, { size }),
      (picture: number[][], size: number) => {
        const [down, across] = [picture.length - size + 1, picture[0].length - size + 1];
        return list(down * across).map((n) => {
          const [r, c] = [Math.floor(n / across), n % across];
          return picture.slice(r, r + size).flatMap((row) => row.slice(c, c + size));
        });
      },
      (picture: number[][], size: number) => {
        const rows: Float64Array[] = [];
        for (let r = 0; r <= picture.length - size; r++) {
          for (let c = 0; c <= picture[0].length - size; c++) {
            const row = new Float64Array(size * size);
            for (let k = 0; k < row.length; k++) row[k] = picture[r + Math.floor(k / size)][c + (k % size)];
            rows.push(row);
          }
        }
        return rows;
      },
    ],
  },
  q2: {
    variants: [
      (weights: number[], slopes: number[], rate: number) =>
        sgd({ learningRate: rate }).step({ weights }, { weights: slopes }).weights,
      (weights: number[], slopes: number[], rate: number) =>
        Float64Array.from(weights, (weight, i) => weight + -rate * slopes[i]),
      (weights: number[], slopes: number[], rate: number) => {
        const next = [...weights];
        for (let i = 0; i < next.length; i++) next[i] -= slopes[i] * rate;
        return next;
      },
    ],
  },
  q3: {
    variants: [
      (weights: number[], slopes: number[], velocity: number[], rate: number, momentum: number) => {
        const next: number[] = [];
        const moved: number[] = [];
        for (let i = 0; i < weights.length; i++) {
          next[i] = slopes[i] + velocity[i] * momentum;
          moved[i] = weights[i] - next[i] * rate;
        }
        return { velocity: next, weights: moved };
      },
      (weights: number[], slopes: number[], velocity: number[], rate: number, momentum: number) => {
        const next = Float64Array.from(velocity, (v, i) => v * momentum + slopes[i]);
        return {
          weights: toNdarray(
            weights.map((w, i) => w - rate * next[i]),
            "weights",
          ),
          velocity: next,
        };
      },
      (weights: number[], slopes: number[], velocity: number[], rate: number, momentum: number) => ({
        weights: weights.map((w, i) => w - rate * momentum * velocity[i] - rate * slopes[i]),
        velocity: slopes.map((slope, i) => slope + momentum * velocity[i]),
      }),
    ],
  },
  q4: {
    variants: [
      (w: number[], g: number[], means: number[], squares: number[], step: number, rate: number) => {
        const moved: number[] = [];
        const m: number[] = [];
        const s: number[] = [];
        for (let i = 0; i < w.length; i++) {
          m[i] = means[i] + 0.1 * (g[i] - means[i]);
          s[i] = squares[i] + 0.001 * (g[i] * g[i] - squares[i]);
          const root = Math.sqrt(s[i] / (1 - 0.999 ** step));
          moved[i] = w[i] - (rate * (m[i] / (1 - 0.9 ** step))) / (root + 1e-7);
        }
        return { weights: moved, means: m, squares: s };
      },
      (w: number[], g: number[], means: number[], squares: number[], step: number, rate: number) => {
        const m = Float64Array.from(means, (old, i) => old * 0.9 + g[i] * 0.1);
        const s = Float64Array.from(squares, (old, i) => old * 0.999 + g[i] ** 2 * 0.001);
        const [share1, share2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
        const moved = w.map((old, i) => old - ((rate / share1) * m[i]) / (Math.sqrt(s[i] / share2) + 1e-7));
        return { weights: toNdarray(moved, "weights"), means: m, squares: s };
      },
      (w: number[], g: number[], means: number[], squares: number[], step: number, rate: number) => {
        const first = step === 1 && means.every((m) => m === 0) && squares.every((s) => s === 0);
        const m = means.map((old, i) => 0.9 * old + 0.1 * g[i]);
        const s = squares.map((old, i) => 0.999 * old + 0.001 * g[i] ** 2);
        const byLibrary = () => adam({ learningRate: rate }).step({ w }, { w: g }).w;
        const byHand = () =>
          w.map((old, i) => old - (rate * m[i]) / (1 - 0.9 ** step) / (1e-7 + (s[i] / (1 - 0.999 ** step)) ** 0.5));
        return { weights: first ? byLibrary() : byHand(), means: m, squares: s };
      },
    ],
  },
  q5: {
    variants: [
      (count: number, size: number, seed: number) =>
        Array.from(batches(list(count), list(count), { size, seed }), ({ labels }) => Array.from(labels.data)),
      (count: number, size: number, seed: number) => {
        const random = randomGenerator(seed);
        const keys = list(count).map(() => random.uniform());
        const order = list(count).sort((a, b) => keys[a] - keys[b]);
        return list(Math.ceil(count / size)).map((b) => order.slice(b * size, Math.min(count, (b + 1) * size)));
      },
      (count: number, size: number, seed: number) => {
        const random = randomGenerator(seed);
        const left = list(count);
        const found: number[][] = [];
        while (left.length > 0) {
          if (found.length === 0 || found[found.length - 1].length === size) found.push([]);
          const [drawn] = left.splice(random.integer(0, left.length - 1), 1);
          found[found.length - 1].push(drawn);
        }
        return found;
      },
    ],
    equivalent: [
      { mutant: "i > 0 → i >= 0", reason: "exchanges the first number with itself" },
      { mutant: "0 → (-1)", reason: "in the bound of the loop: exchanges the first number with itself" },
    ],
  },
  q6: {
    variants: [
      (...[start, epochs, batchesOf, learn, optimizer]: Parameters<Loop>) =>
        list(epochs)
          .flatMap((epoch) => batchesOf(epoch))
          .reduce(
            ({ weights, losses }, { inputs, labels }) => {
              const { loss, slopes } = learn(inputs, labels, weights);
              return { weights: optimizer.step(weights, slopes), losses: [...losses, loss] };
            },
            { weights: start, losses: [] as number[] },
          ),
      (...[start, epochs, batchesOf, learn, optimizer]: Parameters<Loop>) => {
        const losses: number[] = [];
        let now = start;
        let epoch = 0;
        while (epoch < epochs) {
          const all = batchesOf(epoch++);
          for (let b = 0; b < all.length; b++) {
            const taught = learn(all[b].inputs, all[b].labels, now);
            losses.push(taught.loss);
            now = optimizer.step(now, taught.slopes);
          }
        }
        return { losses, weights: now };
      },
      (...[start, epochs, batchesOf, learn, optimizer]: Parameters<Loop>) => {
        const weights = { ...start };
        const losses = new Float64Array(list(epochs).reduce((sum, epoch) => sum + batchesOf(epoch).length, 0));
        let count = 0;
        for (const epoch of list(epochs)) {
          batchesOf(epoch).forEach(({ inputs, labels }) => {
            const { loss, slopes } = learn(inputs, labels, weights);
            Object.assign(weights, optimizer.step(weights, slopes));
            losses[count++] = loss;
          });
        }
        return { weights, losses };
      },
    ],
  },
};
