import { loadImage, resizeImage, toNdarray } from "cnn-workbook";

/** Larger pictures only make the figures slow. */
const LARGEST = 500;

/**
 * A picture for this lesson: at most 500 pixels wide and high, and with three channels, also where the file is grey.
 *
 * @param file - a path from the notebook's folder, or an address
 * @returns [height, width, 3], 0 to 255
 * @throws {Error} as `loadImage`
 * @example const photo = await loadPhoto("../data/street.png")
 */
export async function loadPhoto(file: string) {
  const full = await loadImage(file);
  const [rows, columns] = full.shape;
  const side = rows > columns ? { height: LARGEST } : { width: LARGEST };
  const image = Math.max(rows, columns) > LARGEST ? resizeImage(full, side) : full;
  if (image.dimension === 3) return image;
  const [height, width] = image.shape;
  return toNdarray(
    Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => [image.get(y, x), image.get(y, x), image.get(y, x)]),
    ),
    "photo",
  );
}
