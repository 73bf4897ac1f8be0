// %% [markdown]
/*
# 07 · Finding a pattern

{{form.people}} people filled in the form below, {{form.digits}} digits in all. Run the cell, **find every 4, and write down how
many you count.** You need a minute or two.

How well does a program do with little more than the sliding sums of lesson 04? How many fours does it find, how many does it
miss, and what else does it take for a 4?
*/

// %%
import { correlate1d, correlate2d, crop, matchTemplate, peakLocalMax, toNested } from "cnn-workbook";
import { imagePlot, linePlot, scatterPlot, show, showProgress, todo } from "cnn-workbook";
import { syntheticForm } from "cnn-workbook/datasets";
import { averageOf, bestThreshold, cutOut, findLike, form } from "cnn-workbook/lessons/07-finding-a-pattern";
import { judge, judgeAtPrice, markForm, markPlace } from "cnn-workbook/lessons/07-finding-a-pattern";
import { scaledScore, scoreAt, standsAt, stretched, TEMPLATE } from "cnn-workbook/lessons/07-finding-a-pattern";
import { trial, truth, turnedScore, turnedTemplate } from "cnn-workbook/lessons/07-finding-a-pattern";
import { p1, p2, p3, p4, p5, p6, p7, p8 } from "cnn-workbook/lessons/07-finding-a-pattern";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/07-finding-a-pattern";

show(imagePlot(form, {
  title: `A form of ${form.shape[0]} × ${form.shape[1]} pixels, photographed under a lamp`,
  alt: "Eight rows, A to H, each with three boxes of handwritten digits. " +
    "The hands differ in slant, size and thickness. The paper is darker towards the lower right.",
}));

// %% [markdown]
/*
At the end you can

- say by a number how alike two pieces of a picture are, and why a plain sum of products will not do;
- find all places that look like a template, and draw them;
- measure a search by what it misses and by what it invents, and choose a threshold;
- say where templates fail, and what networks do instead.

You need lessons 01, 03, 04 and 06. Take about 40 minutes.

A program drew this form, with a hand of its own for each row. So we know which digit stands where: `truth` is a list of all
digits with `label`, `row` and `column` of the centre, and `writer` (0 is person A).

## Cut one out and slide it

A **template** is a small picture of what you look for. `cutOut` cuts {{template24}} pixels around a place, with `crop` of
lesson 03. Ours is the first 4 of person A. (Later, set `digit` to 3 and choose *Run All*: the whole page looks for 3s. The
guesses and the text stay about 4.)
*/

// %%
const digit = 4;
const first = truth.find(({ label }) => label === digit)!;
const template = cutOut(form, first);

show(imagePlot(template, {
  title: `The template: person ${"ABCDEFGH"[first.writer]}'s first ${digit}`,
  alt: `A dark ${digit} on light paper, ${template.shape[0]} by ${template.shape[1]} pixels.`,
}));

// %% [markdown]
/*
Now take lesson 04's sliding sum, with the template W in the place of the kernel. The window of the picture X whose top
left pixel is [j₁, j₂] gives

$$Z[j_1, j_2] \;=\; \sum_{k_1=0}^{K_1-1}\;\sum_{k_2=0}^{K_2-1} W[k_1, k_2]\; X[j_1 + k_1,\; j_2 + k_2].$$

It is `correlate2d` in mode `"valid"`. One often reads that Z is large where the picture looks like W. Is it? Guess where it
is largest on our form.
*/

// %%
p1.guess();

// %%
const sums = correlate2d(form, template, { mode: "valid" });
const [[topRow, leftColumn]] = peakLocalMax(sums, { numPeaks: 1, excludeBorder: false }); // the highest
const middle = { row: topRow + TEMPLATE.height / 2, column: leftColumn + TEMPLATE.width / 2 };

show(imagePlot([
  { image: stretched(sums), title: "sums of products, the largest white" },
  { image: markPlace(form, middle, TEMPLATE), title: "where the largest sum is" },
], {
  title: `The largest sum is at row ${topRow}, column ${leftColumn}: ${standsAt(middle, truth)} there`,
  alt: `Left: the sums make a blurred picture of the form. ` +
    `Right: a frame marks the largest, at row ${topRow} and column ${leftColumn}: ${standsAt(middle, truth)} there.`,
}));

// %% [markdown]
/*
Wherever there is ink, of any shape, the sums are lower. Empty paper wins.

## By hand: why the wrong window wins

Take a template of three pixels, `1 6 2`: dark, bright, dark. Four windows, and their sums of products:

{{plainTable}}

The flat window wins. A sum of products grows with every bright pixel, whatever the pattern.

**First cure.** Subtract from the template its mean, 3. Its weights become `{{zeroSum}}`. They add up to zero, and you know
such weights from the edges in lesson 06: they ignore whatever is constant. Work out the four sums on paper before you guess.
*/

// %%
p2.guess();

// %%
const windows = { A: [1, 6, 2], B: [4, 9, 5], C: [9, 9, 9], D: [0, 9, 9] };
for (const [name, window] of Object.entries(windows)) {
  console.log(name, correlate1d(window, [-2, 3, -1], { mode: "valid" }).get(0));
}

// %% [markdown]
/*
{{centredTable}}

C no longer wins: a flat window gives 0. A and B get the same: brightness makes no difference any more. (The table subtracts the
mean only from the template. Subtracting the window's own mean too does not change the sum, since the weights add up to zero.)

But D, an edge, gets more than the pattern itself: {{example.edgeSum}} against {{example.patternSum}}. Its pixels are further apart: more *contrast*.

### Exercise 07.1 · Without the means

Compare two patches of the same shape: at each pixel, how far is the window above its own mean, and the template above its
own? Multiply the two, and add up over all pixels. The means are there; replace `todo()`.

By hand for D: its mean is 6, so `0 9 9` is −6 3 3 without it. −6×−2 + 3×3 + 3×−1 = {{example.edgeSum}}.
*/

// %% exercise q1
function alike(window: number[][], template: number[][]): number {
  const mean = (rows: number[][]) => rows.flat().reduce((sum, value) => sum + value, 0) / rows.flat().length;
  const windowMean = mean(window);
  const templateMean = mean(template);
  let sum = 0;
  for (let r = 0; r < window.length; r++) {
    for (let c = 0; c < window[0].length; c++) {
      sum += todo();
    }
  }
  return sum;
}

q1.check(alike);

// %% [markdown]
/*
**Second cure.** Measure how large each list is, and divide by it. The **length** of a list is the square root of the sum of
its squares, as in Pythagoras: `{{zeroSum}}` has √(4 + 9 + 1) = √{{example.templateSquares}} = {{example.templateLength}}. Divide the sum by the template's length
and by the window's (both without their means):

{{scoreTable}}

Now the pattern wins, bright or not. D gets {{example.edge}}, since it is half right: dark on the left, bright in the middle.
C would be 0 / 0. A flat window has no pattern, so we define its score as 0.

What does the window `{{example.twice}}` get? It is the pattern times 2, plus 2.
*/

// %%
p3.guess();

// %%
for (const window of [...Object.values(windows), [4, 14, 6], [6, 1, 5]]) {
  const score = matchTemplate([window], [[1, 6, 2]]).get(0, 0); // the library's; here there is one window only
  console.log(window.join(" "), "→", score.toFixed(2));
}

// %% [markdown]
/*
The result always lies between −1 and 1. 1 says: the same pattern, up to brightness and contrast. −1: its negative, such as
`6 1 5` ({{example.negative}}). 0: nothing in common. It is called **normalised cross-correlation**; in statistics the same
number is Pearson's correlation coefficient. With w̄ and x̄ for the means of template and window:

$$r \;=\; \frac{\sum (w - \bar w)(x - \bar x)}{\sqrt{\sum (w - \bar w)^2}\;\sqrt{\sum (x - \bar x)^2} }$$

Each Σ runs over all pixels of the template.

### Exercise 07.2 · Normalised cross-correlation

Write it for two patches of the same shape, without `matchTemplate`. Where one of them is flat, return 0. This one is yours from
the first line.
*/

// %% exercise q2
function similarity(window: number[][], template: number[][]): number {
  return todo();
}

q2.check(similarity);

// %% [markdown]
/*
## On the form

`matchTemplate(form, template)` computes this score for every window, {{form.positions}} of them. Dividing by the window's length is
the new part; the rest is `correlate2d`. In the picture below white is 0.6 or more, black is 0 or less.

The form has {{form.fours}} fours. Did you count as many? Two are by A, whose first 4 is our template. Before you look: how many of
the {{form.fours}} score above 0.6?
*/

// %%
p4.guess();

// %%
const scores = matchTemplate(form, template);
const wanted = truth.filter(({ label }) => label === digit);
const high = wanted.filter((place) => scoreAt(scores, place) > 0.6).length;

const part = { top: 220, left: 190, height: 170, width: 300 };
// half a template up and left, so that each dot lies in the middle of its digit
const half = { top: part.top - TEMPLATE.height / 2, left: part.left - TEMPLATE.width / 2 };
const shown = toNested(crop(scores, { ...part, ...half })) as number[][];

show(imagePlot([
  { image: crop(form, part), title: "rows E to H, in the shadow" },
  { image: shown.map((row) => row.map((score) => (255 * score) / 0.6)), title: "white: 0.6 or more" },
], {
  title: `On the whole form, ${high} of ${wanted.length} score above 0.6`,
  alt: `A part of the form and its scores: dark, with a small bright dot in the middle of each ${digit} that is like ` +
    `the template. On the whole form ${high} of ${wanted.length} are above 0.6.`,
}));

// %% [markdown]
/*
One bright dot a match, and the shadow is gone: a dim window scores as high as a bright one.

### Exercise 07.3 · The best place

Write the function that says where a template fits best: the row and the column of the top left pixel of the window with
the highest normalised score. If several are equally good, the first. You may use `matchTemplate` and `toNested`, or your
own `similarity`.
*/

// %% exercise q3
function bestPlace(image: number[][], template: number[][]): number[] {
  return todo();
}

q3.check(bestPlace);

// %% [markdown]
/*
We want not the best place but all good ones: those whose score is above some **threshold**. Taking every such window does
not work, since around each match lie several. A **peak** is a place with no larger score near it.

### Exercise 07.4 · Peaks

Return the places of all peaks above `threshold`, row by row. *Near* means at most `distance` rows and `distance` columns away,
as far as the array reaches. Replace `todo()` by the list of all scores near [row, column], with the score itself among them.
*/

// %% exercise q4
function findPeaks(response: number[][], threshold: number, distance: number): number[][] {
  const peaks: number[][] = [];
  for (let row = 0; row < response.length; row++) {
    for (let column = 0; column < response[0].length; column++) {
      const near: number[] = todo();
      const score = response[row][column];
      if (score > threshold && score === Math.max(...near)) peaks.push([row, column]);
    }
  }
  return peaks;
}

q4.check(findPeaks);

// %% [markdown]
/*
The library's `peakLocalMax` does the same, highest first. As in scikit-image it leaves out peaks near the border, unless
`excludeBorder` is `false`. A peak is the top left pixel of a window, so half the template's sides lead to the centre.

`judge` counts the finds against the truth. Change `threshold` and run the cell again, a few times. What gets better, and
what gets worse?
*/

// %%
const peaks = peakLocalMax(scores, { minDistance: 8, threshold: 0.3, excludeBorder: false });
const found = peaks.map(([row, column]) => ({
  row: row + TEMPLATE.height / 2,
  column: column + TEMPLATE.width / 2,
  score: scores.get(row, column),
}));

const threshold = 0.6;
const above = (limit: number) => found.filter(({ score }) => score > limit);
const kept = above(threshold);
const result = judge(kept, truth, digit);
const taken = kept.map((place) => standsAt(place, truth)).filter((what) => what !== String(digit));

show(imagePlot(markForm(form, kept, truth, digit), {
  title: `Above ${threshold}: ${result.right} found, ${result.wrong} false, ${result.missed} missed`,
  alt: `The form with whole frames around ${result.right} digits that were found, crossed frames ` +
    `around ${result.wrong} false finds, and broken frames around ${result.missed} that were missed.`,
}));
console.log(`whole frame: found   crossed: false   broken: missed`);
console.log(`taken for a ${digit}: ${taken.join(", ") || "nothing else"}`);

// %% [markdown]
/*
Two shares say how good a search is:

- **Precision**: of what was found, how much is right? A search that invents has a low one.
- **Recall**: of what is there, how much was found? A search that misses has a low one.

Above 0.6 there were {{at60.right}} right, {{at60.wrong}} false and {{at60.missed}} missed: a precision of {{at60.right}} / {{at60.found}} = {{at60.precision}} and a recall of
{{at60.right}} / {{form.fours}} = {{at60.recall}}.

One of the two alone is easy to get: take only the one surest place (precision 1), or every place (recall 1). Suppose that you
lower the threshold until no 4 is missed. How many false finds come with them?
*/

// %%
p5.guess();

// %%
const steps = Array.from({ length: 14 }, (_, i) => 0.3 + 0.05 * i);
const verdicts = steps.map((step) => judge(above(step), truth, digit));
const best = bestThreshold(found, truth, digit);
const atBest = judge(above(best), truth, digit);
const most = verdicts.filter(({ missed }) => missed === verdicts[0].missed).at(-1)!;

show(linePlot([
  { x: steps, y: verdicts.map(({ precision }) => precision), name: "precision" },
  { x: steps, y: verdicts.map(({ recall }) => recall), name: "recall" },
], {
  title: `To find ${most.right} of ${wanted.length}, you must accept ${most.wrong} false finds`,
  xLabel: "threshold (score)",
  yLabel: "share (of 1)",
  alt: `As the threshold rises, precision rises and recall falls. ` +
    `With ${most.right} of ${wanted.length} found there are ${most.wrong} false finds.`,
}));
console.log(`fewest errors at ${best}: ${atBest.right} right, ${atBest.wrong} false, ${atBest.missed} missed`);

// %% [markdown]
/*
There is no threshold at which both are good. Which one to choose depends on what an error costs: a clerk who checks every
find would rather have false ones than missed ones; a machine that pays money would not.

## Where templates fail

How do the missed ones differ from our template? First, the angle. We turn the template and look for it at the very place
where it was cut out. At which angle does its score fall below 0.6?
*/

// %%
p6.guess();

// %%
const angles = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45];
const byAngle = angles.map((angle) => turnedScore(form, first, angle));
const fallen = angles.find((_, i) => byAngle[i] < 0.6);

const panels = [0, 10, 20, 45].map((angle) => ({
  image: turnedTemplate(form, first, angle),
  title: `${angle}°: ${byAngle[angles.indexOf(angle)].toFixed(2)}`,
}));
const alt = `The score of the ${digit}, turned: ${panels.map(({ title }) => title).join(", ")}.`;
show(imagePlot(panels, { title: `The same ${digit}, turned, and its score`, alt }));
show(linePlot({ x: angles, y: byAngle }, {
  title: `At ${fallen ?? "none of these"} degrees the score is below 0.6`,
  xLabel: "turned by (degrees)",
  yLabel: "score",
  alt,
}));

// %% [markdown]
/*
Now the size. How much larger or smaller may a 4 be and still score 0.6? Think of a number, then run the cell.
*/

// %%
const sizes = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3];
const bySize = sizes.map((size) => scaledScore(form, first, size));
const [smaller, larger] = [0.8, 1.25].map((size) => bySize[sizes.indexOf(size)].toFixed(2));

show(linePlot({ x: sizes, y: bySize }, {
  title: `A fifth smaller: ${smaller}, a quarter larger: ${larger}`,
  xLabel: "size (1 is as written)",
  yLabel: "score",
  alt: `The score is 1 at the written size, ${smaller} at 0.8 and ${larger} at 1.25.`,
}));

// %% [markdown]
/*
Normalising undoes brightness and contrast, nothing else. Angle and size still matter. (A shift does no harm: we slide.)

On the form, people differ in all of this at once. The next figure shows the best score at every 4 and at every other digit, row
by row. In which rows could a threshold separate the two kinds of dots? In which could none?
*/

// %%
const others = truth.filter(({ label }) => label !== digit);
const scoreOf = (place: (typeof truth)[0]) => scoreAt(scores, place);
const strongest = others.reduce((a, b) => (scoreOf(a) > scoreOf(b) ? a : b));
const below = wanted.filter((place) => scoreOf(place) < scoreOf(strongest)).length;

show(scatterPlot([
  { x: others.map(({ writer }) => writer + 1.15), y: others.map(scoreOf), name: "other digits", faint: true },
  { x: wanted.map(({ writer }) => writer + 0.85), y: wanted.map(scoreOf), name: `${digit}s` },
], {
  title: `${below} of ${wanted.length} ${digit}s score lower than a ${strongest.label} by ${"ABCDEFGH"[strongest.writer]}`,
  xLabel: "row of the form (1 is A)",
  yLabel: "best score at the digit",
  alt: `The scores of the ${digit}s differ from row to row. The best other digit is a ${strongest.label} by ` +
    `${"ABCDEFGH"[strongest.writer]}, at ${scoreOf(strongest).toFixed(2)}; ${below} of ${wanted.length} ${digit}s are lower.`,
}));

// %% [markdown]
/*
Most rows have a threshold of their own that separates the dots. In {{mixedRows}} none does, since some fours score lower than
another digit of the same person. And no threshold suits all rows.

## More templates

We may use more than one template. Cut out a 4 of every person, match each of them, and keep at every place the best of the
scores: a **bank** of templates.

### Exercise 07.5 · Find every 4

Write a search for the hands of A, B, C and D. It gets a form that you have not seen, filled in by them, and returns the centre
of every 4 as [row, column]. The check tries it on two hidden forms, one of them in dim light: at least **85 %** of the
fours must be found, and at least **85 %** of the finds must be right.

Cut templates out of our form with `truth` and `cutOut(form, …)`. The check has one second, so ten templates are too many. You
have everything you need: `matchTemplate`, `peakLocalMax` with `excludeBorder: false`, and the way from a peak to the centre.
*/

// %% exercise q5
function findFours(image: number[][]): number[][] {
  return todo();
}

q5.check(findFours);

// %% [markdown]
/*
`findLike(image, templates)` is our version of it, without the threshold. We try three sets: the one template; the *average*,
pixel by pixel, of the first 4 of all eight people; and these eight as a bank. For each, `bestThreshold` takes on this form the
threshold with the fewest errors.

But eight of the digits here *are* the templates, and each finds itself. A fair test needs forms on which nothing was
chosen. Two of them: one by the same eight people, and one by eight strangers. Guess first.
*/

// %%
p7.guess();

// %%
const people = [...new Set(truth.map(({ writer }) => writer))];
const bank = people.map((person) => cutOut(form, wanted.find(({ writer }) => writer === person) ?? first));
const average = averageOf(bank);
const fresh = syntheticForm({ seed: 3 }); // the same eight people
const strangers = syntheticForm({ seed: 2, writers: [16, 17, 18, 19, 20, 21, 22, 23] });

const sets = { "one template": [template], "average of eight": [average], "bank of eight": bank };
const trials = Object.values(sets).map((templates) => trial(templates, [fresh, strangers], digit));
const counts = ({ right, wrong, missed }: (typeof result)) => `${right} right, ${wrong} false, ${missed} missed`;
console.log("".padEnd(18), "same people".padEnd(30), "strangers");
Object.keys(sets).forEach((name, i) => {
  console.log(name.padEnd(18), counts(trials[i][0]).padEnd(30), counts(trials[i][1]));
});
show(imagePlot(average, {
  title: "Dark where eight people agree",
  alt: `A blurred ${digit}: dark where most of the eight have ink.`,
}));

// %%
const [known, unknown] = trials[2]; // the bank
const percent = (share: number) => `${Math.round(100 * share)} %`;
show(imagePlot(markForm(strangers.image, unknown.places, strangers.digits, digit), {
  title: `The bank finds ${percent(unknown.recall)} of the strangers', ${percent(known.recall)} of the known people's`,
  alt: `The strangers' form with ${unknown.right} found, ${unknown.wrong} false and ${unknown.missed} missed. ` +
    `On a fresh form by the known people ${known.right} were found and ${known.missed} missed.`,
}));

// %% [markdown]
/*
Look at the strangers' fours with a broken frame. You read them at once, and you had never seen that hand either.

Compare the three lines. The bank does best on the hands that it knows. The average needs an eighth of the bank's work and knows
nobody's hand well, yet it finds about as many strangers' fours, with more false ones: what eight people have in common, others
have too. But one template of {{form.pixels}} pixels at {{form.positions}} places takes {{form.products}} million multiplications, and every hand, every
angle and every size would need its own.

## A part of a 4

Cut out not the whole 4 but {{part.sides}} pixels of it: the place where the bar crosses the stem, 3 rows below the centre and 3
columns to the right of it. At how many of the {{form.fours}} fours will *this* score above 0.8?
*/

// %%
p8.guess();

// %%
const offset = { row: 3, column: 3 };
const small = { height: 9, width: 9 };
const partAt = { row: first.row + offset.row, column: first.column + offset.column };
const crossing = cutOut(form, partAt, small);
const byPart = judge(findLike(form, [crossing], offset).filter(({ score }) => score > 0.8), truth, digit);
const byWhole = judge(above(0.8), truth, digit);
const samePrice = judgeAtPrice(found, truth, digit, byPart.wrong); // the whole, at a lower threshold

show(imagePlot([
  { image: template, title: `whole: ${byWhole.right} above 0.8, ${byWhole.wrong} false` },
  { image: crossing, title: `part: ${byPart.right} above 0.8, ${byPart.wrong} false` },
], {
  title: `Above 0.8: the whole finds ${byWhole.right} of ${wanted.length}, the part ${byPart.right}`,
  alt: `The whole template and a part of ${small.height} by ${small.width} pixels. Above 0.8 ` +
    `the whole finds ${byWhole.right} with ${byWhole.wrong} false, the part ${byPart.right} with ${byPart.wrong} false.`,
}));
console.log(`with at most ${byPart.wrong} false finds, the whole finds ${samePrice.right}, the part ${byPart.right}`);

// %%
const partByAngle = angles.map((angle) => turnedScore(form, partAt, angle, small));
show(linePlot([
  { x: angles, y: byAngle, name: "whole, 24 × 20" },
  { x: angles, y: partByAngle, name: `part, ${small.height} × ${small.width}` },
], {
  title: `Turned by 10 degrees: the whole ${byAngle[2].toFixed(2)}, the part ${partByAngle[2].toFixed(2)}`,
  xLabel: "turned by (degrees)",
  yLabel: "score",
  alt: `Turned by 10 degrees the whole scores ${byAngle[2].toFixed(2)} and the part ${partByAngle[2].toFixed(2)}; ` +
    `by 20 degrees ${byAngle[4].toFixed(2)} and ${partByAngle[4].toFixed(2)}.`,
}));

// %% [markdown]
/*
## Parts are more alike than wholes

Try other parts: change `offset` (rows down and columns right of the 4's centre) and `small`, and run both cells. Which part is
in nearly every 4? Which is in nearly every digit?

At the same number of false finds, a part of {{part.pixels}} pixels finds about as many fours as the whole of {{form.pixels}}, and turning harms it
less. But by itself it also finds crossings that belong to no 4. So ask for *several* parts, each roughly in its place: a
crossing, a stem below it, a bar to the left. This is the idea of a convolutional network:

- the first layers look for small patterns: lines, curves, crossings (lesson 08);
- the next combine them into larger ones, and let each part sit a little to one side (lesson 11);
- and nobody cuts the templates out. They are *learned* from examples (lessons 13 and 14).

This has its limits too: a network that has seen only upright digits does not read turned ones (lesson 16).

So, how well does the program do? One template, at its best threshold, finds {{answer.one}} of your {{form.fours}} fours, with
{{answer.oneFalse}}. A bank of eight finds {{answer.known}} on a fresh form by the same people, and {{answer.strangers}} on a form by
strangers. It does not read. It recognises what it has seen.

## Where people go wrong

- **"Correlation is large where the picture is like the template."** Only after means and lengths are taken out. Before, it
  is large where the picture is bright.
- **"A score of 0.7 means: a 4, with 70 % probability."** A score says how alike two patches are. How often such a
  patch is a 4 depends on what else is on the form. Count it.
- **"It finds all of them, so it works."** Ask what else it finds: recall without precision says nothing.
- **"Test it on the form from which the templates came."** There each finds itself. Test on a fresh one.

## In five lines

1. A plain sum of products rewards brightness; subtract the mean. It rewards contrast too; divide by both lengths.
2. Normalised cross-correlation lies between −1 and 1. More light or more contrast in the window does not change it.
3. Template matching: score every window, take the peaks above a threshold.
4. False finds lower precision, missed ones lower recall; raising the threshold trades recall for precision.
5. Turning, another size or another hand lowers the score. Small parts suffer less, so networks learn parts.

**Next:** lesson 08 slides many small kernels at once over many channels: a convolutional layer.

## Further reading

- J. P. Lewis, *Fast Normalized Cross-Correlation* (1995): how to compute all the window lengths quickly.
- R. Brunelli, *Template Matching Techniques in Computer Vision* (2009).
- M. A. Fischler and R. A. Elschlager, *The Representation and Matching of Pictorial Structures* (1973): parts, held together by
  springs.
- Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, *Gradient-Based Learning Applied to Document Recognition* (1998): the learned
  answer.
*/

// %%
showProgress();
