import { sampleImage, toGray, toNdarray } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { black, exposure, white } from "./hidden.js";
import { LARGEST } from "./loadPhoto.js";

export const dark = {
  kinds: new Set(black.data).size,
  largest: Math.max(...new Set(black.data)),
  share: exposure.share,
  pixels: black.size.toLocaleString("en"),
};
export const bright = {
  extra: exposure.extra,
  left: white.data.filter((value) => value < 255).length,
};

export const longestSide = LARGEST;

const street = sampleImage("street");
const [height, width, channels] = street.shape;
export const shape = { height, width, channels, count: street.size.toLocaleString("en"), row: width * channels };

/** What one reads one column beyond row 10: row 11 begins with it. */
export const beyond = street.get(10, width, 0);

/** The picture of two rows and four columns whose numbers say where they stand: tens the pixel, units the channel. */
const tinyRow = (first: number) => [0, 1, 2, 3].map((x) => [0, 1, 2].map((c) => 10 * (first + x) + c));
export const tiny = toNdarray([tinyRow(1), tinyRow(5)], "tiny");
export const tinyList = Array.from(tiny.data);

const gray = (colour: number[]) => toGray([[colour]]).get(0, 0);
export const weighed = gray([200, 50, 100]).toFixed(2);
export const mean = ((200 + 50 + 100) / 3).toFixed(1);
export const pure = [gray([255, 0, 0]), gray([0, 255, 0]), gray([0, 0, 255])].map((value) => value.toFixed(0));

export const digits = syntheticDigits({ count: 4, seed: 3 }).images;
export const digitSize = digits.size / digits.shape[0];

/** Bytes as people say them: 55 MB, 1.8 GB. */
function bytes(count: number): string {
  const [value, unit] = count < 1e9 ? [count / 1e6, "MB"] : [count / 1e9, "GB"];
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

const row = (name: string, images: number, classes: string, sides: readonly number[], note = "") => {
  const numbers = sides.reduce((product, side) => product * side, images);
  const shown = note || sides.join(" × ");
  return `| ${name} | ${images.toLocaleString("en")} | ${classes} | ${shown} | ${bytes(numbers)} |`;
};

const NETWORK = [224, 224, 3];

/** The data sets of the slides: what they hold, and one byte a number. */
export const dataSets = [
  "| data set | pictures | classes | each picture | size, one byte a number |",
  "| --- | ---: | ---: | --- | ---: |",
  row("MNIST (LeCun et al. 1998)", 70_000, "10", [28, 28, 1]),
  row("CIFAR-10 (Krizhevsky 2009)", 60_000, "10", [32, 32, 3]),
  row("CIFAR-100 (Krizhevsky 2009)", 60_000, "100", [32, 32, 3]),
  row("PASCAL VOC, edition of 2012 (Everingham et al. 2010)", 11_530, "20", NETWORK, "sizes vary *"),
  row("ImageNet, first release (Deng et al. 2009)", 3_200_000, "5,247", NETWORK, "sizes vary *"),
  row("ImageNet challenge 2012 (Russakovsky et al. 2015)", 1_281_167, "1,000", NETWORK, "sizes vary *"),
].join("\n");

export const challengeFloats = bytes(1_281_167 * 224 * 224 * 3 * 4);
export const challengeTimes = Math.round((1_281_167 * 224 * 224 * 3) / (70_000 * 28 * 28)).toLocaleString("en");
