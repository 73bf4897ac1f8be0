import { integers, mapped, tuple } from "cnn-workbook/exercises";
import type { Part } from "./counts.js";

/** A convolutional layer as exercise 10.1 gets it. */
export type Layered = [input: number[], kernel: number[], stride: number, padding: number, filters: number];

/** Sides for which the filters fit evenly, as lesson 09 wants them. */
export const fittingLayers = mapped(
  tuple<number[]>(
    integers(2, 9),
    integers(2, 9),
    integers(1, 5),
    integers(1, 5),
    integers(1, 3),
    integers(0, 2),
    integers(1, 6),
    integers(1, 8),
  ),
  ([rows, columns, high, wide, stride, wanted, channels, filters]): Layered => {
    const side = (places: number, kernel: number, padding: number) => (places - 1) * stride + kernel - 2 * padding;
    const padding = Math.min(side(rows, high, wanted), side(columns, wide, wanted)) >= 1 ? wanted : 0;
    return [
      [side(rows, high, padding), side(columns, wide, padding), channels],
      [high, wide],
      stride,
      padding,
      filters,
    ];
  },
);

const conv = (kernel: number, filters: number): Part => ({ type: "conv", kernel, filters });
const pool = (size: number): Part => ({ type: "pool", size });
const dense = (units: number): Part => ({ type: "dense", units });

/** Convolutions and pooling by turns, then one or two dense layers. */
export const networks = mapped(
  tuple<number[]>(
    integers(14, 30),
    integers(14, 30),
    integers(1, 3),
    integers(0, 3),
    integers(1, 3),
    integers(1, 5),
    integers(2, 3),
    integers(2, 4),
    integers(1, 5),
    integers(1, 9),
    integers(1, 9),
    integers(0, 1),
  ),
  ([height, width, channels, convolutions, first, filters, size, second, more, units, classes, twoDense]): [
    number[],
    Part[],
  ] => [
    [height, width, channels],
    [
      ...(convolutions > 0 ? [conv(first, filters)] : []),
      ...(convolutions !== 1 ? [pool(size)] : []),
      ...(convolutions > 1 ? [conv(second, more)] : []),
      ...(convolutions > 2 ? [pool(2)] : []),
      dense(units),
      ...(twoDense === 1 ? [dense(classes)] : []),
    ],
  ],
);
