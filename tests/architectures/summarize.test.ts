import { type Architecture, architectures, type Layer, summarize } from "cnn-workbook/architectures";
import { describe, expect, it } from "vitest";
import { golden } from "../golden/golden.js";

type Name = keyof typeof architectures;

interface KerasNetwork {
  name: Name;
  params: number;
  trainableParams: number;
  multiplyAdds: number;
  layers: { shape: number[]; params: number }[];
}

/** Learned parameters and multiply-adds of one image, as the authors and torchvision give them. */
const published: [Name, number, number | undefined][] = [
  ["leNet5", 61_706, 416_520],
  ["alexNet", 61_100_840, 714_188_480],
  ["alexNet2012", 60_965_224, undefined],
  ["alexNet2012OneGroup", 62_378_344, undefined],
  ["vgg11", 132_863_336, undefined],
  ["vgg13", 133_047_848, undefined],
  ["vgg16", 138_357_544, 15_470_264_320],
  ["vgg19", 143_667_240, undefined],
  ["googLeNet", 6_624_904, 1_498_376_192],
  ["googLeNetAuxiliary", 13_004_888, undefined],
  ["googLeNet2014", 6_998_552, undefined],
  ["resNet18", 11_689_512, 1_814_073_344],
  ["resNet34", 21_797_672, undefined],
  ["resNet50", 25_557_032, 4_089_184_256],
  ["resNet101", 44_549_160, undefined],
  ["resNet152", 60_192_808, undefined],
  ["squeezeNet10", 1_248_424, 818_924_576],
  ["squeezeNet11", 1_235_496, 349_151_936],
  ["mobileNet", 4_231_976, 568_740_352],
  ["uNet", 31_030_658, undefined],
  ["digitsTwoConvolutions", 3_274_634, undefined],
];

describe("named networks", () => {
  it.each(published)("%s: %i learned parameters", (name, params, multiplyAdds) => {
    const { totals } = summarize(architectures[name]);
    expect(totals.trainableParams).toBe(params);
    if (multiplyAdds !== undefined) expect(totals.multiplyAdds).toBe(multiplyAdds);
  });

  it.each(golden<KerasNetwork>("keras_applications"))("$name: layer by layer as Keras builds it", (theirs) => {
    const { rows, totals } = summarize(architectures[theirs.name]);
    const { params, trainableParams, multiplyAdds } = totals;
    expect({ params, trainableParams, multiplyAdds }).toEqual({
      params: theirs.params,
      trainableParams: theirs.trainableParams,
      multiplyAdds: theirs.multiplyAdds,
    });
    // Keras lists parallel branches in turn, a layer of each.
    const text = (shape: readonly number[], count: number) => `${shape.join(" × ")}: ${count}`;
    const ours = rows.filter((row) => row.params > 0).map((row) => text(row.outputShape, row.params));
    expect(ours.sort()).toEqual(theirs.layers.map(({ shape, params }) => text(shape, params)).sort());
  });

  it.each([
    ["alexNet", 195],
    ["vgg16", 212],
    ["resNet50Of2015", 483],
    ["mobileNet", 315],
  ] as [Name, number][])("%s: its last maps see %i pixels (Araujo et al. 2019)", (name, pixels) => {
    const seen = summarize(architectures[name]).rows.map((row) => row.receptiveField);
    expect(seen.filter((field) => field !== undefined).at(-1)).toBe(pixels);
  });

  it("give a class scores, or U-Net's smaller map", () => {
    for (const [name, architecture] of Object.entries(architectures)) {
      const { rows } = summarize(architecture);
      const shape = rows[rows.length - 1].outputShape;
      expect(shape, name).toEqual(name === "uNet" ? [388, 388, 2] : [expect.any(Number)]);
    }
  });
});

const network = (...layers: Layer[]): Architecture => ({ name: "test", input: [32, 32, 3], layers });

describe("summarize", () => {
  it("counts ten 5×5 filters on a colour picture by hand", () => {
    const { rows } = summarize(network({ type: "conv2d", filters: 10, kernel: 5, padding: 2 }));
    expect(rows).toEqual([
      {
        name: "conv2d_1",
        type: "conv2d",
        outputShape: [32, 32, 10],
        params: 760,
        trainableParams: 760,
        multiplyAdds: 32 * 32 * 10 * 75,
        activations: 10_240,
        receptiveField: 5,
      },
    ]);
  });

  it("takes another input shape", () => {
    const { rows } = summarize(network({ type: "conv2d", filters: 4, kernel: 9 }), [368, 487, 3]);
    expect(rows[0]).toMatchObject({ outputShape: [360, 479, 4], params: 976 });
  });

  it("prints as a table that ends in totals", () => {
    const text = String(summarize(architectures.leNet5)).split("\n");
    expect(text[0]).toBe("LeNet-5");
    expect(text[4]).toBe("conv2d_1     28 × 28 × 6          156        117,600     5");
    expect(text.at(-3)).toBe("parameters     61,706");
  });

  it("adds and concatenates branches", () => {
    const conv: Layer = { type: "conv2d", filters: 3, kernel: 3, padding: "same" };
    const added = summarize(network({ type: "add", branches: { through: [conv], around: [] } }));
    expect(added.rows.map((row) => row.outputShape)).toEqual([
      [32, 32, 3],
      [32, 32, 3],
    ]);
    const beside = summarize(network({ type: "concat", branches: { through: [conv], around: [] } }));
    expect(beside.rows[1]).toMatchObject({ outputShape: [32, 32, 6], receptiveField: 3 });
  });
});

describe("a layer that does not suit its input", () => {
  const refused = (...layers: Layer[]) => {
    try {
      summarize(network(...layers));
    } catch (error) {
      return String(error);
    }
    return "accepted";
  };

  it("is named, with what it receives and what would fit", () => {
    expect(refused({ type: "maxPool2d", size: 16 }, { type: "conv2d", filters: 8, kernel: 5 })).toBe(
      'RangeError: layer "conv2d_1" receives [2, 2, 3]: its window covers 5 cells of the height, which is only 2: ' +
        'use padding 1 before and 2 after or "same", a window of at most 2, or a larger input',
    );
    expect(refused({ type: "conv2d", filters: 8, kernel: [3, 41], stride: 2, padding: 2 })).toContain(
      "41 cells of the width, which is only 32 with 2 before and 2 after added: use padding 4 before and 5 after",
    );
  });

  it.each<[string, Layer[]]>([
    ["put a flatten before it", [{ type: "dense", units: 10 }]],
    ["it needs [height, width, channels], got [3072]", [{ type: "flatten" }, { type: "maxPool2d", size: 2 }]],
    ["2 groups must divide its 3 channels", [{ type: "conv2d", filters: 4, kernel: 3, groups: 2 }]],
    ["`rate` 1 would drop everything", [{ type: "dropout", rate: 1 }]],
    ["nothing would be left of [32, 32, 3]", [{ type: "crop2d", crop: 16 }]],
    ['"conv2d_1" (conv2d); it has', [{ type: "conv2d", filters: 4, kernal: 3 } as unknown as Layer]],
    ['`units` is no option of layer "flatten_1" (flatten); it has none', [{ type: "flatten", units: 3 } as Layer]],
    ["`kernel` must be a number or [height, width]", [{ type: "conv2d", filters: 4 } as Layer]],
    ["`size` must be a number or [height, width]", [{ type: "maxPool2d" } as Layer]],
    ['`activation` must be one of "linear", "relu"', [{ type: "activation", activation: "rely" as "relu" }]],
    ['`padding` must be "valid", "same", cells', [{ type: "maxPool2d", size: 2, padding: null as unknown as 0 }]],
    ["`stride` must be a whole number", [{ type: "conv2d", filters: 4, kernel: 3, stride: 0 }]],
    [
      '"a" [32, 32, 3], "b" [16, 16, 3]: branches that are added need the same shape',
      [{ type: "add", branches: { a: [], b: [{ type: "maxPool2d", size: 2 }] } }],
    ],
    ["at least two branches", [{ type: "concat", branches: { only: [] } }]],
  ])("says: %s", (words, layers) => {
    expect(refused(...layers)).toContain(words);
  });

  it("has an unknown type", () => {
    const layer = { type: "conv3d" } as unknown as Layer;
    expect(refused(layer)).toContain('layer "conv3d_1" has the unknown type "conv3d"; known: conv2d, depthwiseConv2d');
  });
});
