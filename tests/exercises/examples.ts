import { dependent, type Exercise, exercise, integers, mapped, signals, tuple } from "cnn-workbook/exercises";

/** How many windows of `size` cells fit along `n` cells when they start every `stride` cells. */
export const windows: Exercise<(n: number, size: number, stride: number) => number> = exercise({
  id: "11.2",
  title: "How many windows fit along an axis of n cells?",
  hints: ["Where does the last window start?", "Count the jumps from cell 0 to n − size."],
  solution: (n: number, size: number, stride: number) => Math.floor((n - size) / stride) + 1,
  mistakes: [
    { name: "no + 1", answer: (n, k, s) => Math.floor((n - k) / s), says: "The window at cell 0 counts too." },
    {
      name: "rounds up",
      answer: (n, k, s) => Math.ceil((n - k) / s) + 1,
      says: "A window past the edge does not fit.",
    },
    {
      name: "ignores the stride",
      answer: (n, k) => n - k + 1,
      says: ({ input: [n, , s], got }) =>
        `You count all ${got} starts in ${n} cells; with stride ${s} some are left out.`,
    },
  ],
  check(answer, t) {
    t.equal(answer(5, 3, 1), 3, "From cell 0 to cell 2 there are three starts.");
    t.equal(answer(7, 2, 2), 3, "Starts are 0, 2 and 4; the next window would leave the line.");
    t.agrees(
      dependent(integers(1, 20), (n) =>
        mapped(
          tuple(integers(1, n), integers(1, 4)),
          ([size, stride]) => [n, size, stride] as [number, number, number],
        ),
      ),
      "It must hold for lines and windows of every size.",
    );
  },
});

/** Neighbouring sums of a signal: something that takes and returns arrays. */
export const pairs: Exercise<(signal: number[]) => number[]> = exercise({
  id: "01.1",
  title: "Sums of neighbours",
  hints: ["Add two at a time."],
  solution: (signal: number[]) => signal.slice(1).map((value, i) => value + signal[i]),
  mistakes: [
    {
      name: "sorts the signal",
      answer: (signal) => {
        signal.sort((a, b) => a - b);
        return signal.slice(1).map((value, i) => value + signal[i]);
      },
      says: "Neighbours are those that stand side by side as the signal came.",
    },
  ],
  check(answer, t) {
    t.equal(answer([1, 2, 4]), [3, 6], "1 + 2 and 2 + 4.");
    t.agrees([signals({ minLength: 2, maxLength: 6 })], "Each sum takes one step.");
  },
});
