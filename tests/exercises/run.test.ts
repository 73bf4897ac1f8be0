import { exercise, integers, run, todo } from "cnn-workbook/exercises";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { pairs, windows } from "./examples.js";

const right = (signal: number[]) => signal.slice(1).map((value, i) => value + signal[i]);
/** An answer of a type that its declaration does not have. */
const loose = (answer: (...input: never[]) => unknown) => answer as (signal: number[]) => number[];

describe("run(exercise, answer)", () => {
  it("passes the solution", () => {
    expect(run(windows, windows.definition.solution)).toEqual({ status: "passed", message: "Passed." });
  });

  it("passes typed arrays, ndarrays and other sums of the same numbers", () => {
    expect(
      run(
        pairs,
        loose((signal: number[]) => Float64Array.from(right(signal))),
      ).status,
    ).toBe("passed");
    expect(
      run(
        pairs,
        loose((signal: number[]) => ndarray(Float64Array.from(right(signal)))),
      ).status,
    ).toBe("passed");
    expect(run(pairs, (signal) => right(signal).map((sum) => sum + 0.1 + 0.2 - 0.3)).status).toBe("passed");
  });

  it("generates the same inputs each time, and others from another seed", () => {
    const inputsOf = (seed?: number) => {
      const seen: string[] = [];
      const answer = (signal: number[]) => {
        seen.push(String(signal));
        return right(signal);
      };
      run(pairs, answer, { seed });
      return seen.join("; ");
    };
    expect(inputsOf()).toBe(inputsOf());
    expect(inputsOf()).toBe(inputsOf(0));
    expect(inputsOf()).not.toBe(inputsOf(1));
  });

  it("shows a hand-made case with what was expected", () => {
    function sums(signal: number[]) {
      return right(signal).map((sum, i) => (i === 1 ? sum + 1 : sum));
    }
    expect(run(pairs, sums)).toEqual({
      status: "wrong",
      message: "1 + 2 and 2 + 4.",
      evidence: { call: "sums([1, 2, 4])", expected: "[3, 6]", got: "[3, 7]", where: "At [1]: expected 6, got 7." },
    });
  });

  it("shows the smallest generated case without what was expected", () => {
    const result = run(pairs, (signal) => (signal.length > 3 ? right(signal).map((sum) => sum + 5) : right(signal)));
    expect(result).toMatchObject({
      status: "wrong",
      message: "Each sum takes one step.",
      evidence: { inputs: "signal = [0, 0, 0, 0]", got: "[5, 5, 5]", where: "At [0]: got 5, which is not right." },
    });
    expect((result as { evidence: object }).evidence).not.toHaveProperty("expected");
  });

  it("gives the same verdict each time", () => {
    const answer = (signal: number[]) => right(signal).map((sum) => (sum === 7 ? 8 : sum));
    expect(run(pairs, answer)).toEqual(run(pairs, answer));
  });
});

describe("planted mistakes", () => {
  it.each([0, 1, 2])("recognises mistake %i by what it does, however it is written", (i) => {
    const mistake = windows.mistakes[i];
    const result = run(windows, (n, size, stride) => mistake.answer(n, size, stride) * 1);
    expect(result).toMatchObject({ status: "wrong", mistake: mistake.name });
    if (typeof mistake.says === "string") expect(result.message).toBe(mistake.says);
  });

  it("lets a mistake speak of the case at hand", () => {
    const result = run(windows, (n, size) => n - size + 1);
    expect(result.message).toBe("You count all 6 starts in 7 cells; with stride 2 some are left out.");
  });

  it("does not take another wrong answer for a planted one", () => {
    const result = run(windows, (n, size, stride) => (n > 19 ? 0 : Math.floor((n - size) / stride)));
    expect(result).toMatchObject({ status: "wrong", message: "From cell 0 to cell 2 there are three starts." });
    expect(result).not.toHaveProperty("mistake");
  });

  it("recognises one by the input that it changes", () => {
    const sorts = (signal: number[]) => right(signal.sort((a, b) => a - b));
    expect(run(pairs, sorts)).toMatchObject({ status: "wrong", mistake: "sorts the signal" });
  });
});

describe("answers that cannot be compared", () => {
  it("calls todo() not written yet, also behind a case that works", () => {
    expect(run(pairs, () => todo())).toEqual({ status: "unwritten", message: "Not written yet." });
    expect(run(pairs, (signal) => (signal.length === 3 ? right(signal) : todo())).status).toBe("unwritten");
  });

  it.each([[3], [undefined], [[1, 2]], ["sums"]])("says that %j is no function", (answer) => {
    const result = run(pairs, answer as never);
    expect(result.status).toBe("error");
    expect(result.message).toContain("The check needs your function itself, by its name and without calling it.");
  });

  it("names an input that was changed", () => {
    const changes = (signal: number[]) => {
      const sums = right(signal);
      signal[0] = 99;
      return sums;
    };
    const result = run(pairs, changes);
    expect(result).toMatchObject({ status: "wrong", evidence: { call: "changes([1, 2, 4])" } });
    expect(result.message).toContain("changes changed its input `signal`");
  });

  it("says so beside the wrong result where there are both", () => {
    const result = run(pairs, (signal) => signal.fill(0));
    expect(result.message).toMatch(/^1 \+ 2 and 2 \+ 4\.\n.*changed its input `signal`/);
  });

  it("shows the error of an answer that throws, with its input", () => {
    const throws = (signal: number[]) => [(signal as unknown as number[][])[7][0]];
    const result = run(pairs, throws);
    expect(result).toMatchObject({ status: "error", evidence: { call: "throws([1, 2, 4])" } });
    expect(result.message).toContain("throws stopped with an error. TypeError: Cannot read properties of undefined");
    expect(result.message).toContain("past the end of an array?");
  });

  it("shrinks an input on which it throws", () => {
    const result = run(pairs, (signal) => {
      if (signal.length > 4) throw "too long";
      return right(signal);
    });
    expect(result).toMatchObject({ status: "error", evidence: { inputs: "signal = [0, 0, 0, 0, 0]" } });
    expect(result.message).toContain("It threw too long.");
  });

  it.each([
    ["nothing", () => undefined, "Expected an array of 2 entries, got undefined. Is a `return` missing?"],
    ["a number", () => 3, "Expected an array of 2 entries, got the number 3."],
    ["a text", () => "3, 6", 'Expected an array of 2 entries, got the text "3, 6".'],
    ["null", () => null, "Expected an array of 2 entries, got null."],
  ])("names the kind where it returns %s", (_, answer, message) => {
    expect(run(pairs, loose(answer))).toMatchObject({ status: "wrong", message });
  });

  it("names NaN and shapes", () => {
    const nan = run(pairs, (signal) => [...right(signal).slice(0, -1), signal[9] + 1]);
    expect(nan).toMatchObject({ evidence: { where: expect.stringContaining("got NaN. A sum becomes NaN when") } });
    const long = run(pairs, (signal) => [...right(signal), 0]);
    expect(long).toMatchObject({ evidence: { where: "Expected 2 entries, got 3 entries." } });
  });

  it("refuses a promise, also one that fails", () => {
    expect(
      run(
        pairs,
        loose(async () => [3, 6]),
      ),
    ).toMatchObject({ status: "error" });
    const fails = run(
      pairs,
      loose(() => Promise.reject(new Error("late"))),
    );
    expect(fails.message).toContain("take away `async` and `await`");
  });
});

describe("the time limit", () => {
  const limit = 150;
  it.each<[string, (signal: number[]) => number[]]>([
    [
      "a loop",
      () => {
        for (;;);
      },
    ],
    [
      "a loop that catches everything",
      () => {
        for (;;)
          try {
            for (;;);
          } catch {}
      },
    ],
    [
      "a loop in a sort",
      (signal) =>
        signal.sort(() => {
          for (;;);
        }),
    ],
    ["a regular expression", () => [Number(/^(a+)+$/.test(`${"a".repeat(40)}b`))]],
  ])("ends %s", (_, answer) => {
    const result = run(pairs, answer, { limit });
    expect(result).toMatchObject({ status: "error", evidence: { call: expect.stringContaining("([1, 2, 4])") } });
    expect(result.message).toContain("did not finish: it was still running after 0.15 seconds");
  });

  it("shows the generated input on which a loop does not end", () => {
    const result = run(
      pairs,
      (signal) => {
        while (signal.length > 3);
        return right(signal);
      },
      { limit },
    );
    expect(result).toMatchObject({ status: "error", evidence: { inputs: expect.stringMatching(/^signal = \[/) } });
  });

  it("shows a wrong result that came before the loop", () => {
    const result = run(
      pairs,
      (signal) => {
        while (signal.length !== 3);
        return [0, 0];
      },
      { limit },
    );
    expect(result).toMatchObject({ status: "wrong", evidence: { got: "[0, 0]" } });
  });

  it("passes a slow answer that is right, on fewer inputs", () => {
    let calls = 0;
    const slow = (signal: number[]) => {
      calls++;
      for (const start = Date.now(); Date.now() - start < 20; );
      return right(signal);
    };
    expect(run(pairs, slow).status).toBe("passed");
    expect(calls).toBeLessThan(60);
  });

  it("stops an answer that calls itself for ever", () => {
    const again = (signal: number[]): number[] => again(signal);
    expect(run(pairs, again).message).toContain("call itself without an end?");
  });
});

describe("what an exercise may ask", () => {
  const positive = exercise<(n: number) => number>({
    id: "01.9",
    title: "Square root",
    hints: ["Math.sqrt"],
    solution: (n) => {
      if (n < 0) throw new RangeError("no root");
      return Math.sqrt(n);
    },
    check(answer, t) {
      t.ok(answer(2) > 1.4, "The root of 2 is about 1.414.");
      t.throws(() => answer(-1), "A negative number has no real root.");
      t.equal(answer(3), 1.732, "The root of 3.", { tolerance: 1e-3 });
      t.agrees([integers(0, 50)], "For every number.", { runs: 20, tolerance: 1e-6 });
    },
  });

  it("accepts what holds", () => expect(run(positive, positive.definition.solution).status).toBe("passed"));
  it("rejects what does not, with what came", () => {
    const result = run(positive, function half(n) {
      return n / 2;
    });
    expect(result).toEqual({
      status: "wrong",
      message: "The root of 2 is about 1.414.",
      evidence: { call: "half(2)", got: "1" },
    });
  });
  it("wants an error where there must be one", () => {
    expect(run(positive, (n) => Math.sqrt(Math.abs(n))).message).toBe("A negative number has no real root.");
  });

  const first = exercise<() => number[]>({
    id: "01.8",
    title: "Any numbers",
    hints: ["[1]"],
    solution: () => [1],
    check: (answer, t) => t.ok(answer().length > 0, "At least one."),
  });

  it("blames the answer when the check cannot use what it returned", () => {
    const nothing = run(first, (() => {}) as never);
    expect(nothing).toMatchObject({ status: "wrong", message: expect.stringContaining("Is a `return` missing?") });
  });

  it("blames the exercise when its own solution or its check fails", () => {
    const fails = () => {
      throw new Error("typo");
    };
    const { definition } = first;
    const solution = exercise<() => number[]>({ ...definition, solution: fails, check: (_, t) => t.agrees([], "…") });
    const check = exercise<() => number[]>({ ...definition, check: fails });
    for (const broken of [solution, check]) {
      expect(run(broken, () => [2])).toMatchObject({
        status: "error",
        message: expect.stringMatching(/^This is not your fault: the exercise itself is broken, as .*typo$/),
      });
    }
  });
});

describe("what answers print", () => {
  const printed = (work: () => void) => {
    const texts: string[] = [];
    const { write } = process.stdout;
    process.stdout.write = ((text: string) => texts.push(text)) as never;
    try {
      work();
    } finally {
      process.stdout.write = write;
    }
    return texts.join("");
  };

  it("appears for hand-made cases only, and not without end", () => {
    const talks = (signal: number[]) => {
      process.stdout.write(`seen ${signal.length}\n`);
      return right(signal);
    };
    expect(printed(() => run(pairs, talks))).toBe("seen 3\n");
    const floods = (signal: number[]) => {
      for (let i = 0; i < 5000; i++) process.stdout.write("again\n");
      return right(signal);
    };
    expect(printed(() => run(pairs, floods)).length).toBeLessThan(11_000);
  });
});
