// %% [markdown]
/*
# 03 · Images are arrays

A boat is missing. Two photographs were taken of the harbour, one with too little light, one with too much. **From one of
them you will read the number on a sail. From which, and what is the number?**

Run the cell, then move the pointer over both pictures and read the numbers.
*/

// %%
import { barPlot, heatmap, imagePlot, linePlot, show, showProgress, todo } from "cnn-workbook";
import { crop, flip, histogram, sampleImage, toGray } from "cnn-workbook";
import { toList, toNdarray, toNested } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { black, original, white } from "cnn-workbook/lessons/03-images-are-arrays";
import { ink, loadPhoto, paper, places } from "cnn-workbook/lessons/03-images-are-arrays";
import { sentences, showPlaces, shuffled } from "cnn-workbook/lessons/03-images-are-arrays";
import { sign, stripesApart } from "cnn-workbook/lessons/03-images-are-arrays";
import { p1, p2, p3, p4, p5, p6, p7 } from "cnn-workbook/lessons/03-images-are-arrays";
import { p8, p9, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/03-images-are-arrays";

show(imagePlot([
  { image: black, title: "too little light" },
  { image: white, title: "too much light" },
], {
  title: "Nothing to be seen",
  alt: "Two squares, one black all over, one white all over.",
}));

// %% [markdown]
/*
On most screens both look empty. To a computer a picture is a list of numbers, and it sees what they say. In this lesson you
learn to read them, and to change them without losing what they show.

At the end you can

- say what the shape of an array of pictures means, and find any pixel in it;
- take colours apart and turn them into grey;
- change brightness and contrast, and say what is lost by it;
- read a histogram;
- turn, flip and cut pictures, your own photographs too.

You need lessons 00 and 01. Take about 40 minutes.

## What you see, and what a computer sees

A grey picture is a table of numbers. 0 is black, 255 is white, and what lies between is grey. Each number is a **pixel**.
The smallest picture with something on it may be this one. Change the numbers until it shows a plus sign.
*/

// %%
const nine = [
  [255, 255, 255],
  [255, 0, 255],
  [255, 255, 255],
];

const blacks = nine.flat().filter((value) => value === 0).length;

show(imagePlot(nine, {
  title: `${blacks} of ${nine.flat().length} pixels are black`,
  alt: `Three rows of grey values: ${nine.map((row) => row.join(" ")).join("; ")}.`,
}));

// %% [markdown]
/*
Now twelve rows out of a photograph. (A program painted all photographs in this lesson, grain included.) `crop` cuts a
rectangle out: `top` and `left` say where it begins, in pixels. The first figure is what you see, the second what the
computer has. Find the edges of the dark part in the numbers: between which columns do they jump?
*/

// %%
const piece = crop(original, { top: 233, left: 299, height: 12, width: 12 });

show(imagePlot(piece, {
  title: "What you see: a dark window in a white wall",
  alt: "Twelve by twelve grey squares: a dark window, cut off below, in a white wall.",
}));
show(heatmap(piece, {
  title: "What the computer sees: numbers",
  alt: `A table of twelve rows. The first: ${toList(piece.pick(0, null)).join(", ")}.`,
}));

// %% [markdown]
/*
"Window" stands nowhere. What makes the window is that some numbers are much smaller than their *neighbours*. Most of what a
network finds in a picture, it finds in such differences.

## Rows come first

A picture in colour has three numbers for each pixel: red, green and blue. So it is not a table but a block: height × width ×
3. Its **shape** lists these sides. The three layers of the block are its **channels**.
*/

// %%
const street = sampleImage("street");
console.log("shape", street.shape);
console.log("red", street.get(90, 330, 0));
console.log("green", street.get(90, 330, 1));
console.log("blue", street.get(90, 330, 2));

show(showPlaces(street, places, {
  title: "Four places in the street",
  alt: "A street of houses, with a striped awning on the left. " +
    places.map(({ name, row, column }) =>
      `${name} is ${column < 244 ? "left" : "right"} ${row < 184 ? "above" : "below"} the middle`
    ).join(", ") + ".",
}));

// %% [markdown]
/*
`get` reads one number of an array. Its arguments stand in the order of the shape. At which letter did the cell above read?
*/

// %%
p1.guess();

// %% [markdown]
/*
So `get(y, x, c)`: y counts the rows **down** from the top, x the columns from the left, c the channels. All begin at 0. In
geometry x comes first and y goes up; a picture is stored as a matrix is written, row by row.

Screens and cameras say it the other way: "1920 × 1080" is width × height. Keep both in mind for this one:
*/

// %%
p2.guess();

// %% [markdown]
/*
Our street has the shape [{{shape.height}}, {{shape.width}}, {{shape.channels}}]: {{shape.count}} numbers.

## One long list

A computer's memory has only places, numbered from 0. So the block becomes one long list: row after row, in each row pixel
after pixel, and for each pixel red, green, blue.

A picture of 2 rows and 4 columns, whose numbers tell where they stand (the tens say which pixel, the units which channel).
`toNdarray` makes an array of it, named in error messages as you like, and `data` is its list:
*/

// %%
const tiny = toNdarray([
  [[10, 11, 12], [20, 21, 22], [30, 31, 32], [40, 41, 42]],
  [[50, 51, 52], [60, 61, 62], [70, 71, 72], [80, 81, 82]],
], "tiny");

console.log("as a list", Array.from(tiny.data).join(" "));
console.log("row 1, column 2, channel 0:", tiny.get(1, 2, 0));

// %% [markdown]
/*
Where in the list is that {{tiny.get(1, 2, 0)}}? Before it lies one whole row of 4 × 3 = 12 numbers, then two whole pixels of 3 numbers each.
12 + 6 makes place 18. Count in the list, from 0: there is {{tinyList[18]}}.

### Exercise 03.1 · The place in the list

At which place of the list is the number of row `y`, column `x`, channel `c`? `shape` is [height, width, channels].
*/

// %% exercise q1
function placeInList(y: number, x: number, c: number, shape: number[]): number {
  return todo();
}

q1.check(placeInList);

// %% [markdown]
/*
`get` does just this sum, and checks nothing. `street.get(10, {{shape.width}}, 0)`, one column too far, gives no error, but {{beyond}}:
the first number of row 11, which comes next in the list. So does `get(x, y, 0)` in a picture that is not square: a number,
and the wrong one.

`tiny.pick(1, null, null)` gives row 1 with all columns and channels: `null` keeps an axis
whole. It is a **view**: it reads from the same list. Write into a view, and the picture has changed too. `crop`, `flip`,
`toGray` and the other functions of this course give copies. Say which number of the list will change, then run the cell.
*/

// %%
const view = tiny.pick(1, null, null);
view.set(2, 0, 99); // column 2, channel 0 of that row: `set` writes, as `get` reads
console.log("the picture's own list:", Array.from(tiny.data).join(" "));

// %% [markdown]
/*
## Three channels

Light adds up. Red and green light together look yellow, all three look white, none is black. Mix a colour of your own in
the last patch.
*/

// %%
const primary = [[255, 0, 0], [0, 255, 0], [0, 0, 255]];
const mixtures = [[255, 255, 0], [255, 255, 255], [128, 128, 128], [90, 40, 160]];
const colours = [...primary, ...mixtures];

show(imagePlot(colours.map((colour) => ({ image: [[colour, colour]], title: colour.join(", ") })), {
  columns: 7,
  title: "Red, green, blue",
  alt: `Patches with the colours ${colours.map((colour) => colour.join(", ")).join("; ")}.`,
}));

// %% [markdown]
/*
A single channel is a grey picture: bright where there is much of that colour. `street.pick(null, null, 0)` keeps all rows
and columns and takes channel 0, red. Before you see it: the awning has red and white stripes.
*/

// %%
p3.guess();

// %%
const [inRed, inGreen, inBlue] = stripesApart(street);

const names = ["red", "green", "blue"];

show(imagePlot(names.map((name, c) => ({ image: street.pick(null, null, c), title: name })), {
  title: `White and red stripes differ by ${inRed} in red, ${inGreen} in green, ${inBlue} in blue`,
  alt: "Three grey pictures of the street. A white and a red stripe of the awning " +
    `differ by ${inRed} in red, ${inGreen} in green and ${inBlue} in blue.`,
}));

// %% [markdown]
/*
Compare the yellow house and the sky as well: yellow has little blue, the sky has much.

## One number instead of three

Often brightness is enough, and one channel is three times less work. But how bright is a colour? The eye finds green much
brighter than blue. So the three get different weights:

$$\text{grey} = 0.2125\,\text{red} + 0.7154\,\text{green} + 0.0721\,\text{blue}$$

By hand, for the pixel 200, 50, 100: 42.5 + 35.77 + 7.21 = {{weighed}}. (The plain mean is {{mean}}.) Pure red becomes
{{pure[0]}}, pure green {{pure[1]}}, pure blue {{pure[2]}}. The weights add up to 1, so white stays 255. It is a weighted
sum again, as in lesson 01, across channels this time.

OpenCV, Pillow and TensorFlow take 0.299, 0.587 and 0.114, from older television. When two programs disagree about a grey
picture, look there first. (Both are approximations: the stored numbers are not quite proportional to light.)

### Exercise 03.2 · From colour to grey

The loops go through all rows and pixels. Replace `todo()` by the grey value of the pixel.
*/

// %% exercise q2
function greyImage(image: number[][][]): number[][] {
  const grey: number[][] = [];
  for (const row of image) {
    const line: number[] = [];
    for (const [red, green, blue] of row) {
      line.push(todo());
    }
    grey.push(line);
  }
  return grey;
}

q2.check(greyImage);

// %% [markdown]
/*
`toGray` does this for arrays of any size. Now a sign, in two colours. What is left of it in grey?
*/

// %%
show(imagePlot(sign, {
  title: `Letters ${ink.join(", ")} on ${paper.join(", ")}`,
  alt: "The word EXIT in orange on blue.",
}));

// %%
p4.guess();

// %%
const greySign = toGray(sign);
const greys = [...new Set(toList(greySign).map((value) => value.toFixed(1)))];

show(imagePlot([{ image: sign, title: "colour" }, { image: greySign, title: "grey" }], {
  title: `The grey values that are left: ${greys.join(" and ")}`,
  alt: `The sign in colour and in grey. In grey its values are ${greys.join(" and ")}.`,
}));

// %% [markdown]
/*
Whatever a network must tell by colour alone, such as ripe from unripe fruit, needs all three channels.

## Your own picture

From here on we work with `photo`, and it may be yours. Drag a PNG or JPEG file into the list on the left, write its name in
place of `"../data/street.png"`, and run the cells that follow. `loadPhoto` is `loadImage` from lesson 00. It also makes a
larger picture smaller, to {{longestSide}} rows or columns, and smooths before that. (A photograph from a phone has millions
of pixels: wait some ten seconds. The cell says what it is doing.)
*/

// %%
const photo = await loadPhoto("../data/street.png");
const grey = toNested(toGray(photo)) as number[][];

show(imagePlot([{ image: photo, title: "colour" }, { image: grey, title: "grey" }], {
  title: `${photo.shape[0]} rows, ${photo.shape[1]} columns`,
  alt: `A picture of ${photo.shape[0]} rows and ${photo.shape[1]} columns, in colour and in grey.`,
}));

// %% [markdown]
/*
`toNested` turned the array into plain rows of numbers, `grey[y][x]`, so that ordinary code can work on it.

## Brighter, harder, lost

Why 255? A pixel's channel is stored in one **byte**: eight bits, each 0 or 1, which makes 2⁸ = 256 values. Only whole
numbers fit; the light was rounded to them, or **quantised**. The eye does not see the steps.

Two changes are simple arithmetic on every pixel:

- **brightness**: add a number. 50 becomes 80, 200 becomes 230.
- **contrast**: stretch the distance from the middle, 128. With contrast 2, a pixel of 108, which is 20 below, becomes 88,
  which is 40 below.

What does not fit is cut off, or **clipped**: above 255 becomes 255, below 0 becomes 0. Guess with a list, as in
`p5.guess([1, 2, 3, 4])`: four pixels become brighter, are stored, and become darker again.
*/

// %%
p5.guess();

// %% [markdown]
/*
### Exercise 03.3 · Contrast and brightness

Write both: first the contrast, then add the brightness, then clip. For a picture [[108, 128, 250]], contrast 2 and brightness
−8 the answer is [[80, 120, 255]].
*/

// %% exercise q3
function adjust(image: number[][], contrast: number, brightness: number): number[][] {
  return todo();
}

q3.check(adjust);

// %% [markdown]
/*
The same on the photograph. Change the two numbers. How far can you go before you miss something?
*/

// %%
const contrast = 1.6;
const brightness = 60;

const fit = (value: number) => Math.min(255, Math.max(0, value));
const wanted = grey.map((row) => row.map((value) => 128 + contrast * (value - 128) + brightness));
const changed = wanted.map((row) => row.map(fit));
const beyond = wanted.flat().filter((value) => value < 0 || value > 255).length;
const clipped = Math.round((100 * beyond) / wanted.flat().length);

show(imagePlot([{ image: grey, title: "before" }, { image: changed, title: "after" }], {
  title: `Contrast ${contrast}, brightness ${brightness}: ${clipped} % of the pixels are clipped`,
  alt: `The picture before and after. ${clipped} percent of its pixels did not fit and were clipped.`,
}));

// %% [markdown]
/*
## How often each value occurs

A **histogram** counts. Divide 0 to 255 into bins, here 32 of 8 values each, and count the pixels that fall into each. By
hand, for the pixels 3, 5, 12, 5, 250: three in the first bin (0 to 7), one in the second (8 to 15), one in the last.
*/

// %%
const share = (image: number[][]) => {
  const counts = toList(histogram(image, { bins: 32, range: [0, 256] }).counts);
  const pixels = image.length * image[0].length;
  return counts.map((count) => (100 * count) / pixels);
};
const starts = Array.from({ length: 32 }, (_, i) => 8 * i);
const [before, after] = [share(grey), share(changed)];
const [piledBefore, piledAfter] = [before[31].toFixed(1), after[31].toFixed(1)];

show(linePlot([
  { x: starts, y: before, name: "before" },
  { x: starts, y: after, name: "after" },
], {
  title: `In the last bin: ${piledBefore} % before, ${piledAfter} % after`,
  xLabel: "pixel value (start of the bin)",
  yLabel: "share of the pixels (%)",
  alt:
    "Two histograms. " +
    `The last bin, 248 to 255, holds ${piledBefore} percent before and ${piledAfter} percent after.`,
}));

// %% [markdown]
/*
What is clipped piles up at the ends. A tall last bin warns you that something was lost.

Say first, then try in the cell before: where does the histogram go with contrast 1 and brightness −60? What does contrast
0.3 make of it? Run both cells.

And what does a histogram not say? Let all pixels change places at random.
*/

// %%
p6.guess();

// %%
const mixed = shuffled(grey);
const ofMixed = share(mixed);
const apart = Math.max(...share(grey).map((percent, i) => Math.abs(percent - ofMixed[i])));

show(imagePlot([
  { image: grey, title: "the picture" },
  { image: mixed, title: "its pixels, shuffled" },
], {
  title: `Largest difference between their histograms: ${apart.toFixed(1)} %`,
  alt:
    "The picture, and the same pixels in random order, an even grain. " +
    `Their histograms differ by ${apart.toFixed(1)} percent at most.`,
}));

// %% [markdown]
/*
So the picture is in *where* the numbers are: which pixel has which neighbours. A convolution relies on that. A network
whose neurons each look at all pixels does not: shuffle all its pictures in the same way, and it learns as well as before
(lesson 08).

## Turn, flip, cut

These change places and leave the numbers. To swap left and right, read each row from its end: column x gets what was in
column width − 1 − x. In a row of five, column 0 gets column 4, and column 1 gets column 3.
*/

// %%
const [high, wide] = photo.shape;
const middle = crop(photo, {
  top: Math.floor(high / 4),
  left: Math.floor(wide / 4),
  height: Math.ceil(high / 2),
  width: Math.ceil(wide / 2),
});

show(imagePlot([
  { image: photo, title: "as it was" },
  { image: flip(photo, { axis: "horizontal" }), title: "left and right swapped" },
  { image: middle, title: "the middle, cut out" },
], {
  title: "One picture, three examples",
  alt: "The picture as it was, mirrored left to right, and its middle cut out.",
}));

// %% [markdown]
/*
Networks are trained on such variants too, so that they learn what does not matter (lesson 16). It must really not matter:
a street may be mirrored, but a 6 after half a turn is a 9.

### Exercise 03.4 · A quarter turn

Hold a phone upright, and its camera may store the picture lying on its side, with a note that says how to turn it.
(`loadImage` obeys the note; some programs ignore it.) Write `turnClockwise`: a picture of 2 rows and 3 columns becomes one of
3 rows and 2 columns.

| picture | | | | turned | |
| ---: | ---: | ---: | --- | ---: | ---: |
| 1 | 2 | 3 | | 4 | 1 |
| 4 | 5 | 6 | | 5 | 2 |
| | | | | 6 | 3 |

When it passes, look at it: `show(imagePlot(turnClockwise(grey), { title: "turned", alt: "turned" }))`.
*/

// %% exercise q4
function turnClockwise(image: number[][]): number[][] {
  return todo();
}

q4.check(turnClockwise);

// %% [markdown]
/*
## Many pictures: tensors

Networks work on several pictures at once, a **batch**. It is one array as well, with one axis more in front: which picture.
Here are four digits. Each `pick` takes one axis away; `dimension` is how many are left.
*/

// %%
const batch = syntheticDigits({ count: 4, seed: 3 }).images;
const steps = {
  "a batch of pictures": batch,
  "a picture with channels": batch.pick(2, null, null, null),
  "a grey picture": batch.pick(2, null, null, 0),
  "a row, or a signal": batch.pick(2, 14, null, 0),
  "a number": batch.pick(2, 14, 13, 0),
};
for (const [name, array] of Object.entries(steps)) {
  console.log(name.padEnd(24), "order", array.dimension, " shape", array.shape);
}

// %% [markdown]
/*
An array with any number of axes is called a **tensor**, and the number of axes its **order**. Everything that goes into a
layer of a network, or comes out of it, is one. (Order is often called *rank*; in linear algebra that word means something
else.) In memory the pictures stand one behind the other, {{digitSize}} numbers each: picture 2 begins at place
{{2 * digitSize}}.
*/

// %%
p7.guess();

// %% [markdown]
/*
The pictures on which the field grew up, as one block each:

{{dataSets}}

\* Counted as if each were scaled to 224 × 224 × 3, as many networks want them (lesson 18).

People were paid through Amazon's Mechanical Turk to sort ImageNet's pictures into a hierarchy of things. Its yearly challenge
(2010 to 2017) had 1,000 classes, 120 of them dogs: {{challengeTimes}} times as many numbers as MNIST, and {{challengeFloats}}
in a network, which computes with four bytes a number. Lesson 18 tells what happened there in 2012.

## Back to the harbour

You have all you need. Which of the two pictures from the beginning can be saved?
*/

// %%
p8.guess();

// %%
const counted = (image: typeof black) => {
  const counts = toList(histogram(image, { bins: 256, range: [0, 256] }).counts);
  return counts.flatMap((count, value) => (count > 0 ? [{ value, count }] : []));
};
const [inBlack, inWhite] = [counted(black), counted(white)];

const words = (counts: typeof inBlack) =>
  counts.map(({ value, count }) => `${count} pixels of ${value}`).join(", ");

show(barPlot({
  labels: inBlack.map(({ value }) => value),
  values: inBlack.map(({ count }) => count),
}, {
  title: `The black picture has ${inBlack.length} different values`,
  xLabel: "pixel value",
  yLabel: "pixels",
  alt: `In the black picture are ${words(inBlack)}.`,
}));
console.log("The white picture:", words(inWhite));

// %% [markdown]
/*
The largest value is {{dark.largest}} of 255. The screen shows that as black, but the numbers differ, and each is in its
place. Spread them out.

### Exercise 03.5 · Stretch the contrast

Write `stretch` for any picture: its smallest value becomes 0, its largest 255, and those between keep their proportions.
[[2, 4], [3, 7]] becomes [[0, 102], [51, 255]]. If all pixels are equal, there is nothing to stretch: return 0 everywhere.

When it passes, save the harbour, in a cell of its own, and look for the boat:

`show(imagePlot(stretch(toNested(black) as number[][]), { title: "saved", alt: "saved" }))`

(If that stops with *Maximum call stack size exceeded*: `Math.max(...list)` cannot take {{dark.pixels}} numbers at once. A
loop can.)
*/

// %% exercise q5
function stretch(image: number[][]): number[][] {
  return todo();
}

q5.check(stretch);

// %% [markdown]
/*
Try it on the white picture too, and on your photograph: `stretch(grey)`.

And what is the number on the sail?
*/

// %%
p9.guess();

// %%
const most = Math.max(...inBlack.map(({ value }) => value));
const least = Math.min(...inBlack.map(({ value }) => value));
const saved = (toNested(black) as number[][]).map((row) =>
  row.map((value) => ((value - least) * 255) / (most - least))
);

show(imagePlot([{ image: saved, title: "saved" }, { image: original, title: "in good light" }], {
  title: `${inBlack.length} different values are enough for a harbour`,
  alt: sentences.harbour,
}));

const far = { top: 320, left: 195, height: 40, width: 50 };
show(imagePlot([
  { image: crop(saved, far), title: "saved" },
  { image: crop(original, far), title: "in good light" },
], {
  title: sentences.detail,
  alt: sentences.enlarged,
}));

// %% [markdown]
/*
The black picture was made with {{dark.share}} of the light and rounded to whole numbers, the white one with {{bright.extra}}
added and clipped. In the white one {{bright.left}} of {{dark.pixels}} pixels are below 255; the rest is gone. In the black
one the number and even the sign on the water can be read, since ink and ground were far apart. What was close together
has become equal: the shades of the sky, and nearly the second boat, which the last figure enlarges.

That is why a photographer who is not sure rather takes the picture too dark. (A real camera adds noise in the dark, and
stretching makes it visible as well.)

And which numbers carry the picture? You multiplied them all, and it stayed; shuffling kept them all, and it was gone. It is how
each differs from its neighbours. The next lesson slides kernels over pictures, which ask just that.

## Where people go wrong

- **"1050 × 700, so 1050 wide."** It is 1050 *high*, also where lecture slides say otherwise. Rows come first.
- **"Red, blue, green."** The order of the channels is red, green, blue almost everywhere. OpenCV has blue, green, red: faces turn
  blue when one forgets it. Look at a picture before you train on ten thousand.
- **"Bytes clip by themselves."** Most do not. In NumPy, 200 + 100 in bytes makes {{Uint8Array.of(300)[0]}}: the count starts again
  from 0, and white turns black. Compute with wider numbers, clip, then store.
- **"CIFAR-100 has 600,000 pictures."** 60,000: 600 for each of 100 classes.

## In five lines

1. A picture is an array [height, width, channels], values 0 to 255; y goes down, x to the right, both from 0.
2. In memory it is one list: row after row, pixel after pixel, channel after channel.
3. Grey is a weighted sum of red, green and blue. Brightness adds, contrast multiplies; what is clipped is lost.
4. A histogram tells how much light there is, and nothing about where.
5. A batch is [n, height, width, channels], a tensor of order 4. (PyTorch has the channels before the height.)

**Next:** lesson 04 slides kernels over pictures, as lesson 01 slid them over a heartbeat.

## Further reading

- R. C. Gonzalez and R. E. Woods, *Digital Image Processing* (4th edition, 2018), chapters 2 and 3: pixels, histograms,
  contrast.
- C. Poynton, *Digital Video and HD: Algorithms and Interfaces* (2nd edition, 2012): why the weights of grey are what they
  are.
- O. Russakovsky and others, *ImageNet Large Scale Visual Recognition Challenge* (2015); and the other papers named in the
  table of data sets.
*/

// %%
showProgress();
