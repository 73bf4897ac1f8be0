import { type Architecture, type Layer, type Summary, summarize } from "cnn-workbook/architectures";

/** What the network of exercise 10.5 may cost, and must see. */
export const budget = { params: 10_000, multiplyAdds: 400_000, sees: 20 };

const INPUT = [28, 28, 1];
/** Names of exercise 10.4, and others that one writes for these layers. */
const SHORT = /^(conv|pool|maxpool|maxPool|max|averagePool|conv2D|maxPool2D)$/;

/** A list of layers as a network for digits. */
export const forDigits = (layers: readonly Layer[]): Architecture => ({ name: "my network", input: INPUT, layers });

/** How a design fares: the first demand that it misses, in words; none when it meets all. */
export interface Verdict {
  holds: boolean;
  because: string;
}

const grouped = (value: number) => value.toLocaleString("en");

/** Pixels seen, along a side, by the numbers that the first layer which sees everything gets. */
export function seenBeforeTheEnd({ rows }: Pick<Summary, "rows">): number {
  const end = rows.findIndex(({ receptiveField }) => receptiveField === undefined);
  return end === 0 ? 1 : (rows[end === -1 ? rows.length - 1 : end - 1].receptiveField ?? 1);
}

/**
 * What is asked of a network for digits in exercise 10.5, one demand after another.
 *
 * @param layers - what a student returned, whatever it is
 */
export function judge(layers: unknown): Verdict[] {
  if (!Array.isArray(layers) || layers.length === 0) {
    return [
      {
        holds: false,
        because: 'Return a list of layers, such as `[{ type: "flatten" }, { type: "dense", units: 10 }]`.',
      },
    ];
  }
  const unknown = (layers as { type?: unknown }[]).find(
    (layer) => typeof layer?.type !== "string" || SHORT.test(layer.type),
  );
  if (unknown !== undefined || layers.includes(null)) {
    const because =
      "Each layer is written as in `digitNetwork`, with one of its types: `conv2d`, `maxPool2d`, `flatten`, `dense`.";
    return [{ holds: false, because }];
  }
  const counted = tryToCount(layers as Layer[]);
  if (typeof counted === "string") {
    return [{ holds: false, because: `The layers do not fit together: ${counted}.` }];
  }
  return demands(counted);
}

function tryToCount(layers: Layer[]): Summary | string {
  try {
    return summarize(forDigits(layers));
  } catch (error) {
    return (error as Error).message;
  }
}

function demands(summary: Summary): Verdict[] {
  const { rows, totals } = summary;
  const last = rows[rows.length - 1].outputShape;
  const sees = seenBeforeTheEnd(summary);
  const [most, hardest] = (["params", "multiplyAdds"] as const).map((column) =>
    rows.reduce((a, b) => (b[column] > a[column] ? b : a)),
  );
  return [
    {
      holds: last.join() === "10",
      because: `The network must end in 10 numbers, one a digit: shape [10]. Yours ends in [${last.join(", ")}].`,
    },
    {
      holds: rows.filter(({ type }) => type === "conv2d").length > 0,
      because: "There is no convolutional layer in it. Without one each neuron starts from single pixels.",
    },
    {
      holds: totals.params <= budget.params,
      because: `It has ${grouped(totals.params)} parameters; at most ${grouped(budget.params)} are allowed. The most, ${grouped(most.params)}, are in \`${most.name}\`. If that is a dense layer: let less come in, by pooling or with fewer channels. If a convolution: fewer filters, there or in the layer before.`,
    },
    {
      holds: totals.multiplyAdds <= budget.multiplyAdds,
      because: `It needs ${grouped(totals.multiplyAdds)} multiply-adds; at most ${grouped(budget.multiplyAdds)} are allowed. \`${hardest.name}\` does ${grouped(hardest.multiplyAdds)} of them. Work grows with the number of places: pool earlier, or use fewer filters where the picture is still large.`,
    },
    {
      holds: sees >= budget.sees,
      because: `What comes into the last part sees ${sees} pixels along a side; at least ${budget.sees} are asked for. A further 3 × 3 convolution adds 2 pixels, and twice as many after each pooling. A larger kernel adds more.`,
    },
  ];
}
