/** Repeatable noise over space: the same place always has the same value. */

/** A number from 0 up to 1 for a cell of a grid, without pattern. */
export function cell(x, y, z = 0) {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** Smooth noise from 0 to 1, with one hill or hollow about every unit. */
export function noise(x, y, z = 0) {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [ease(x - i), ease(y - j), ease(z - k)];
  const layer = (at) => {
    const near = cell(i, j, at) + u * (cell(i + 1, j, at) - cell(i, j, at));
    const far = cell(i, j + 1, at) + u * (cell(i + 1, j + 1, at) - cell(i, j + 1, at));
    return near + v * (far - near);
  };
  const below = layer(k);
  return w === 0 ? below : below + w * (layer(k + 1) - below);
}

/** Noise of several sizes, each half as large and half as strong as the one before: clouds, rock, bark. 0 to 1. */
export function roughness(x, y, z = 0, octaves = 5) {
  let [sum, weight, total] = [0, 1, 0];
  for (let octave = 0; octave < octaves; octave++) {
    const size = 2 ** octave;
    sum += weight * noise(x * size + 17.3 * octave, y * size - 9.1 * octave, z * size);
    total += weight;
    weight /= 2;
  }
  return sum / total;
}

function ease(t) {
  return t * t * t * (t * (6 * t - 15) + 10);
}
