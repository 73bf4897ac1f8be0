import {
  type Architecture,
  architectureDiagram,
  architectures,
  type Layer,
  summarize,
} from "cnn-workbook/architectures";
import { describe, expect, it } from "vitest";

type Numbers = (number | null)[];
type Trace = Record<string, unknown> & { x: Numbers; y: Numbers };

const network = (layers: Layer[], input = [8, 10, 2]): Architecture => ({ name: "small", input, layers });
const conv = (filters: number): Layer => ({ type: "conv2d", kernel: 3, filters, padding: "same" });

function parts(architecture: Architecture, inputShape?: number[]) {
  const { data, layout, alt } = architectureDiagram(architecture, inputShape);
  const traces = data as Trace[];
  const written = traces.find((trace) => trace.hovertext !== undefined)!;
  const texts = written.text as string[];
  const plain = texts.map((text) => text.replace(/<\/?b>/g, "").replace(/<br>/g, " | "));
  const boxes = traces.filter(({ fill }) => fill === "toself").flatMap(rectangles);
  const heads = traces.find(({ mode }) => mode === "markers")!;
  const frames = rectangles(traces.find(({ line }) => (line as { dash?: string })?.dash === "dot")!);
  const times = traces
    .filter(({ text }) => isTimes(text))
    .flatMap(({ text }) => (text as string[]).map((one) => Number(one.replace(/\D/g, ""))));
  return { layout, alt, plain, written, boxes, heads, frames, times, hovers: written.hovertext as string[] };
}

const isTimes = (text: unknown) =>
  Array.isArray(text) && text.length > 0 && text.every((one) => /^<b>× \d+<\/b>$/.test(one));

function rectangles({ x, y }: Trace) {
  const corners: { left: number; right: number; top: number; bottom: number }[] = [];
  for (let at = 0; at < x.length; at += 6) {
    corners.push({ left: x[at]!, right: x[at + 1]!, top: y[at]!, bottom: y[at + 2]! });
  }
  return corners;
}

const amount = (hovers: string[], what: string) =>
  hovers.reduce((sum, hover) => {
    const found = new RegExp(`([\\d,]+) ${what}`).exec(hover);
    return sum + (found ? Number(found[1].replace(/,/g, "")) : 0);
  }, 0);

describe("architectureDiagram of a chain", () => {
  it("has a box a layer in order, each with the shape that comes out", () => {
    const { plain, boxes } = parts(architectures.leNet5);
    expect(plain).toEqual([
      "input | 28 × 28 × 1",
      "conv 5×5, tanh | 28 × 28 × 6",
      "max pool 2×2 | 14 × 14 × 6",
      "conv 5×5, tanh | 10 × 10 × 16",
      "max pool 2×2 | 5 × 5 × 16",
      "flatten | 400",
      "dense, tanh | 120",
      "dense, tanh | 84",
      "dense, softmax | 10",
    ]);
    expect(boxes).toHaveLength(plain.length);
  });

  it("writes normalisation, activation and dropout into the box before them", () => {
    const { plain } = parts(
      network([
        conv(3),
        { type: "batchNorm" },
        { type: "activation", activation: "relu" },
        { type: "dropout", rate: 0.5 },
      ]),
    );
    expect(plain.slice(1)).toEqual(["conv 3×3 | norm, relu, dropout | 8 × 10 × 3"]);
  });

  it("gives a small layer at the beginning a box of its own", () => {
    expect(parts(network([{ type: "batchNorm" }, conv(3)])).plain.slice(1)).toEqual([
      "norm | 8 × 10 × 2",
      "conv 3×3 | 8 × 10 × 3",
    ]);
  });

  it("says strides, groups and windows that are not square", () => {
    const { plain } = parts(
      network([
        { type: "conv2d", kernel: [3, 1], filters: 4, stride: 2, groups: 2 },
        { type: "averagePool2d", size: 2, stride: 1 },
        { type: "maxPool2d", size: [1, 2], stride: [1, 2] },
        { type: "conv2dTranspose", kernel: 2, filters: 1, stride: [2, 1] },
      ]),
    );
    expect(plain.map((text) => text.split(" | ")[0])).toEqual([
      "input",
      "conv 3×1, stride 2, 2 groups",
      "average pool 2×2",
      "max pool 1×2",
      "up-conv 2×2, stride 2×1",
    ]);
  });

  it("takes another input than the network's own", () => {
    expect(parts(network([conv(3)]), [4, 5, 2]).plain).toEqual(["input | 4 × 5 × 2", "conv 3×3 | 4 × 5 × 3"]);
  });

  it("draws the input of a network without layers", () => {
    expect(parts(network([])).plain).toEqual(["input | 8 × 10 × 2"]);
  });
});

describe("repetitions", () => {
  it("are drawn once, with how often: the stages of VGG-16", () => {
    const { plain, times, frames } = parts(architectures.vgg16);
    expect(times).toEqual([2, 2, 3, 3, 3, 2]);
    expect(frames).toHaveLength(6);
    expect(plain.filter((text) => text.startsWith("conv"))).toHaveLength(5);
  });

  it("may be of several layers", () => {
    const pair: Layer[] = [conv(3), { type: "conv2d", kernel: 1, filters: 3 }];
    const { plain, times } = parts(network([...pair, ...pair, ...pair]));
    expect(times).toEqual([3]);
    expect(plain).toHaveLength(3);
  });

  it("tell fewest and most channels where these differ", () => {
    expect(parts(network([conv(7), conv(4), conv(5)])).plain.slice(1)).toEqual(["conv 3×3 | 8 × 10 × 4…7"]);
  });

  it("are none where the size of the picture changes", () => {
    const shrinking: Layer = { type: "conv2d", kernel: 3, filters: 2 };
    expect(parts(network([shrinking, shrinking])).times).toEqual([]);
  });

  it("are none where dense layers differ in their units", () => {
    const layers: Layer[] = [{ type: "flatten" }, { type: "dense", units: 5 }, { type: "dense", units: 4 }];
    expect(parts(network(layers)).times).toEqual([]);
  });

  it("keep the counts of all that are drawn as one", () => {
    const hover = parts(network([conv(3), conv(3)])).hovers[1];
    expect(hover).toContain("conv2d_1 … conv2d_2");
    expect(hover).toContain(`${9 * 2 * 3 + 3 + (9 * 3 * 3 + 3)} parameters`);
  });
});

describe("branches", () => {
  const module = architectures.googLeNet.layers.filter(({ type }) => type === "concat").slice(0, 1);

  it("stand beside each other, and are joined below: a module of GoogLeNet", () => {
    const { plain, written, times } = parts(network([...module], [28, 28, 192]));
    const columns = (rows: number[]) => rows.map((at) => written.x[at]!);
    expect(times).toEqual([]);
    expect(plain.at(-1)).toBe("concat | 28 × 28 × 256");
    const first = [1, 2, 4, 6];
    expect(new Set(columns(first)).size).toBe(4);
    expect(columns([2, 3])).toEqual([written.x[2], written.x[2]]);
    expect(Math.max(...written.y.slice(1, -1).map(Number))).toBeLessThan(written.y.at(-1)!);
    expect(written.x.at(-1)).toBe(0);
  });

  it("that change nothing are a line past the others", () => {
    const { plain, heads } = parts(network([{ type: "add", branches: { residual: [conv(2)], shortcut: [] } }]));
    expect(plain).toEqual(["input | 8 × 10 × 2", "conv 3×3 | 8 × 10 × 2", "add | 8 × 10 × 2"]);
    expect(heads.x).toHaveLength(3);
  });

  it("for an output at the side leave the main line where it is", () => {
    const { plain, written } = parts(
      network([
        conv(3),
        { type: "side", name: "early", layers: [{ type: "flatten" }] },
        { type: "maxPool2d", size: 2 },
      ]),
    );
    expect(plain.slice(1).map((text) => text.split(" | ")[0])).toEqual(["conv 3×3", "flatten", "max pool 2×2"]);
    expect([written.x[1], written.x[3]]).toEqual([0, 0]);
    expect(written.x[2]).toBeGreaterThan(0.4);
  });
});

describe.each(Object.entries(architectures))("%s", (_key, architecture: Architecture) => {
  const { layout, boxes, heads, plain, hovers, alt } = parts(architecture);
  const { totals } = summarize(architecture);

  it("has boxes that neither overlap nor leave the figure", () => {
    const [left, right] = (layout.xaxis as { range: number[] }).range;
    const [bottom, top] = (layout.yaxis as { range: number[] }).range;
    for (const [i, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(left);
      expect(a.right).toBeLessThanOrEqual(right);
      expect(a.top).toBeGreaterThanOrEqual(top);
      expect(a.bottom).toBeLessThanOrEqual(bottom);
      const hit = boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      expect(hit).toEqual([]);
    }
  });

  it("has an arrow into every box but the first", () => {
    const entered = new Set(heads.x.map((x, i) => `${x!.toFixed(3)} ${heads.y[i]! + 4}`));
    const tops = boxes.map((box) => `${((box.left + box.right) / 2).toFixed(3)} ${box.top}`.replace("-0.000", "0.000"));
    const normal = new Set([...entered].map((place) => place.replace(/^-0\.000/, "0.000")));
    expect(tops.filter((place) => !normal.has(place))).toEqual(["0.000 0"]);
  });

  it("tells all parameters and multiply-adds once", () => {
    expect(amount(hovers, "parameters")).toBe(totals.params);
    expect(amount(hovers, "multiply-adds")).toBe(totals.multiplyAdds);
  });

  it("says what goes in and comes out, in the boxes and in words", () => {
    const last = plain.at(-1)!.split(" | ").at(-1)!;
    expect(plain[0]).toBe(`input | ${architecture.input.join(" × ")}`);
    expect(alt).toContain(`from ${architecture.input.join(" × ")} to ${last}`);
    expect(alt).toContain(`${summarize(architecture).rows.length} layers`);
  });
});

it("a layer that does not fit is named, as in the summary", () => {
  const layers: Layer[] = [{ type: "conv2d", name: "too large", kernel: 9, filters: 1 }];
  expect(() => architectureDiagram(network(layers))).toThrow(/layer "too large" receives \[8, 10, 2\]/);
});
