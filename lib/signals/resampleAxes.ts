import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray, wholeNumber } from "../arrays/index.js";

/** Makes each line of a signal or image shorter or longer: along its one axis, or down and then across, not colours. */
export function resampleAxes(
  input: ArrayInput,
  factor: number,
  resample: (line: Float64Array) => Float64Array,
): Float64NdArray {
  wholeNumber(factor, "factor", 1);
  const array = toNdarray(input, "input", { rank: [1, 2, 3] });
  return array.dimension === 1 ? alongAxis(array, 0, resample) : alongAxis(alongAxis(array, 0, resample), 1, resample);
}

function alongAxis(
  array: Float64NdArray,
  axis: number,
  resample: (line: Float64Array) => Float64Array,
): Float64NdArray {
  const { shape, data } = array;
  const length = shape[axis];
  const inner = shape.slice(axis + 1).reduce((product, side) => product * side, 1);
  const newLength = resample(new Float64Array(length)).length;
  const out = new Float64Array((data.length / length) * newLength);
  for (let block = 0; block < data.length / (length * inner); block++) {
    for (let place = 0; place < inner; place++) {
      const from = block * length * inner + place;
      const line = resample(Float64Array.from({ length }, (_, i) => data[from + i * inner]));
      for (let i = 0; i < newLength; i++) out[(block * newLength + i) * inner + place] = line[i];
    }
  }
  return readable(ndarray(out, [...shape.slice(0, axis), newLength, ...shape.slice(axis + 1)]));
}
