import type { NdArray } from "ndarray";
import ndarray from "ndarray";
import { readable } from "../../arrays/index.js";

/** An array in 16 bits a number, as text: small enough for a saved notebook, exact to 1/65,000 of its largest number. */
export interface PackedArray {
  shape: number[];
  /** What each whole number is multiplied with. */
  unit: number;
  /** Whole numbers from −32,767 to 32,767, lowest byte first, in base 64. */
  data: string;
}

const LARGEST = 32_767;

/** @param array - without gaps; not modified */
export function packWeights(array: NdArray<Float64Array>): PackedArray {
  const { data, shape } = array;
  const unit = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST || 1;
  const bytes = new DataView(new ArrayBuffer(2 * data.length));
  data.forEach((value, i) => {
    bytes.setInt16(2 * i, Math.round(value / unit), true);
  });
  const text = Array.from(new Uint8Array(bytes.buffer), (byte) => String.fromCharCode(byte)).join("");
  return { shape: [...shape], unit, data: btoa(text) };
}

/** The array again. */
export function unpackWeights({ shape, unit, data }: PackedArray): NdArray<Float64Array> {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const values = Float64Array.from({ length: bytes.length / 2 }, (_, i) => unit * view.getInt16(2 * i, true));
  return readable(ndarray(values, shape));
}
