import { dependent, exercise, integers, mapped, nestedArrays, numbers, tuple } from "cnn-workbook/exercises";
import { type Fault, faults, type PatientName } from "./patients.js";

export { type Choices, compareRuns, type History } from "./compare.js";
export { type Patient, type PatientName, patient } from "./patients.js";
export { type Digits, drawnEvenly, firstOf, pick, smallDigits, spreadOf, versions, withCounts } from "./pictures.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 } from "./predictions.js";
export { opening, type Start, sizesByLayer, starts } from "./starts.js";
export { type Findings, visit } from "./ward.js";

type Rows = number[][];

const column = (rows: Rows, c: number) => rows.map((row) => row[c]);
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: number[]) => meanOf(values.map((value) => (value - meanOf(values)) ** 2));
const deviationOf = (values: number[]) => Math.sqrt(varianceOf(values));
const eachValue = (rows: Rows, change: (value: number, c: number) => number) => rows.map((row) => row.map(change));

/** Rows of which no column is constant. */
const spread = (rows: Rows) => rows.map((row, r) => row.map((value, c) => value + (r === 0 ? 20 + c : 0)));

const trainAndTest = dependent(
  tuple<[number, number, number]>(integers(2, 5), integers(1, 4), integers(1, 4)),
  ([many, few, channels]) =>
    tuple<[Rows, Rows]>(
      mapped(nestedArrays([many, channels]) as never, spread),
      nestedArrays([few, channels], integers(-20, 20)) as never,
    ),
);

export const q1 = exercise<(train: Rows, test: Rows) => Rows>({
  id: "16.1",
  title: "Normalise, without a look at the test set",
  hints: [
    "The mean of a channel is the mean of one column of `train`: `train[n][c]` for every n.",
    "The deviation is the square root of the mean of the squared differences from that mean.",
    "In the loop over `train`: `variance += (row[c] - mean) ** 2 / train.length;`. At the end, for every row of `test`: `(row[c] - mean) / Math.sqrt(variance)`.",
  ],
  solution: (train, test) => {
    const output = test.map((row) => row.slice());
    for (let c = 0; c < train[0].length; c++) {
      let mean = 0;
      for (const row of train) mean += row[c] / train.length;
      let variance = 0;
      for (const row of train) variance += (row[c] - mean) ** 2 / train.length;
      for (const row of output) row[c] = (row[c] - mean) / Math.sqrt(variance);
    }
    return output;
  },
  mistakes: [
    {
      name: "the test set's own numbers",
      answer: (_, test) => normalisedBy(test, test),
      says: "You used the mean and deviation of `test`. A network that is in use meets one picture at a time; it has only what was measured on the training set. Measure on `train`.",
    },
    {
      name: "both sets together",
      answer: (train, test) => normalisedBy([...train, ...test], test),
      says: "You measured on both sets together. So something of the test set has leaked into the preparation. Measure on `train` alone.",
    },
    {
      name: "normalises the training set",
      answer: (train) => normalisedBy(train, train),
      says: "You return the training set, normalised. Asked for is `test`, with the training set's mean and deviation.",
    },
    {
      name: "one mean for all channels",
      answer: (train, test) => {
        const all = train.flat();
        return eachValue(test, (value) => (value - meanOf(all)) / deviationOf(all));
      },
      says: "You took one mean and deviation for all channels. Each channel, a column here, has its own.",
    },
    {
      name: "rows for columns",
      answer: (_, test) => test.map((row) => row.map((value) => (value - meanOf(row)) / (deviationOf(row) || 1))),
      says: "You normalised each row by itself. A row is one example; a channel is a column, measured over all examples.",
    },
    {
      name: "divided by the variance",
      answer: (train, test) => eachValue(test, (v, c) => (v - meanOf(column(train, c))) / varianceOf(column(train, c))),
      says: "You divide by the variance. The deviation is its square root: `Math.sqrt(variance)`.",
    },
    {
      name: "not centred",
      answer: (train, test) => eachValue(test, (v, c) => v / deviationOf(column(train, c))),
      says: "You divide by the deviation, but the mean is still in. Subtract it first.",
    },
    {
      name: "only centred",
      answer: (train, test) => eachValue(test, (v, c) => v - meanOf(column(train, c))),
      says: "You subtract the mean, and that is half of it. Then divide by the deviation.",
    },
    {
      name: "mean subtracted last",
      answer: (train, test) => eachValue(test, (v, c) => v / deviationOf(column(train, c)) - meanOf(column(train, c))),
      says: "You divide before you subtract. First `value - mean`, in brackets, then divide.",
    },
    {
      name: "n − 1",
      answer: (train, test) =>
        eachValue(
          test,
          (v, c) =>
            (v - meanOf(column(train, c))) /
            Math.sqrt((varianceOf(column(train, c)) * train.length) / (train.length - 1)),
        ),
      says: "You divided the squares by n − 1. That is the statistician's estimate; with thousands of pictures it makes no difference. Here the mean of the squares is meant: divide by `train.length`.",
    },
    {
      name: "sum of the squares",
      answer: (train, test) =>
        eachValue(
          test,
          (v, c) => (v - meanOf(column(train, c))) / Math.sqrt(varianceOf(column(train, c)) * train.length),
        ),
      says: "You took the sum of the squared differences. The variance is their mean: divide by `train.length`.",
    },
    {
      name: "between 0 and 1",
      answer: (train, test) =>
        eachValue(test, (v, c) => {
          const [low, high] = [Math.min(...column(train, c)), Math.max(...column(train, c))];
          return (v - low) / (high - low);
        }),
      says: "You scaled to the range from 0 to 1. That is another way to scale; here the mean should become 0 and the deviation 1.",
    },
    {
      name: "changes the input",
      answer: (train, test) => {
        const result = normalisedBy(train, test);
        test.forEach((row, n) => {
          row.splice(0, row.length, ...result[n]);
        });
        return test;
      },
      says: "Your function changes `test` itself. Others may still need it: fill new rows.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(
        [
          [1, 10],
          [3, 40],
        ],
        [[4, 25]],
      ),
      [[2, 0]],
      "Channel 0 has the mean 2 and the deviation 1 in training, channel 1 the mean 25 and the deviation 15.",
    );
    t.equal(
      answer([[2], [4], [4], [4], [5], [5], [7], [9]], [[9], [5], [1]]),
      [[2], [0], [-2]],
      "Mean 5, deviation 2: 9 lies two deviations above the mean.",
    );
    t.agrees(trainAndTest, "Mean and deviation of each column of `train`.");
  },
});

function normalisedBy(known: Rows, rows: Rows): Rows {
  return eachValue(rows, (v, c) => (v - meanOf(column(known, c))) / (deviationOf(column(known, c)) || 1));
}

const batchAndScale = dependent(tuple<[number, number]>(integers(2, 5), integers(1, 4)), ([many, channels]) =>
  tuple<[Rows, number[], number[], number]>(
    nestedArrays([many, channels]) as never,
    nestedArrays([channels], integers(1, 5)) as never,
    nestedArrays([channels]) as never,
    numbers(0.25, 2),
  ),
);

const normRows = (batch: Rows, change: (value: number, mean: number, variance: number, c: number) => number) =>
  eachValue(batch, (value, c) => change(value, meanOf(column(batch, c)), varianceOf(column(batch, c)), c));

export const q2 = exercise<(batch: Rows, gamma: number[], beta: number[], epsilon: number) => Rows>({
  id: "16.2",
  title: "Batch normalisation, forward",
  hints: [
    "It is exercise 16.1 with the batch's own mean and variance, and one step more.",
    "epsilon is added to the variance, under the root: `Math.sqrt(variance + epsilon)`.",
    "For channel c: `gamma[c] * (row[c] - mean) / Math.sqrt(variance + epsilon) + beta[c]`.",
  ],
  solution: (batch, gamma, beta, epsilon) => {
    const output = batch.map((row) => row.slice());
    for (let c = 0; c < gamma.length; c++) {
      let mean = 0;
      for (const row of batch) mean += row[c] / batch.length;
      let variance = 0;
      for (const row of batch) variance += (row[c] - mean) ** 2 / batch.length;
      for (const row of output) row[c] = (gamma[c] * (row[c] - mean)) / Math.sqrt(variance + epsilon) + beta[c];
    }
    return output;
  },
  mistakes: [
    {
      name: "no gamma and beta",
      answer: (batch, _gamma, _beta, epsilon) =>
        normRows(batch, (v, mean, variance) => (v - mean) / Math.sqrt(variance + epsilon)),
      says: "Mean 0 and variance 1 are right, but the learned part is missing: multiply by `gamma[c]`, then add `beta[c]`.",
    },
    {
      name: "beta before gamma",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(batch, (v, mean, variance, c) => gamma[c] * ((v - mean) / Math.sqrt(variance + epsilon) + beta[c])),
      says: "You multiply beta by gamma too. First the factor gamma, then add beta.",
    },
    {
      name: "no epsilon",
      answer: (batch, gamma, beta) =>
        normRows(batch, (v, mean, variance, c) => (gamma[c] * (v - mean)) / (Math.sqrt(variance) || 1) + beta[c]),
      says: "epsilon is missing. It stands under the root, beside the variance, so that a constant channel does not divide by 0.",
    },
    {
      name: "epsilon outside the root",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(batch, (v, mean, variance, c) => (gamma[c] * (v - mean)) / (Math.sqrt(variance) + epsilon) + beta[c]),
      says: "You add epsilon to the deviation. It belongs under the root, to the variance.",
    },
    {
      name: "divided by the variance",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(batch, (v, mean, variance, c) => (gamma[c] * (v - mean)) / (variance + epsilon) + beta[c]),
      says: "The square root is missing: divide by `Math.sqrt(variance + epsilon)`.",
    },
    {
      name: "between 0 and 1",
      answer: (batch) =>
        eachValue(batch, (v, c) => {
          const [low, high] = [Math.min(...column(batch, c)), Math.max(...column(batch, c))];
          return (v - low) / (high - low || 1);
        }),
      says: "You brought the numbers between 0 and 1, as the slide says. Batch normalisation gives them mean 0 and variance 1, and then a learned scale and shift.",
    },
    {
      name: "each example by itself",
      answer: (batch, gamma, beta, epsilon) =>
        batch.map((row) =>
          row.map((v, c) => (gamma[c] * (v - meanOf(row))) / Math.sqrt(varianceOf(row) + epsilon) + beta[c]),
        ),
      says: "You normalised each example over its channels. That exists too, as layer normalisation. Here each channel is normalised over the batch: a column.",
    },
    {
      name: "one mean for all channels",
      answer: (batch, gamma, beta, epsilon) => {
        const all = batch.flat();
        return eachValue(
          batch,
          (v, c) => (gamma[c] * (v - meanOf(all))) / Math.sqrt(varianceOf(all) + epsilon) + beta[c],
        );
      },
      says: "You took one mean and variance for all channels together. Each channel has its own.",
    },
    {
      name: "not centred",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(batch, (v, _, variance, c) => (gamma[c] * v) / Math.sqrt(variance + epsilon) + beta[c]),
      says: "The mean is still in. Subtract it before you divide.",
    },
    {
      name: "gamma and beta swapped",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(batch, (v, mean, variance, c) => (beta[c] * (v - mean)) / Math.sqrt(variance + epsilon) + gamma[c]),
      says: "gamma and beta are swapped: gamma multiplies, beta is added.",
    },
    {
      name: "the first gamma for all",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(batch, (v, mean, variance) => (gamma[0] * (v - mean)) / Math.sqrt(variance + epsilon) + beta[0]),
      says: "You used the gamma and beta of channel 0 for all channels. Channel c has its own: `gamma[c]`, `beta[c]`.",
    },
    {
      name: "n − 1",
      answer: (batch, gamma, beta, epsilon) =>
        normRows(
          batch,
          (v, mean, variance, c) =>
            (gamma[c] * (v - mean)) / Math.sqrt((variance * batch.length) / (batch.length - 1) + epsilon) + beta[c],
        ),
      says: "You divided the squares by n − 1. Batch normalisation takes their mean: divide by `batch.length`.",
    },
    {
      name: "changes the input",
      answer: (batch, gamma, beta, epsilon) => {
        const result = normRows(
          batch,
          (v, mean, variance, c) => (gamma[c] * (v - mean)) / Math.sqrt(variance + epsilon) + beta[c],
        );
        batch.forEach((row, n) => {
          row.splice(0, row.length, ...result[n]);
        });
        return batch;
      },
      says: "Your function changes the batch that it was given. The way back still needs it: fill new rows.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([[1], [2], [6]], [1], [0], 2 / 3),
      [[-2 / Math.sqrt(16 / 3)], [-1 / Math.sqrt(16 / 3)], [3 / Math.sqrt(16 / 3)]],
      "Mean 3, variance (4 + 1 + 9) / 3 = 14/3; with epsilon 2/3 that is 16/3.",
    );
    t.equal(
      answer(
        [
          [2, 5],
          [6, 9],
        ],
        [10, 3],
        [1, -7],
        0,
      ),
      [
        [-9, -10],
        [11, -4],
      ],
      "Both deviations are 2, so the values become −1 and 1. Then times 10 plus 1, and times 3 minus 7.",
    );
    t.equal(answer([[8], [8], [8]], [2], [5], 0.5), [[5], [5], [5]], "A constant channel becomes 0, and then beta.");
    t.agrees(batchAndScale, "Mean and variance of each column, epsilon under the root, then gamma and beta.");
  },
});

type Dropped = (values: number[], kept: number[], rate: number, training: boolean) => number[];

const someDropped = dependent(integers(1, 6), (length) =>
  tuple<[number[], number[], number, boolean]>(
    nestedArrays([length]) as never,
    nestedArrays([length], integers(0, 1)) as never,
    numbers(0.25, 0.75, 0.125),
    mapped(integers(0, 1), (one: number) => one === 1),
  ),
);

export const q3 = exercise<Dropped>({
  id: "16.3",
  title: "Inverted dropout",
  hints: [
    "First the simple case: when `training` is false, dropout does nothing at all.",
    "In training, a value with `kept` 0 becomes 0. The others are divided by the probability of being kept.",
    "That probability is `1 - rate`: `values.map((value, i) => (training ? value * kept[i] / (1 - rate) : value))`.",
  ],
  solution: (values, kept, rate, training) => {
    if (!training) return values.slice();
    return values.map((value, i) => (value * kept[i]) / (1 - rate));
  },
  mistakes: [
    {
      name: "not made up for",
      answer: (values, kept, _, training) => values.map((value, i) => (training ? value * kept[i] : value)),
      says: "You drop, but do not make up for it. In use all values would come through, and their sums would be larger than in training. Divide by `1 - rate`.",
    },
    {
      name: "divided by the rate",
      answer: (values, kept, rate, training) => values.map((v, i) => (training ? (v * kept[i]) / rate : v)),
      says: "You divide by `rate`, the probability of dropping. What is kept on average is `1 - rate`; only at 0.5 are the two the same.",
    },
    {
      name: "multiplied",
      answer: (values, kept, rate, training) => values.map((v, i) => (training ? v * kept[i] * (1 - rate) : v)),
      says: "You multiply by `1 - rate` in training, which makes the sums smaller still. Divide: the values that are left stand in for those that are gone.",
    },
    {
      name: "drops in use too",
      answer: (values, kept, rate) => values.map((v, i) => (v * kept[i]) / (1 - rate)),
      says: "You drop in use too. Then the network would give another answer each time. When `training` is false, return the values as they are.",
    },
    {
      name: "scaled in use",
      answer: (values, kept, rate, training) => values.map((v, i) => (training ? v * kept[i] : v * (1 - rate))),
      says: "You multiply in use by the probability of keeping. That is the older form of dropout, and right in itself. Inverted dropout divides in training instead, so that nothing is to be done in use.",
    },
    {
      name: "scaled twice",
      answer: (values, kept, rate, training) =>
        values.map((v, i) => (training ? (v * kept[i]) / (1 - rate) : v * (1 - rate))),
      says: "You make up for dropping twice: in training and again in use. Once is enough: in use return the values as they are.",
    },
    {
      name: "mask turned round",
      answer: (values, kept, rate, training) => values.map((v, i) => (training ? (v * (1 - kept[i])) / (1 - rate) : v)),
      says: "You drop what should stay. `kept[i]` is 1 for a value that stays.",
    },
    {
      name: "dropped ones left out",
      answer: (values, kept, rate, training) =>
        training ? values.filter((_, i) => kept[i] === 1).map((v) => v / (1 - rate)) : values.slice(),
      says: "Your list became shorter. A dropped value is 0 and stays in its place, or the next layer would mix up its inputs.",
    },
    {
      name: "only the dropped scaled",
      answer: (values, kept, rate, training) => values.map((v, i) => (!training || kept[i] ? v : v / (1 - rate))),
      says: "You divide the values that should be dropped and leave the others. Those with `kept` 0 become 0; the others are divided by `1 - rate`.",
    },
    {
      name: "training turned round",
      answer: (values, kept, rate, training) => values.map((v, i) => (training ? v : (v * kept[i]) / (1 - rate))),
      says: "You drop in use and not in training. It is the other way round.",
    },
    {
      name: "scaled by what this mask kept",
      answer: (values, kept, _, training) =>
        values.map((v, i) => (training ? (v * kept[i]) / (kept.reduce((a, b) => a + b, 0) / kept.length || 1) : v)),
      says: "You divide by the share that this mask happened to keep. Divide by the probability of keeping, `1 - rate`: it is right on average, whatever mask comes.",
    },
    {
      name: "changes the input",
      answer: (values, kept, rate, training) => {
        if (training)
          values.forEach((v, i) => {
            values[i] = (v * kept[i]) / (1 - rate);
          });
        return values;
      },
      says: "Your function changes the values that it was given. Make a new list.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([3, 1, 8, 6], [1, 0, 1, 1], 0.25, true),
      [4, 0, 32 / 3, 8],
      "What stays is divided by 0.75, the probability of being kept.",
    );
    t.equal(answer([3, 1, 8, 6], [1, 0, 1, 1], 0.25, false), [3, 1, 8, 6], "In use nothing is dropped.");
    t.equal(answer([5, -7], [0, 0], 0.5, true), [0, 0], "All dropped: that happens.");
    t.agrees(someDropped, "In training kept values divided by `1 - rate`; in use nothing happens.", { runs: 200 });
  },
});

type Diagnosis = (patient: string) => string;

const PATIENTS = Object.keys(faults) as PatientName[];
const isFault = (word: string) =>
  word === "slow" || word === "nothing" || Object.values(faults).includes(word as Fault);

/** What to look at again, where the confusion is not one of those below. */
const LOOK: Record<PatientName, string> = {
  A: "Patient A: compare the loss before the first step with the loss after the first epoch.",
  B: "Patient B: training and validation part from the beginning. What can be learned from the training pictures that does not hold for any other picture?",
  C: "Patient C: what loss has a network that gives each of ten digits 1/10? And does it move?",
  D: "Patient D: compare validation with the digits from another source. Why is one so easy?",
  E: "Patient E: look at the loss before the first step, when no step can have spoiled anything.",
  F: "Patient F: look at the last columns of the table, digit by digit.",
};

const CONFUSED: [patient: PatientName, fault: Fault, says: string][] = [
  [
    "A",
    "scale",
    "A begins with a loss of about 4, as the healthy ones do. So pixels and first weights are in order. What made it worse came with the first steps.",
  ],
  [
    "A",
    "weights",
    "First weights that are too small give exactly ln 10 = 2.303, and the loss stays there. A begins elsewhere and leaps up.",
  ],
  [
    "A",
    "labels",
    "With labels that do not fit, the training loss still falls: the network learns by heart. The training loss of A leaps up.",
  ],
  [
    "B",
    "nothing",
    "The training loss of B falls, but its validation loss rises from the beginning, and one digit in ten is read rightly: a guess.",
  ],
  [
    "B",
    "leakage",
    "Leakage makes validation look too good: nearly the same pictures are on both sides. The validation of B is as bad as guessing.",
  ],
  ["B", "balance", "With rare classes the other classes are read well. B reads none of the ten better than by chance."],
  [
    "B",
    "rate",
    "A rate that is too large spoils the training loss. That of B falls to the end; only validation rises. So it learns something, but nothing that holds for other pictures.",
  ],
  [
    "C",
    "slow",
    "A rate that is too small creeps: it begins above ln 10, and falls a little in each epoch. C begins at exactly ln 10 and does not fall: nothing comes through its layers.",
  ],
  [
    "C",
    "scale",
    "Pixels that are too large make scores extreme, and the first loss far above ln 10. C gives every digit 1/10: its numbers are too small, not too large.",
  ],
  [
    "C",
    "rate",
    "A rate that is too large would throw the loss upwards. The loss of C stays at ln 10. Ask why no step changes anything.",
  ],
  [
    "D",
    "nothing",
    "Nothing in the curves of D is wrong. But digits from another source are read far worse than the validation digits. Both are unseen; why should they differ?",
  ],
  [
    "D",
    "balance",
    "D reads all ten digits about equally badly elsewhere. With rare classes a few digits would be far worse than the rest.",
  ],
  [
    "D",
    "labels",
    "With labels that do not fit, validation would be at one in ten. D reads nearly all of its validation digits: too good to be true.",
  ],
  [
    "E",
    "rate",
    "The loss of E is far above ln 10 before the first step. So it was bad before any rate could act. What goes into the first layer?",
  ],
  [
    "E",
    "weights",
    "First weights that are too small give scores near 0, and a loss of exactly ln 10. The scores of E are extreme from the beginning.",
  ],
  [
    "F",
    "nothing",
    "The curves of F are healthy. Now read the last columns of the table: two of the ten digits are hardly read.",
  ],
  [
    "F",
    "leakage",
    "F is worse elsewhere too, but not everywhere: with leakage all digits fall. Here it is two of the ten.",
  ],
  ["F", "labels", "With labels that do not fit, nothing would be read. F reads eight of the ten digits well."],
];

export const q4 = exercise<Diagnosis>({
  id: "16.4",
  title: "Six patients",
  hints: [
    "Answer the five questions for each patient, in their order, and stop at the first that is unusual.",
    "Two began badly, before any step: one far above ln 10, one exactly at ln 10. One began well, and the first steps spoiled it.",
    "Three have a training loss that falls as it should. One fails in validation, one only elsewhere, one only on some digits.",
    "Pixels not scaled: the scores are extreme at once. Weights too small: all digits get 1/10. Rate too large: the first steps make it worse. Labels shuffled: it learns by heart, and validation rises. Leakage: validation too good. Balance: some digits hardly read.",
  ],
  solution: (patient) => {
    const found: Record<string, string> = {
      A: "rate",
      B: "labels",
      C: "weights",
      D: "leakage",
      E: "scale",
      F: "balance",
    };
    return found[patient];
  },
  mistakes: CONFUSED.map(([name, fault, says]) => ({
    name: `${name} taken for ${fault}`,
    answer: (patient: string) => (patient === name ? fault : faults[patient as PatientName]),
    says,
  })),
  check(answer, t) {
    for (const name of PATIENTS) {
      const said = answer(name);
      if (said === faults[name]) continue;
      t.ok(isFault(said), `Patient ${name}: return one of the words of the table, as it is written there.`);
      t.ok(false, LOOK[name]);
      return;
    }
  },
});

type Verdict = "diverged" | "not learning" | "overfitting" | "fine";
type Diagnose = (loss: number[], validationLoss: number[]) => string;

const last = (values: number[]) => values[values.length - 1];
const judge = (
  { loss, validation }: { loss: number[]; validation: number[] },
  { grown = 1, little = 0.9, above = 1.2 }: { grown?: number; little?: number; above?: number } = {},
): Verdict => {
  if (Number.isNaN(last(loss)) || last(loss) > grown * loss[0]) return "diverged";
  if (last(loss) > little * loss[0]) return "not learning";
  return last(validation) > above * Math.min(...validation) ? "overfitting" : "fine";
};

const someCurves = dependent(integers(1, 5), (length) =>
  tuple<[number[], number[]]>(
    nestedArrays([length], numbers(0.25, 5)) as never,
    nestedArrays([length], numbers(0.25, 3)) as never,
  ),
);

export const q5 = exercise<Diagnose>({
  id: "16.5",
  title: "A doctor for trainings",
  hints: [
    "Ask the questions in the order of the table, and return at the first yes.",
    "Where a loss became NaN every comparison is false, so ask for it by itself: `Number.isNaN(…)`.",
    "`const first = loss[0]; const end = loss[loss.length - 1];` and for the validation curve its last value and `Math.min(...validationLoss)`.",
    '`if (Number.isNaN(end) || end > first) return "diverged";` `if (end > 0.9 * first) return "not learning";` and so on.',
  ],
  solution: (loss, validationLoss) => {
    const end = loss[loss.length - 1];
    if (Number.isNaN(end) || end > loss[0]) return "diverged";
    if (end > 0.9 * loss[0]) return "not learning";
    const best = Math.min(...validationLoss);
    return validationLoss[validationLoss.length - 1] > 1.2 * best ? "overfitting" : "fine";
  },
  mistakes: [
    {
      name: "NaN not seen",
      answer: (loss, validation) => {
        if (last(loss) > loss[0]) return "diverged";
        if (last(loss) > 0.9 * loss[0]) return "not learning";
        return last(validation) > 1.2 * Math.min(...validation) ? "overfitting" : "fine";
      },
      says: "A loss of NaN came through. Every comparison with NaN is false, also `NaN === NaN`; ask `Number.isNaN(…)`.",
    },
    {
      name: "NaN compared",
      answer: (loss, validation) => (Number.isNaN(last(loss)) ? "not learning" : judge({ loss, validation })),
      says: 'You call a loss of NaN "not learning". It is the far end of diverging: the numbers grew until they were none.',
    },
    {
      name: "overfitting by the gap",
      answer: (loss, validation) => {
        const verdict = judge({ loss, validation });
        if (verdict === "diverged" || verdict === "not learning") return verdict;
        return last(validation) > 1.2 * last(loss) ? "overfitting" : "fine";
      },
      says: "You compare validation with training. A gap between the two is usual; here the question is whether validation has risen again above its own lowest value.",
    },
    {
      name: "against the first value",
      answer: (loss, validation) => {
        const verdict = judge({ loss, validation });
        if (verdict === "diverged" || verdict === "not learning") return verdict;
        return last(validation) > 1.2 * validation[0] ? "overfitting" : "fine";
      },
      says: "You compare the last validation loss with the first. Most fall first and rise later: compare with the lowest.",
    },
    {
      name: "overfitting asked first",
      answer: (loss, validation) =>
        last(validation) > 1.2 * Math.min(...validation) ? "overfitting" : judge({ loss, validation }),
      says: "You ask for overfitting first. A training that diverges has a rising validation loss too: ask in the order of the table.",
    },
    {
      name: "not learning asked first",
      answer: (loss, validation) => (last(loss) > 0.9 * loss[0] ? "not learning" : judge({ loss, validation })),
      says: 'You ask for "not learning" first, and a loss that has grown is caught there. Ask for "diverged" before.',
    },
    {
      name: "training curve for validation",
      answer: (loss) => judge({ loss, validation: loss }),
      says: "You look for overfitting in the training loss. There it cannot be seen: use `validationLoss`.",
    },
    {
      name: "validation for training",
      answer: (_, validation) => judge({ loss: validation, validation }),
      says: "You use the validation loss for the first two questions. Whether a network learns at all is seen in `loss`.",
    },
    {
      name: "largest value",
      answer: (loss, validation) =>
        Number.isNaN(last(loss)) || Math.max(...loss) > loss[0] ? "diverged" : judge({ loss, validation }),
      says: "You call it diverged if the loss was higher at any time. A bump on the way is common; only the last value counts here.",
    },
    {
      name: "less than a tenth is left",
      answer: (loss, validation) => judge({ loss, validation }, { little: 0.1 }),
      says: '"Fallen by less than a tenth" means that more than 0.9 of the first value is left, not more than 0.1.',
    },
    {
      name: "any rise",
      answer: (loss, validation) => judge({ loss, validation }, { above: 1 }),
      says: "You call every small rise of validation overfitting. Curves tremble: ask for more than 1.2 times the lowest.",
    },
    {
      name: "other words",
      answer: (loss, validation) =>
        ({ diverged: "Diverged", "not learning": "Not learning", overfitting: "Overfitting", fine: "Fine" })[
          judge({ loss, validation })
        ],
      says: "Your words begin with capitals. Return exactly the words of the table.",
    },
  ],
  check(answer, t) {
    t.equal(answer([2.3, 1.2, 0.5], [2, 1.1, 0.6]), "fine", "Both curves fall.");
    t.equal(answer([2.3, 2.3, 2.3], [2.3, 2.3, 2.3]), "not learning", "Nothing has fallen.");
    t.equal(answer([2, 3, 9], [2, 4, 8]), "diverged", "The training loss has grown.");
    t.equal(answer([2.3, 0.4, Number.NaN], [1, 1, 1]), "diverged", "The loss is no number any more.");
    t.equal(answer([2.3, 0.4, 0.01], [2.6, 0.8, 1.3]), "overfitting", "Validation fell to 0.8 and rose to 1.3.");
    t.equal(answer([2.3, 2.9, 1.1], [2, 1.5, 1.4]), "fine", "A bump in between does no harm.");
    t.equal(answer([2, 1.8], [2, 1]), "fine", "Fallen to exactly 0.9 of the first: that is a tenth.");
    t.equal(answer([2, 2], [2, 2]), "not learning", "The same as at first has not grown.");
    t.equal(answer([2, 0.5, 0.3], [1, 0.5, 0.6]), "fine", "0.6 is exactly 1.2 times the lowest, and not more.");
    t.equal(answer([2, 0.5, 0.3], [3, 0.4, 0.5]), "overfitting", "From 0.4 to 0.5, though it began at 3.");
    t.agrees(someCurves, "The questions of the table, in its order.", { runs: 300 });
  },
});
