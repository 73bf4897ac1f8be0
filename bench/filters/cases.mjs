/** An image of so many pixels a side, doubles, mode "same". */
export const SIDE = 512;

/**
 * What is compared. `peer` is whom we must be `least` times as fast as; rows without `least` are for information, and
 * their results are not the same. `scale` is what the peer divides its result by.
 * The two programs, ours.cjs and peers.py, know each case by its name.
 */
export const CASES = [
  { name: "correlate2d 3×3", peer: "scipy", least: 4 },
  { name: "correlate2d 9×9", peer: "scipy", least: 8 },
  { name: "correlate2d 31×31", peer: "scipy", least: 12 },
  { name: "correlate2d 31×31 of rank 1", peer: "scipy", least: 80 },
  { name: "gaussianFilter sigma 3", peer: "scipy", least: 2 },
  { name: "sobel magnitude", peer: "skimage", least: 5, scale: 4 * Math.SQRT2 },
  { name: "maxPool2d 2×2", peer: "skimage", least: 3 },
  { name: "correlate1d 262144 by 9", peer: "scipy" },
  { name: "resizeImage to 256×256", peer: "skimage" },
];

/** Those that OpenCV has too. */
export const OPENCV = CASES.map(({ name }) => name).filter((name) => !/maxPool2d|correlate1d/.test(name));
