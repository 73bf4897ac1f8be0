// %% [markdown]
/*
# 17 · Looking inside

A network has learned digits. It was tested as it should be, on pictures that it had never seen, and reads more than nine of ten of them. Then it
gets digits written on other paper. **What happens? And how do we find out why?**

Three sets of pictures: to train, held out from the same source, and the held-out digits on other paper.
*/

// %%
import { type ArrayInput, heatmap, imagePlot, linePlot, show } from "cnn-workbook";
import { showProgress, todo, toList } from "cnn-workbook";
import { activationMaps, createOptimizer, evaluateModel, gradCam } from "cnn-workbook/training";
import { maximalPatches, occlusionMap, saliencyMap } from "cnn-workbook/training";
import { tf, toTensor, trainModel } from "cnn-workbook/training";
import { asPicture, commonestShare, meanMap } from "cnn-workbook/lessons/17-looking-inside";
import { peaksOf, rowOfMost, rowsOf } from "cnn-workbook/lessons/17-looking-inside";
import { shareFrom, sum } from "cnn-workbook/lessons/17-looking-inside";
import { edgeness, hiddenAt, median, nearInk } from "cnn-workbook/lessons/17-looking-inside";
import { threeSets, tinyPicture, tinyScore } from "cnn-workbook/lessons/17-looking-inside";
import { twoMaps, twoSlopes } from "cnn-workbook/lessons/17-looking-inside";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9 } from "cnn-workbook/lessons/17-looking-inside";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/17-looking-inside";

const { training, heldOut, elsewhere } = threeSets();
const truth = toList(elsewhere.labels);
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

// %% [markdown]
/*
Train the network. It has three convolutions; then, instead of flattening, it takes the mean of each map.
*/

// %%
const random = (seed: number) => tf.initializers.heNormal({ seed }); // lesson 16: first weights
const conv = (name: string, filters: number, kernelSize: number, seed: number) => {
  const begin = { activation: "relu", kernelInitializer: random(seed) } as const;
  return tf.layers.conv2d({ name, filters, kernelSize, padding: "same", ...begin });
};
const newNetwork = (seed: number) => tf.sequential({
  layers: [
    tf.layers.rescaling({ inputShape: [28, 28, 1], scale: 1 / 255 }),
    conv("conv1", 8, 5, seed),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    conv("conv2", 16, 3, seed + 1),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    conv("conv3", 32, 3, seed + 2),
    tf.layers.globalAveragePooling2d({}), // the mean of each map (lesson 11)
    tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: random(seed + 3) }),
  ],
});

const first = newNetwork(31);
await trainModel(first, training, {
  epochs: 5, batchSize: 32, optimizer: createOptimizer("adam", { learningRate: 0.005 }),
  title: "The first network",
});
const onHeldOut = await evaluateModel(first, heldOut);
console.log(`${percent(onHeldOut.accuracy)} of ${truth.length} held-out pictures read rightly`);

// %%
p1.guess();

// %%
const onOther = await evaluateModel(first, elsewhere);
console.log(`held-out pictures:                ${percent(onHeldOut.accuracy)}`);
console.log(`the same strokes on other paper:  ${percent(onOther.accuracy)}`);

// %% [markdown]
/*
You have not seen one of the pictures yet. Many who train networks have not seen theirs either: there are too many. Do not look now. Let us find out from the network.

At the end you can

- find which parts of a picture an answer rests on, in three ways, and say what each cannot tell;
- see what a filter of any layer looks for;
- mend a network that was right for the wrong reason;
- mislead a network, and say what that means.

You need lessons 13 and 15. Take about 45 minutes.

## Hide a part

The simplest experiment: cover a part of the picture and ask again. If the answer changes, that part mattered. This is **occlusion** (Zeiler and
Fergus, 2013). By hand, with a classifier that one can compute: a picture, and a weight for each pixel. The score is the sum of the products.

picture

{{tiny.picture}}

weights

{{tiny.weights}}

The score is 1 × 4 + 5 × 6 + 3 × 5 − 2 × 1 = {{tiny.score}}. Now a black square of 2 × 2 over rows 0 and 1, columns 0 and 1. Lost are 4 and 30; the score falls by
{{tiny.drop}}.
*/

// %%
p2.guess();

// %%
for (const [top, left] of [[0, 0], [1, 1]]) {
  const [whole, rest] = [tinyPicture, hiddenAt(tinyPicture, top, left, 2)].map(tinyScore);
  console.log(`square from row ${top}, column ${left}: ${whole} becomes ${rest}`);
}

// %% [markdown]
/*
### Exercise 17.1 · Put a square over it

The square's first row is `top`, its first column `left`. It may reach out of the picture. Complete the loop.
*/

// %% exercise q1
function hide(
  image: number[][], top: number, left: number, size: number, fill: number,
): number[][] {
  const hidden = image.map((row) => [...row]);
  for (let r = top; r < top + size; r++) {
    for (let c = left; c < left + size; c++) {
      todo();
    }
  }
  return hidden;
}

q1.check(hide);

// %% [markdown]
/*
Now the network. `occlusionMap` moves a black square of 7 × 7 over the picture, and tells how probable the right digit still is. We take the *fall* of that probability:
what it was, minus what is left. Of 24 pictures we look at the mean of these maps, and at the three with the deepest falls. Each cell is a place of the square's middle, every second pixel.
*/

// %%
const pictureOf = (set: typeof heldOut, i: number) => set.images.pick(i, null, null, null);
const tensorOf = (set: typeof heldOut, i: number) =>
  toTensor(pictureOf(set, i)).reshape([1, 28, 28, 1]).toFloat() as tf.Tensor;

async function falls(network: tf.LayersModel, set: typeof heldOut, i: number) {
  const label = set.labels.get(i);
  const options = { size: 7, stride: 2, classIndex: label };
  const left = toList(await occlusionMap(network, pictureOf(set, i), options)); // 14 × 14
  const before = (network.predict(tensorOf(set, i)) as tf.Tensor).dataSync()[label];
  return left.map((value) => before - value);
}

const chosen = Array.from({ length: 24 }, (_, i) => i);
const firstFalls: number[][] = [];
for (const i of chosen) firstFalls.push(await falls(first, heldOut, i));

// %%
const firstMean = meanMap(firstFalls);
const lowest = firstFalls.filter((map) => 2 * rowOfMost(map, 14) >= 20).length;
const depth = (i: number) => Math.max(...firstFalls[i]);
const three = [...chosen].sort((i, j) => depth(j) - depth(i)).slice(0, 3);
const finding = `deepest at row ${2 * rowOfMost(firstMean, 14)} of 28`;

show(heatmap([
  { matrix: rowsOf(firstMean, 14), title: `mean of ${chosen.length}` },
  ...three.map((i) => ({ matrix: rowsOf(firstFalls[i], 14), title: `digit ${truth[i]}` })),
], {
  columns: 4,
  title: `Mean fall: ${finding}. In ${lowest} of ${chosen.length} pictures from row 20 on`,
  xLabel: "column / 2",
  yLabel: "row / 2",
  alt: `Falls of the probability: the mean of ${chosen.length} maps, ${finding}, and three maps. ` +
    `In ${lowest} of ${chosen.length} pictures the deepest fall is at row 20 or below.`,
}));

// %% [markdown]
/*
Where the fall is deepest in the middle, the strokes counted: an answer may rest on several things. But what is down there, where hardly a digit has its strokes? Write down a guess, then
look at the pictures.
*/

// %%
const ten = chosen.slice(0, 10);
const line = (i: number) => toList(heldOut.images.pick(i, 27, null, 0)); // the last row
const whites = ten.map((i) => `${truth[i]}: ${line(i).filter((v) => v === 255).length}`);
whites.sort();

show(imagePlot(ten.map((i) => ({ image: pictureOf(heldOut, i), title: String(truth[i]) })), {
  columns: 5,
  title: `White pixels in the last row, digit by digit: ${whites.join(", ")}`,
  alt: `Ten digits, white on black. White pixels in the last row: ${whites.join(", ")}.`,
}));

// %% [markdown]
/*
Ten piles of paper, one a digit, and the printer marked each pile with a line of its own length. A longer line for a larger digit: to measure it is easier than to read, and
the network learned that first. A network that is right for a wrong reason is called a **Clever Hans**, after a horse that seemed to calculate and in truth watched its questioner's face (Pfungst, 1907).

It does happen. A system that found horses in photographs had learned a photographer's name, printed in a corner of many horse pictures (Lapuschkin and others, 2019). A network for
pneumonia recognised from which hospital an X-ray came, and some hospitals have more ill people (Zech and others, 2018). Both passed their tests.

## Grad-CAM

Occlusion asks hundreds of times. There is a quicker way that asks the network itself. Its last convolution gives 32 maps. Which of them spoke for this class, and where?

1. Take the maps of the picture, and the **slopes** of the class's score (before softmax) by each of their cells: how much the score changes for a small change there (lesson 13).
2. The mean of a map's slopes is the map's weight.
3. Add up weight × map, and set to 0 what is below 0.

That is **Grad-CAM** (Selvaraju and others, 2017). By hand, with two maps of 2 × 2:

| | map | slopes | weight |
| --- | --- | --- | --- |
| 0 | {{cam.maps[0]}} | {{cam.slopes[0]}} | {{cam.weights[0]}} |
| 1 | {{cam.maps[1]}} | {{cam.slopes[1]}} | {{cam.weights[1]}} |

Top left: 0.5 × 4 − 0.25 × 1 = {{cam.topLeft}}.
*/

// %%
p3.guess();

// %% [markdown]
/*
### Exercise 17.2 · Grad-CAM

The weights are there. Complete the rest, for any number of maps. Try it then: `classMap(twoMaps, twoSlopes)`.
*/

// %% exercise q2
function classMap(maps: number[][][], slopes: number[][][]): number[][] {
  const weights = slopes.map((map) => {
    const all = map.flat();
    return all.reduce((a, b) => a + b, 0) / all.length;
  });
  return maps[0].map((row, r) =>
    row.map((_, c) => {
      return todo();
    }),
  );
}

q2.check(classMap);

// %% [markdown]
/*
## Mend it

What would you do? One can collect other pictures. One can print lines of random lengths, so that they say nothing. Or one can cover what should not matter, if one knows where it is.
We do the last: black over the lowest two rows. What is done to the pictures before the network is part of the network (lesson 15), so it is done to every picture that it will get, too. The
same network learns again, from the same first weights.
*/

// %%
import { withoutLine } from "cnn-workbook/lessons/17-looking-inside";

const covered = withoutLine(training);
const mended = newNetwork(31);
const filtersOf = (network: tf.LayersModel) => // [5, 5, 1, 8]
  Array.from(network.getLayer("conv1").getWeights()[0].dataSync());
const firstFilters = filtersOf(mended); // before it learns
await trainModel(mended, covered, {
  epochs: 6, batchSize: 32, optimizer: createOptimizer("adam", { learningRate: 0.005 }),
  title: "The mended network",
});
const clean = withoutLine(elsewhere);
const mendedOnOther = await evaluateModel(mended, clean);
const [was, is] = [onOther, mendedOnOther].map(({ accuracy }) => percent(accuracy));
console.log(`on other paper: ${was} before, ${is} now`);

// %% [markdown]
/*
Where do the two networks look? The Grad-CAM map has 7 × 7 cells; it is enlarged to the picture's size, so its edges are soft.
*/

// %%
const camOf = (network: tf.LayersModel, i: number) => // with the line, for both
  toList(gradCam(network, pictureOf(heldOut, i), { classIndex: heldOut.labels.get(i) }));
const cams = [first, mended].map((network) => chosen.map((i) => camOf(network, i)));
const [low, lowMended] = cams.map((maps) => percent(shareFrom(20, maps, 28)));

show(imagePlot([0, 1, 2, 3].flatMap((i) => [
  { image: pictureOf(heldOut, i), title: `digit ${truth[i]}` },
  { image: asPicture(cams[0][i], 28), title: "first network" },
  { image: asPicture(cams[1][i], 28), title: "mended" },
]), {
  columns: 6,
  title: `Grad-CAM from row 20 down: ${low} of it in the first network, ${lowMended} mended`,
  alt: `Four pictures with Grad-CAM maps of both networks. Of ${chosen.length} maps added up, ` +
    `${low} lie in the lowest 8 of 28 rows for the first network, ${lowMended} for the mended one.`,
}));

// %% [markdown]
/*
The lowest 8 of 28 rows are {{lowRows}} % of a picture: a network without an interest in them would have about that share there. Both were given the same pictures here, with the line. Grad-CAM is made for networks that end in the mean of each map, as this one does. Where maps are flattened, each place has weights of its own in the dense layer, and the mean
of the slopes says little.

## What the filters have become

In 1959 Hubel and Wiesel showed bars of light to a cat, and listened to single cells of its visual cortex. A cell there answers to an edge of one direction at one place, and hardly to anything else. Slides 2 name
this as a model for convolutional networks. Our first layer has eight filters of 5 × 5. Before it learned they were random numbers.

How similar is a filter to an edge kernel (lesson 06)? Take both as lists of 25 numbers. The **cosine** of two lists is the sum of the products, divided by
both lengths (length: root of the sum of the squares). 1 is the same pattern, 0 is unrelated. (Lesson 07's normalised correlation is this, after each mean was taken off.) For each filter we turn a smooth edge kernel
to the direction that suits it best.
*/

// %%
p4.guess();

// %%
const lastFilters = filtersOf(mended);
const filter = (weights: number[], f: number) => weights.filter((_, i) => i % 8 === f); // 25
const eight = [0, 1, 2, 3, 4, 5, 6, 7];
const likeEdges = (weights: number[]) => eight.map((f) => edgeness(filter(weights, f)));
const [before, after] = [firstFilters, lastFilters].map(likeEdges);
const [middleBefore, middleAfter] = [before, after].map((all) => median(all).toFixed(2));
const change = (f: number) => `${before[f].toFixed(2)} → ${after[f].toFixed(2)}`;

show(heatmap(eight.map((f) => ({
  matrix: rowsOf(filter(lastFilters, f), 5),
  title: `${f}: ${change(f)}`,
})), {
  columns: 4, values: false, signed: true,
  title: `Likeness to an edge: median ${middleBefore} before, ${middleAfter} after`,
  alt: "The eight learned filters. Their cosines with the most similar edge kernel, before and " +
    `after learning: ${eight.map(change).join(", ")}.`,
}));

// %% [markdown]
/*
Filters of later layers cannot be looked at like that: those of layer 2 have 8 channels, and what channel 5 stands for is not a colour. Look at what they *do*, instead.

## Activation maps

What each filter answers to one digit. Run it, then write another digit in place of the 4, and run it again: which maps change most?
*/

// %%
const subject = truth.indexOf(4);
for (const [layer, side] of [["conv1", 28], ["conv2", 14], ["conv3", 7]] as const) {
  const all = activationMaps(mended, pictureOf(clean, subject), layer); // [side, side, filters]
  const maps = Array.from({ length: all.shape[2] }, (_, f) => toList(all.pick(null, null, f)));
  const zeros = percent(maps.flat().filter((value) => value === 0).length / maps.flat().length);
  const silent = maps.filter((map) => Math.max(...map) === 0).length;
  show(imagePlot(maps.map((map, f) => ({ image: rowsOf(map, side), title: String(f) })), {
    range: [0, Math.max(...maps.flat()) || 1],
    columns: 8,
    title: `${layer}, ${maps.length} maps of ${side} × ${side}: ${zeros} zeros, ${silent} silent`,
    alt: `The ${maps.length} maps of ${layer} for digit ${truth[subject]}. ` +
      `${zeros} of the values are 0; ${silent} maps are 0 everywhere.`,
  }));
}

// %% [markdown]
/*
In the first layer one still sees the digit, as outlines from one side or another. Further in, the maps get coarser, and say less about *where* and more about *what*. A map that is silent here may speak for another digit.
One that is silent for all digits is **dead** (lesson 12). Are there any?
*/

// %%
const layerNames = ["conv1", "conv2", "conv3"];
const peaks = layerNames.map((layer) => peaksOf(activationMaps(mended, clean.images, layer)));
layerNames.forEach((layer, k) => {
  const dead = peaks[k].filter((list) => Math.max(...list) === 0).length;
  const all = peaks[k].length;
  console.log(`${layer}: ${dead} of ${all} filters answer to none of ${truth.length} digits`);
});

// %% [markdown]
/*
## What a filter looks for

Show a filter many pictures, and keep the pieces to which it answers most strongly. A piece is as large as what one cell of the layer sees, its receptive field (lesson 09).
*/

// %%
p5.guess();

// %% [markdown]
/*
The next cell sees pixels that lie {{sees.step}} further on. With padding, cell 0 begins to see outside the picture.

### Exercise 17.3 · Back to the picture

Given is a filter's map. Return the `count` places with the strongest answers, strongest first, each as a piece of the picture: first row, first column, last row, last column. A cell sees `size` pixels each way. Cell 0 begins at pixel `first`, and each next cell `step` further. Write it alone.
*/

// %% exercise q3
function strongestPieces(
  map: number[][], count: number, size: number, step: number, first: number,
): number[][] {
  return todo();
}

q3.check(strongestPieces);

// %% [markdown]
/*
The four filters of layer 2 that answer most strongly, and for each the eight pieces, at most one from each picture:
*/

// %%
const strongest = peaks[1].map((list, f) => ({ f, most: Math.max(...list) }));
const loudest = strongest.sort((a, b) => b.most - a.most).slice(0, 4).map(({ f }) => f);
const pieces: { image: ArrayInput; title: string; from: number }[] = [];
for (const filter of loudest) {
  const found = await maximalPatches(mended, clean.images, "conv2", { filter, count: 8 });
  for (const { patch, image } of found) {
    pieces.push({ image: patch, title: `filter ${filter}`, from: truth[image] });
  }
}
const sources = loudest.map((f, k) => {
  return `Filter ${f}: ${pieces.slice(8 * k, 8 * k + 8).map(({ from }) => from)}.`;
});
show(imagePlot(pieces, {
  columns: 8,
  title: `10 × 10 pixels that excite filters ${loudest.join(", ")} most: a row for each`,
  alt: `Eight pieces for each of four filters, and the digits they are from. ${sources.join(" ")}`,
}));

// %% [markdown]
/*
Give each row a name: an end of a stroke, a corner, a slanted line. Are the digits they come from the same? Compare the layers. For each filter: of the nine pictures
that excite it most, which share belongs to its commonest digit?
*/

// %%
layerNames.forEach((layer, k) => {
  const share = percent(commonestShare(peaks[k], truth, 9));
  console.log(`${layer}: ${share} of the nine strongest pictures are one digit, on average`);
});

// %% [markdown]
/*
Zeiler and Fergus did this in 2013 with a network of five such layers that had learned from 1.3 million photographs (the figure is on slides 4):

| layer | what excites its filters |
| --- | --- |
| 1 | edges of all directions, spots of colour |
| 2 | corners, curves, simple textures, edges between two colours |
| 3 | richer textures: meshes, honeycombs, writing |
| 4 | parts of things: dogs' faces, birds' legs |
| 5 | whole things in various poses: keyboards, dogs |

They also followed an answer back to the pixels that made it. Nobody asked for this order. Each layer is made of what the layer before offers, and sees more of the picture.

## Saliency: the slope of each pixel

Backpropagation gives the slopes of the loss by the weights (lesson 13). It can go one step further, to the pixels: how much does the *class's score* change for a small change of this pixel? The slopes' absolute values make a **saliency map** (Simonyan and
others, 2014). One pass back, and one has all pixels.

For the small classifier above this is easy: its score is a sum of weight × pixel, so the slope by a pixel is its weight. The 6 in row 1, column 1 has slope 5. The 9 has slope 0, as bright as it is.
But a slope tells about small changes only.
*/

// %%
p6.guess();

// %% [markdown]
/*
Now the map of a network that has learned, and of one that has not.
*/

// %%
p7.guess();

// %%
const ignorant = newNetwork(700);
const salient = (network: tf.LayersModel, i: number) =>
  toList(saliencyMap(network, pictureOf(clean, i), { classIndex: truth[i] }));
const near = chosen.map((i) => nearInk(toList(pictureOf(clean, i)), 28, 3)); // true or false
const maps = [mended, ignorant].map((network) => chosen.map((i) => salient(network, i)));
const shareNear = (kind: number[][]) => {
  const parts = kind.map((map, i) => sum(map.filter((_, p) => near[i][p])) / (sum(map) || 1));
  return percent(sum(parts) / parts.length);
};
const [ofTrained, ofRandom] = maps.map(shareNear);
const ofPicture = shareNear(chosen.map(() => new Array(784).fill(1)));

show(imagePlot([0, 1, 2, 3].flatMap((i) => [
  { image: pictureOf(clean, i), title: `digit ${truth[i]}` },
  { image: asPicture(maps[0][i], 28), title: "trained" },
  { image: asPicture(maps[1][i], 28), title: "never trained" },
]), {
  columns: 6,
  title: `Slopes at most 3 pixels from ink: trained ${ofTrained}, never trained ${ofRandom}`,
  alt: `Saliency maps. ${ofPicture} of the pixels are at most 3 pixels from ink. There lie ` +
    `${ofTrained} of the slopes of the trained network, ${ofRandom} of the untrained one's.`,
}));
console.log(`${ofPicture} of all pixels are so near to ink`);

// %% [markdown]
/*
A map that lies on the digit need not say anything about what was learned. Whoever uses such maps compares them with those of a random network first.

| | asks | its limit |
| --- | --- | --- |
| occlusion | what if this were hidden? | black is a choice; two parts of which each suffices both seem without importance |
| saliency | what if this pixel changed a little? | small changes only; noisy; lies on the object in any case |
| Grad-CAM | which maps spoke for the class, and where? | coarse; for networks with a global mean |

None says *why*. They say where. That it was the line's length, we found by looking.

A classifier can be any function that makes a number of a picture: `tinyScore` above, or this one.
*/

// %%
const probabilityOf = (network: tf.LayersModel, digit: number) => (image: number[][]) =>
  tf.tidy(() => {
    const answer = network.predict(tf.tensor3d([image]).expandDims(3)) as tf.Tensor; // [1, 10]
    return answer.dataSync()[digit];
  });
const pixelsOf = (i: number) => rowsOf(toList(pictureOf(heldOut, i)), 28);
const asked = truth.indexOf(7);
const surely = probabilityOf(first, 7)(pixelsOf(asked));
console.log(`the first network, about a 7: ${surely.toFixed(3)}`);

// %% [markdown]
/*
### Exercise 17.4 · Your own occlusion map

For any classifier: `classify(image)` gives a number. A black square of `size` × `size` moves over all places where it fits, pixel by pixel. Return by how much the answer falls at each. Write it alone.
Try it then: `occlusion(tinyPicture, tinyScore, 2)`. And `show(heatmap(occlusion(pixelsOf(asked), probabilityOf(first, 7), 7), { title: "my map", alt: "my map" }))`.
*/

// %% exercise q4
function occlusion(
  image: number[][], classify: (image: number[][]) => number, size: number,
): number[][] {
  return todo();
}

q4.check(occlusion);

// %% [markdown]
/*
## Mislead it

Slopes by the pixels have another use. Learning goes *down* the slope of the loss, and changes the weights. Keep the weights, and go *up* with the pixels: the picture becomes one on which the network is worse. Goodfellow and others (2015) take one step, the same size for
each pixel, and of the slope only the sign: the **fast gradient sign method**, FGSM.

new pixel = pixel + size × sign(slope of the loss), cut off at 0 and 255. (The **sign** is 1, 0 or −1.)

By hand, with size 10: a pixel of 100 and slope 0.5 becomes 110. One of 40 and slope −3 becomes 30. One of 250 and slope 2 would become 260; it becomes 255.
*/

// %%
p8.guess();

// %% [markdown]
/*
### Exercise 17.5 · The step

`slopes` are those of the loss by each pixel.
*/

// %% exercise q5
function misleadingStep(image: number[][], slopes: number[][], size: number): number[][] {
  return image.map((row, r) =>
    row.map((value, c) => {
      return todo();
    }),
  );
}

q5.check(misleadingStep);

// %% [markdown]
/*
For each of 30 digits that are read rightly we look for the smallest size that misleads, from 1 to 100.
*/

// %%
const signs = (x: tf.Tensor, label: number) => tf.tidy(() => {
  const loss = (pixels: tf.Tensor) => {
    const p = mended.apply(pixels) as tf.Tensor;
    return p.slice([0, label], [1, 1]).add(1e-12).log().neg().asScalar();
  };
  return tf.grad(loss)(x).sign();
});
const sizes = Array.from({ length: 100 }, (_, i) => i + 1);
const readAt = (x: tf.Tensor, direction: tf.Tensor) => tf.tidy(() => {
  const moved = x.add(direction.mul(tf.tensor4d(sizes, [100, 1, 1, 1]))).clipByValue(0, 255);
  const answer = mended.predict(moved, { batchSize: 100 }) as tf.Tensor;
  return Array.from(answer.argMax(-1).dataSync()); // the digit read at each size
});
const read = [...truth.keys()].filter((i) => mendedOnOther.predictions.get(i) === truth[i]);
const trials = read.slice(0, 30).map((i) => tf.tidy(() => {
  const x = tensorOf(clean, i);
  const coin = tf.randomUniform([1, 28, 28, 1], -1, 1, "float32", i + 1).sign();
  const [aimed, thrown] = [signs(x, truth[i]), coin].map((direction) => readAt(x, direction));
  const at = aimed.findIndex((digit) => digit !== truth[i]);
  return { i, aimed, thrown, size: at < 0 ? Number.POSITIVE_INFINITY : sizes[at] };
}));

// %%
p9.guess();

// %%
const misread = (kind: "aimed" | "thrown") => sizes.map((_, s) => {
  const wrong = trials.filter((trial) => trial[kind][s] !== truth[trial.i]);
  return (100 * wrong.length) / trials.length;
});
const middle = Math.min(100, Math.ceil(median(trials.map(({ size }) => size))));
const misled = trials.filter(({ size }) => size <= 100);
const byCoin = misled.filter(({ i, size, thrown }) => thrown[size - 1] !== truth[i]).length;
const there = (kind: "aimed" | "thrown") => `${misread(kind)[middle - 1].toFixed(0)} %`;

show(linePlot([
  { name: "aimed", x: sizes, y: misread("aimed") },
  { name: "by a coin", x: sizes, y: misread("thrown") },
], {
  title: `Half are misled at ${middle} levels. ` +
    `At each one's own size a coin misleads ${byCoin} of ${misled.length}`,
  xLabel: "size of the step (levels of grey)",
  yLabel: "misread (%)",
  alt: `Misread digits against the size of the step. At ${middle} of 255 levels: aimed ` +
    `${there("aimed")}, by a coin ${there("thrown")}. ` +
    `At each digit's own size a coin misleads ${byCoin} of ${misled.length}.`,
}));

// %%
const four = misled.slice(0, 4);
const tale = four.map(({ i, size, aimed }) => {
  return `A ${truth[i]} is read as ${aimed[size - 1]} after a step of ${size}.`;
});
show(imagePlot(four.flatMap(({ i, size, aimed }) => {
  const x = tensorOf(clean, i);
  const step = signs(x, truth[i]).mul(size);
  const moved = x.add(step).clipByValue(0, 255).dataSync();
  return [
    { image: pictureOf(clean, i), title: `read as ${truth[i]}` },
    { image: rowsOf(Array.from(moved), 28), title: `by ${size}: as ${aimed[size - 1]}` },
  ];
}), {
  columns: 4,
  title: "Before and after the smallest step that misleads",
  alt: tale.join(" "),
}));

// %% [markdown]
/*
You read them all. The network does not see as you do, though it answers as you do on ordinary pictures.

And what does it say about a picture of nothing? Here is noise; then small steps raise the probability of one digit. Change `wish` and run it again.
*/

// %%
const wish = 3;
let nothing = tf.randomUniform([1, 28, 28, 1], 0, 255, "float32", 17) as tf.Tensor;
const start = nothing;
let stepsTaken = 0;
const answersTo = (x: tf.Tensor) => Array.from((mended.predict(x) as tf.Tensor).dataSync());
const aboutNoise = answersTo(start);
const noiseIs = aboutNoise.indexOf(Math.max(...aboutNoise));
while (answersTo(nothing)[wish] < 0.99 && stepsTaken < 200) {
  const now = nothing; // down the loss, towards a 3
  nothing = tf.tidy(() => now.sub(signs(now, wish).mul(4)).clipByValue(0, 255));
  stepsTaken++;
}
const [noiseSure, wishSure] = [aboutNoise[noiseIs], answersTo(nothing)[wish]].map(percent);
const asRows = (x: tf.Tensor) => rowsOf(Array.from(x.dataSync()), 28);
show(imagePlot([
  { image: asRows(start), title: `read as ${noiseIs}: ${noiseSure}` },
  { image: asRows(nothing), title: `read as ${wish}: ${wishSure}` },
], {
  columns: 2,
  title: `Noise is read as ${noiseIs}, ${noiseSure}; ${stepsTaken} steps later as ${wish}, ${wishSure}`,
  alt: `A picture of noise, read as ${noiseIs} with ${noiseSure}. ${stepsTaken} steps later ` +
    `it is read as ${wish} with ${wishSure}.`,
}));

// %% [markdown]
/*
There is no answer "not a digit", so noise gets one of the ten. In the second picture, from afar, you may see traces of the wish, or nothing. The network asks for less than you do.

So a probability of 99 % means: *if* this is a picture like those I learned from, it is a 3. That it is one, softmax cannot say. What to make of it:

- A network that reads what strangers hand in can be misled by somebody who wants to. Training with misled pictures helps somewhat, at a price.
- Check the input before you trust the output: is it a digit at all?
- Networks that can be proved safe from such changes exist, but only for very small ones, and they read ordinary pictures worse.

## Where people go wrong

- **"Held-out accuracy is high, so it has understood."** Held-out pictures share the flaws of the training pictures. Test with pictures from elsewhere.
- **"The map lies on the object, so all is well."** A random network's map does so, too.
- **"What the square hides does not matter, if the answer stays."** Perhaps something else says the same. Hide both.
- **"It is hidden with grey."** In a black picture a grey square is a new thing. What you fill with matters; try two.
- **"The map shows the reason."** It shows a place. The reason is your conclusion; test it, as we did, by taking the line away.

## In five lines

1. A network takes the easiest way to be right, and that may be a flaw of the data.
2. Occlusion hides a part and asks again; saliency takes slopes by pixels; Grad-CAM weights the last maps by their slopes.
3. First filters become edges, later ones parts, because each layer builds on the one before and sees more.
4. A map needs a control: a random network, other pictures, the thing taken away.
5. Small aimed changes mislead a network that random ones of the same size mostly leave alone; and it has an answer for noise, too.

**Next:** lesson 18 looks at the networks that became famous, and at the one idea of each.

## Further reading

- M. Zeiler and R. Fergus, *Visualizing and Understanding Convolutional Networks* (2013): occlusion and maximal patches.
- K. Simonyan, A. Vedaldi and A. Zisserman, *Deep Inside Convolutional Networks* (2014): saliency.
- R. Selvaraju and others, *Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization* (2017).
- J. Adebayo and others, *Sanity Checks for Saliency Maps* (2018).
- S. Lapuschkin and others, *Unmasking Clever Hans predictors and assessing what machines really learn* (2019).
- I. Goodfellow, J. Shlens and C. Szegedy, *Explaining and Harnessing Adversarial Examples* (2015).
- D. Hubel and T. Wiesel, *Receptive Fields of Single Neurones in the Cat's Striate Cortex* (1959).

Here is what you have done so far:
*/

// %%
showProgress();
