import {
  choiceOf,
  dependent,
  exercise,
  type Inputs,
  integers,
  mapped,
  matrices,
  nestedArrays,
  numbers,
  tuple,
} from "cnn-workbook/exercises";
import { hiddenAt, tinyPicture, tinyScore, twoMaps, twoSlopes } from "./hand.js";

export { hiddenAt, tinyPicture, tinyScore, tinyWeights, twoMaps, twoSlopes } from "./hand.js";
export { asPicture, commonestShare, meanMap, peaksOf, rowOfMost, rowsOf, shareFrom, sum } from "./maps.js";
export { digitsFromPiles, lineBegins, threeSets, withoutLine } from "./marks.js";
export { cosine, edgeness, median, nearInk } from "./measures.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9 } from "./predictions.js";

type Rows = number[][];
type Maps = number[][][];

const each = (rows: Rows, change: (value: number, r: number, c: number) => number): Rows =>
  rows.map((row, r) => row.map((value, c) => change(value, r, c)));

/** A picture, and a square that may reach out of it. */
const squares = dependent(matrices({ rows: [1, 5], columns: [1, 6], values: integers(1, 9) }), (image) =>
  tuple<[Rows, number, number, number, number]>(
    choiceOf(image) as Inputs<Rows>,
    integers(-2, image.length),
    integers(-2, image[0].length),
    integers(1, 3),
    integers(10, 20),
  ),
);

type Hide = (image: Rows, top: number, left: number, size: number, fill: number) => Rows;
const hide =
  (inside: (r: number, c: number, top: number, left: number, size: number) => boolean): Hide =>
  (image, top, left, size, fill) =>
    each(image, (value, r, c) => (inside(r, c, top, left, size) ? fill : value));
const within = (place: number, from: number, size: number) => place >= from && place < from + size;

export const q1 = exercise<Hide>({
  id: "17.1",
  title: "A picture with a square over it",
  hints: [
    "The two loops visit each place of the square. Some of these places may lie outside the picture; leave those alone.",
    "A place is in the picture if the row is from 0 up to the height, and the column from 0 up to the width, both without the last.",
    "In the loop: `if (r >= 0 && r < image.length && c >= 0 && c < image[0].length) hidden[r][c] = fill;`",
  ],
  solution: (image, top, left, size, fill) => {
    const hidden = image.map((row) => [...row]);
    for (let r = top; r < top + size; r++) {
      for (let c = left; c < left + size; c++) {
        if (r >= 0 && r < image.length && c >= 0 && c < image[0].length) {
          hidden[r][c] = fill;
        }
      }
    }
    return hidden;
  },
  mistakes: [
    {
      name: "black instead of fill",
      answer: (image, top, left, size) => hiddenAt(image, top, left, size),
      says: "Your square is always 0. What it is filled with is handed over as `fill`.",
    },
    {
      name: "row and column swapped",
      answer: hide((r, c, top, left, size) => within(c, top, size) && within(r, left, size)),
      says: "Your square lies at row `left` and column `top`. Rows are counted from the top: row r goes with `top`.",
    },
    {
      name: "one pixel too large",
      answer: hide((r, c, top, left, size) => within(r, top, size + 1) && within(c, left, size + 1)),
      says: "Your square has one row and one column too many. It ends before `top + size` and `left + size`.",
    },
    {
      name: "one pixel too small",
      answer: hide((r, c, top, left, size) => within(r, top + 1, size - 1) && within(c, left + 1, size - 1)),
      says: "Your square lacks its first row and column: it begins at `top` and `left` themselves.",
    },
    {
      name: "all but the square",
      answer: hide((r, c, top, left, size) => !(within(r, top, size) && within(c, left, size))),
      says: "You cover everything except the square. The square is what is hidden; the rest stays.",
    },
    {
      name: "a cross",
      answer: hide((r, c, top, left, size) => within(r, top, size) || within(c, left, size)),
      says: "You cover whole rows and whole columns. A pixel is hidden only if its row and its column are in the square.",
    },
    {
      name: "only one row",
      answer: hide((r, c, top, left, size) => r === top && within(c, left, size)),
      says: "You cover one row of the square. It has `size` rows.",
    },
    {
      name: "only the middle's corner",
      answer: hide((r, c, top, left, size) => {
        const half = Math.floor(size / 2);
        return within(r, top - half, size) && within(c, left - half, size);
      }),
      says: "You take `top` and `left` for the middle of the square. Here they are its first row and column.",
    },
    {
      name: "only squares that fit",
      answer: (image, top, left, size, fill) =>
        top < 0 || left < 0 || top + size > image.length || left + size > image[0].length
          ? image
          : hide((r, c) => within(r, top, size) && within(c, left, size))(image, top, left, size, fill),
      says: "A square that reaches over the edge hides nothing in your answer. It must hide what lies under its part in the picture.",
    },
    {
      name: "pushed back into the picture",
      answer: (image, top, left, size, fill) => {
        const [t, l] = [Math.max(0, top), Math.max(0, left)];
        return each(image, (value, r, c) => (within(r, t, size) && within(c, l, size) ? fill : value));
      },
      says: "A square that begins outside is pushed into the picture in your answer, and hides too much. It stays where it is; only its part outside hides nothing.",
    },
    {
      name: "added",
      answer: (image, top, left, size, fill) =>
        each(image, (value, r, c) => (within(r, top, size) && within(c, left, size) ? value + fill : value)),
      says: "You add `fill` to the pixel. A hidden pixel is replaced, or one could still see through.",
    },
    {
      name: "writes into the picture",
      answer: (image, top, left, size, fill) => {
        image.forEach((row, r) => {
          row.forEach((_, c) => {
            if (within(r, top, size) && within(c, left, size)) row[c] = fill;
          });
        });
        return image;
      },
      says: "You write into `image` itself. The next square would come on top of this one. Write into `hidden`.",
    },
  ],
  check(answer, t) {
    const small = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ];
    const copy = small.map((row) => [...row]);
    const first = answer(small, 1, 2, 2, 50);
    t.equal(small, copy, "The picture that comes in must stay as it is: the next square is laid over it, too.");
    t.equal(
      first,
      [
        [1, 2, 3, 4],
        [5, 6, 50, 50],
        [9, 10, 50, 50],
      ],
      "Rows 1 and 2, columns 2 and 3 are hidden.",
    );
    t.equal(
      answer(small, -1, 0, 2, 0),
      [
        [0, 0, 3, 4],
        [5, 6, 7, 8],
        [9, 10, 11, 12],
      ],
      "The square begins above the picture: of its two rows only one is in it.",
    );
    t.equal(
      answer(small, 2, 3, 3, 0),
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 10, 11, 0],
      ],
      "Only one pixel of this square lies in the picture. Nothing may be added to it.",
    );
    t.agrees(squares, "Hide what lies in the square and in the picture.");
  },
});

/** Maps and their slopes, of the same shape. */
const seen = dependent(tuple<[number, number, number]>(integers(1, 3), integers(1, 3), integers(1, 4)), (shape) =>
  tuple<[Maps, Maps]>(
    nestedArrays(shape, integers(0, 5)) as Inputs<Maps>,
    nestedArrays(shape, numbers(-2, 2, 0.5)) as Inputs<Maps>,
  ),
);

const meanOf = (map: Rows) => map.flat().reduce((a, b) => a + b, 0) / map.flat().length;
const weighted = (maps: Maps, weights: number[], after: (value: number) => number = (v) => Math.max(0, v)): Rows =>
  each(maps[0], (_, r, c) => after(maps.reduce((sum, map, k) => sum + weights[k] * map[r][c], 0)));

export const q2 = exercise<(maps: Maps, slopes: Maps) => Rows>({
  id: "17.2",
  title: "Grad-CAM from maps and slopes",
  hints: [
    "First a weight for each map: the mean of its slopes. The line for it is there.",
    "Then go through the places. At each one, add up weight times value over all maps, and cut off what is below 0.",
    "For a place: `Math.max(0, maps.reduce((sum, map, k) => sum + weights[k] * map[r][c], 0))`",
  ],
  solution: (maps, slopes) => {
    const weights = slopes.map((map) => map.flat().reduce((a, b) => a + b, 0) / map.flat().length);
    return maps[0].map((row, r) =>
      row.map((_, c) => {
        let sum = 0;
        for (let k = 0; k < maps.length; k++) {
          sum += weights[k] * maps[k][r][c];
        }
        return Math.max(0, sum);
      }),
    );
  },
  mistakes: [
    {
      name: "no relu",
      answer: (maps, slopes) => weighted(maps, slopes.map(meanOf), (v) => v),
      says: "Places that speak against the class are below 0 in your map. Grad-CAM sets them to 0: `Math.max(0, …)` at the end.",
    },
    {
      name: "relu before the sum",
      answer: (maps, slopes) =>
        each(maps[0], (_, r, c) => maps.reduce((sum, map, k) => sum + Math.max(0, meanOf(slopes[k]) * map[r][c]), 0)),
      says: "You cut off each map before you add. Then a map that speaks against the class can never take anything away. Add first, cut off the sum.",
    },
    {
      name: "absolute value",
      answer: (maps, slopes) => weighted(maps, slopes.map(meanOf), Math.abs),
      says: "You take the absolute value. What speaks against the class would look the same as what speaks for it.",
    },
    {
      name: "no mean",
      answer: (maps, slopes) =>
        each(maps[0], (_, r, c) =>
          Math.max(
            0,
            maps.reduce((sum, map, k) => sum + slopes[k][r][c] * map[r][c], 0),
          ),
        ),
      says: "You multiply each place with its own slope. In Grad-CAM a map has one weight: the mean of its slopes.",
    },
    {
      name: "sum instead of mean",
      answer: (maps, slopes) =>
        weighted(
          maps,
          slopes.map((map) => map.flat().reduce((a, b) => a + b, 0)),
        ),
      says: "Your weights are sums of the slopes. Divide by the number of places, rows × columns.",
    },
    {
      name: "divided by rows only",
      answer: (maps, slopes) =>
        weighted(
          maps,
          slopes.map((map) => map.flat().reduce((a, b) => a + b, 0) / map.length),
        ),
      says: "You divide by the number of rows. A map has rows × columns places.",
    },
    {
      name: "mean of the map",
      answer: (maps, slopes) =>
        each(maps[0], (_, r, c) =>
          Math.max(
            0,
            maps.reduce((sum, map, k) => sum + meanOf(map) * slopes[k][r][c], 0),
          ),
        ),
      says: "You average the maps and keep the slopes place by place. It is the other way round: the mean of the slopes weights the map.",
    },
    {
      name: "no weights",
      answer: (maps) =>
        weighted(
          maps,
          maps.map(() => 1),
        ),
      says: "You add the maps as they are. Then the picture is the same for each class; the weights make it one for this class.",
    },
    {
      name: "first map only",
      answer: (maps, slopes) => weighted(maps.slice(0, 1), slopes.map(meanOf)),
      says: "Only the first map is in your sum. Let k go through all of them.",
    },
    {
      name: "last map left out",
      answer: (maps, slopes) =>
        each(maps[0], (_, r, c) =>
          Math.max(
            0,
            maps.slice(0, -1).reduce((sum, map, k) => sum + meanOf(slopes[k]) * map[r][c], 0),
          ),
        ),
      says: "The last map is missing. Let k run while it is below `maps.length`.",
    },
    {
      name: "mean over the maps",
      answer: (maps, slopes) =>
        weighted(
          maps,
          slopes.map((map) => meanOf(map) / maps.length),
        ),
      says: "You divide by the number of maps, too. The maps are added, not averaged.",
    },
    {
      name: "wrong way round",
      answer: (maps, slopes) => {
        const map = weighted(maps, slopes.map(meanOf));
        return map[0].map((_, c) => map.map((row) => row[c]));
      },
      says: "Rows and columns are swapped: the result has the maps' rows.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(twoMaps, twoSlopes),
      [
        [1.75, 0],
        [0.5, 0],
      ],
      "The weights are 0.5 and −0.25. Top left: 0.5 × 4 − 0.25 × 1 = 1.75.",
    );
    t.equal(answer([[[2, 3, 1]]], [[[1, 2, 6]]]), [[6, 9, 3]], "One map: its weight is (1 + 2 + 6) / 3 = 3.");
    t.equal(
      answer(
        [
          [[1], [2]],
          [[3], [0]],
        ],
        [
          [[-1], [-1]],
          [[-2], [0]],
        ],
      ),
      [[0], [0]],
      "All weights are below 0: nothing speaks for the class.",
    );
    t.agrees(seen, "Mean of the slopes, weighted sum of the maps, and below 0 becomes 0.");
  },
});

type Places = (map: Rows, count: number, size: number, step: number, first: number) => Rows;

/** A map whose values all differ, how many places are wanted, and how the layer sees the picture. */
const looks = mapped(
  tuple<[Rows, number, number, number]>(
    matrices({ rows: [1, 4], columns: [1, 5], values: integers(0, 30) }),
    integers(1, 5),
    integers(1, 4),
    integers(-3, 2),
  ),
  ([map, count, step, first]): [Rows, number, number, number, number] => {
    const apart = each(map, (value, r, c) => value + (7 * r + c) / 100);
    return [apart, Math.min(count, apart.flat().length), 2 * step + 1, step, first];
  },
);

const ranked = (map: Rows) =>
  map.flatMap((row, r) => row.map((value, c) => ({ value, r, c }))).sort((a, b) => b.value - a.value);
type Place = (r: number, c: number, size: number, step: number, first: number) => number[];

/** What the cell in row r and column c sees: first row, first column, last row, last column. */
const piece: Place = (r, c, size, step, first) => {
  const [top, left] = [first + r * step, first + c * step];
  return [top, left, top + size - 1, left + size - 1];
};
const places =
  (place: Place): Places =>
  (map, count, size, step, first) =>
    ranked(map)
      .slice(0, count)
      .map(({ r, c }) => place(r, c, size, step, first));

export const q3 = exercise<Places>({
  id: "17.3",
  title: "Where in the picture the strongest answers come from",
  hints: [
    "Make a list of all places with their values, sort it by value, the largest first, and take the first `count`.",
    "The cell of row r begins to see at row first + r × step, and sees `size` rows: the last is `size - 1` further. Columns alike.",
    "`list.sort((a, b) => b.value - a.value).slice(0, count).map(({ r, c }) => [first + r * step, first + c * step, …])`, where the last two are the same plus `size - 1`.",
  ],
  solution: (map, count, size, step, first) => {
    const list = map.flatMap((row, r) => row.map((value, c) => ({ value, r, c })));
    list.sort((a, b) => b.value - a.value);
    return list.slice(0, count).map(({ r, c }) => {
      const [top, left] = [first + r * step, first + c * step];
      return [top, left, top + size - 1, left + size - 1];
    });
  },
  mistakes: [
    {
      name: "weakest first",
      answer: (map, count, size, step, first) =>
        ranked(map)
          .reverse()
          .slice(0, count)
          .map(({ r, c }) => piece(r, c, size, step, first)),
      says: "You take the weakest answers. Sort with `b.value - a.value`: then the largest comes first.",
    },
    {
      name: "sorted backwards after the choice",
      answer: (map, count, size, step, first) => places(piece)(map, count, size, step, first).reverse(),
      says: "The right places, but the strongest one stands last. It comes first.",
    },
    {
      name: "places in the map",
      answer: places((r, c, size) => piece(r, c, size, 1, 0)),
      says: "You return the place in the map as if it were one in the picture. Neighbours in the map see `step` pixels apart: multiply, and begin at `first`.",
    },
    {
      name: "first forgotten",
      answer: places((r, c, size, step) => piece(r, c, size, step, 0)),
      says: "Cell 0 begins to see at `first`, which need not be 0: with padding it lies outside the picture. Add it.",
    },
    {
      name: "first multiplied too",
      answer: places((r, c, size, step, first) => piece(r, c, size, step, first * step)),
      says: "You multiply `first` by the step as well. It is already in pixels: first + r × step.",
    },
    {
      name: "one too far",
      answer: places((r, c, size, step, first) => {
        const [top, left] = piece(r, c, size, step, first);
        return [top, left, top + size, left + size];
      }),
      says: "Your last row is one too far. From the first row on, `size` rows end at top + size − 1.",
    },
    {
      name: "swapped",
      answer: places((...cell) => {
        const [top, left, bottom, right] = piece(...cell);
        return [left, top, right, bottom];
      }),
      says: "Rows and columns are swapped: wanted are the first row, the first column, the last row, the last column.",
    },
    {
      name: "both rows, then both columns",
      answer: places((...cell) => {
        const [top, left, bottom, right] = piece(...cell);
        return [top, bottom, left, right];
      }),
      says: "The order is first row, first column, last row, last column. You give both rows and then both columns.",
    },
    {
      name: "step taken for size",
      answer: places((r, c, _, step, first) => piece(r, c, step, step, first)),
      says: "You let a cell see `step` pixels. It sees `size` of them; the steps only say how far the next one is, and pieces overlap.",
    },
    {
      name: "size taken for step",
      answer: places((r, c, size, _, first) => piece(r, c, size, size, first)),
      says: "You move on by `size` from cell to cell. The next cell sees `step` pixels further, and the pieces overlap.",
    },
    {
      name: "the middle",
      answer: places((r, c, size, step, first) => piece(r, c, size, step, first - Math.floor(size / 2))),
      says: "You take `first` for the middle of what cell 0 sees. It is the first pixel that it sees.",
    },
    {
      name: "only one",
      answer: (map, _, size, step, first) => places(piece)(map, 1, size, step, first),
      says: "You return one place only. Wanted are `count` of them.",
    },
    {
      name: "sorted as text",
      answer: (map, count, size, step, first) =>
        map
          .flatMap((row, r) => row.map((value, c) => [value, r, c]))
          .sort()
          .reverse()
          .slice(0, count)
          .map(([, r, c]) => piece(r, c, size, step, first)),
      says: "`sort()` without a rule sorts as text: there 8 comes after 12, because the character 8 comes after the character 1. Hand it the rule `(a, b) => b.value - a.value`.",
    },
    {
      name: "first row and column only",
      answer: places((r, c, _, step, first) => [first + r * step, first + c * step]),
      says: "You return where each piece begins. Its last row and column are wanted, too: `size - 1` further on.",
    },
    {
      name: "all places",
      answer: (map, _, size, step, first) => places(piece)(map, map.flat().length, size, step, first),
      says: "You return all places. Only the `count` strongest are wanted: `slice(0, count)` after sorting.",
    },
    {
      name: "best of each row",
      answer: (map, count, size, step, first) =>
        map
          .map((row, r) => ({ value: Math.max(...row), r, c: row.indexOf(Math.max(...row)) }))
          .sort((a, b) => b.value - a.value)
          .slice(0, count)
          .map(({ r, c }) => piece(r, c, size, step, first)),
      says: "You take at most one place from each row. Two strong answers may stand in the same row.",
    },
  ],
  check(answer, t) {
    const map = [
      [1, 8, 3],
      [0, 12, 2],
    ];
    t.equal(
      answer(map, 1, 4, 2, 0),
      [[2, 2, 5, 5]],
      "The strongest answer is 12, in row 1, column 1. It begins to see at 1 × 2 = 2, and sees 4 pixels: 2 to 5.",
    );
    t.equal(
      answer(map, 3, 3, 2, -1),
      [
        [1, 1, 3, 3],
        [-1, 1, 1, 3],
        [-1, 3, 1, 5],
      ],
      "The three strongest are 12, 8 and 3. Cell 0 begins to see at −1, in the padding.",
    );
    t.agrees(looks, "Strongest first; cell r begins to see at first + r × step.");
  },
});

type Classifier = (image: Rows) => number;
type Occlusion = (image: Rows, classify: Classifier, size: number) => Rows;

/** Classifiers that can be computed by hand, for pictures of any size. */
const byPlace: Classifier = (image) =>
  image.reduce((sum, row, r) => sum + row.reduce((all, v, c) => all + v * (3 * r + c * c + 1), 0), 0);
const brightest: Classifier = (image) => Math.max(...image.flat());
const leftMinusRight: Classifier = (image) => image.reduce((sum, row) => sum + 2 * row[0] - row[row.length - 1], 0);

const investigations = dependent(matrices({ rows: [1, 4], columns: [1, 5], values: integers(1, 9) }), (image) =>
  tuple<[Rows, Classifier, number]>(
    choiceOf(image) as Inputs<Rows>,
    choiceOf(byPlace, brightest, leftMinusRight),
    integers(1, Math.min(image.length, image[0].length)),
  ),
);

const count = (n: number) => Array.from({ length: Math.max(0, n) }, (_, i) => i);
const scan =
  (at: (image: Rows, classify: Classifier, r: number, c: number, size: number) => number): Occlusion =>
  (image, classify, size) =>
    count(image.length - size + 1).map((r) =>
      count(image[0].length - size + 1).map((c) => at(image, classify, r, c, size)),
    );

export const q4 = exercise<Occlusion>({
  id: "17.4",
  title: "An occlusion map for any classifier",
  hints: [
    "You wrote half of it in 17.1, and the loops of lesson 04: the square is moved like a kernel, in the mode valid.",
    "Ask `classify(image)` once. Then for each place of the square make a picture with 0 there, ask again, and store the first answer minus the second.",
    "Rows r from 0 to image.length − size, columns c alike; in the picture for (r, c) a pixel (i, j) is 0 if i ≥ r, i < r + size, j ≥ c and j < c + size. `drop = whole - classify(hidden)`.",
  ],
  solution: (image, classify, size) => {
    const whole = classify(image);
    const drops: number[][] = [];
    for (let r = 0; r + size <= image.length; r++) {
      const line: number[] = [];
      for (let c = 0; c + size <= image[0].length; c++) {
        const hidden = image.map((row, i) =>
          row.map((value, j) => (i >= r && i < r + size && j >= c && j < c + size ? 0 : value)),
        );
        line.push(whole - classify(hidden));
      }
      drops.push(line);
    }
    return drops;
  },
  mistakes: [
    {
      name: "answers instead of drops",
      answer: scan((image, classify, r, c, size) => classify(hiddenAt(image, r, c, size))),
      says: "You return what is left. Wanted is by how much the answer falls: whole minus hidden.",
    },
    {
      name: "wrong sign",
      answer: scan((image, classify, r, c, size) => classify(hiddenAt(image, r, c, size)) - classify(image)),
      says: "Your signs are the wrong way round. A drop is above 0 where the answer falls: whole minus hidden.",
    },
    {
      name: "absolute value",
      answer: scan((image, classify, r, c, size) => Math.abs(classify(image) - classify(hiddenAt(image, r, c, size)))),
      says: "You take the absolute value. Where hiding makes the answer rise, the drop is below 0. That is worth knowing: what lay there spoke against the class.",
    },
    {
      name: "cut off at 0",
      answer: scan((image, classify, r, c, size) =>
        Math.max(0, classify(image) - classify(hiddenAt(image, r, c, size))),
      ),
      says: "You set negative drops to 0. Leave them: what lay there spoke against the class.",
    },
    {
      name: "squares add up",
      answer: (image, classify, size) => {
        const whole = classify(image);
        let hidden = image;
        return scan((_, ask, r, c) => {
          hidden = hiddenAt(hidden, r, c, size);
          return whole - ask(hidden);
        })(image, classify, size);
      },
      says: "Your squares stay where they were: at the end everything is black. Begin from the untouched picture at every place.",
    },
    {
      name: "last row and column missing",
      answer: (image, classify, size) =>
        count(image.length - size).map((r) =>
          count(image[0].length - size).map((c) => classify(image) - classify(hiddenAt(image, r, c, size))),
        ),
      says: "The last row and column of places are missing. The square fits while r + size is at most the height: size of the map as in mode valid, height − size + 1.",
    },
    {
      name: "over the edge",
      answer: (image, classify, size) =>
        each(image, (_, r, c) => classify(image) - classify(hiddenAt(image, r, c, size))),
      says: "Your square goes over the edge on the right and below. Here only whole squares count: the map is height − size + 1 by width − size + 1.",
    },
    {
      name: "hidden with grey",
      answer: scan((image, classify, r, c, size) => {
        const black = hiddenAt(image, r, c, size);
        const inside = (i: number, j: number) => within(i, r, size) && within(j, c, size);
        return classify(image) - classify(each(black, (value, i, j) => (inside(i, j) ? 128 : value)));
      }),
      says: "Your square is grey. Here it is black, 0. In a dark picture a grey square is something new, and the answer to it may rise.",
    },
    {
      name: "share instead of difference",
      answer: scan((image, classify, r, c, size) => 1 - classify(hiddenAt(image, r, c, size)) / classify(image)),
      says: "You divide by the whole answer. Wanted is the difference: whole minus hidden.",
    },
    {
      name: "one pixel only",
      answer: scan((image, classify, r, c) => classify(image) - classify(hiddenAt(image, r, c, 1))),
      says: "You hide one pixel. The square has `size` rows and columns.",
    },
    {
      name: "steps of size",
      answer: (image, classify, size) =>
        count(Math.floor(image.length / size)).map((r) =>
          count(Math.floor(image[0].length / size)).map(
            (c) => classify(image) - classify(hiddenAt(image, r * size, c * size, size)),
          ),
        ),
      says: "You move the square by its whole size. It goes on by one pixel at a time, so places overlap.",
    },
    {
      name: "swapped",
      answer: (image, classify, size) => {
        const map = scan((picture, ask, r, c) => ask(picture) - ask(hiddenAt(picture, r, c, size)))(
          image,
          classify,
          size,
        );
        return map[0].map((_, c) => map.map((row) => row[c]));
      },
      says: "Rows and columns are swapped: `map[r][c]` belongs to the square whose first row is r.",
    },
    {
      name: "only the square is shown",
      answer: scan((image, classify, r, c, size) => {
        const rest = hiddenAt(image, r, c, size);
        return classify(image) - classify(each(image, (value, i, j) => value - rest[i][j]));
      }),
      says: "You hide all but the square. It is the square that is hidden.",
    },
    {
      name: "cut out",
      answer: scan(
        (image, classify, r, c, size) =>
          classify(image) - classify(image.slice(r, r + size).map((row) => row.slice(c, c + size))),
      ),
      says: "You hand only a piece to the classifier. It needs a picture of the full size, with black in one place.",
    },
    {
      name: "writes into the picture",
      answer: (image, classify, size) =>
        scan((picture, ask, r, c) => {
          const whole = ask(picture);
          for (let i = r; i < r + size; i++) picture[i].fill(0, c, c + size);
          return whole - ask(picture);
        })(image, classify, size),
      says: "You write into `image`: the next square comes on top, and whoever handed it over finds it changed. Make a new picture for each place.",
    },
  ],
  check(answer, t) {
    const copy = tinyPicture.map((row) => [...row]);
    const map = answer(tinyPicture, tinyScore, 2);
    t.equal(tinyPicture, copy, "The picture that comes in must stay as it is.");
    t.equal(
      map,
      [
        [34, 49, 15],
        [30, 43, 13],
      ],
      "With the square over rows 0 and 1, columns 0 and 1, 1 × 4 and 5 × 6 are lost: 34.",
    );
    t.equal(
      answer([[3, 1, 2]], leftMinusRight, 1),
      [[6, 0, -2]],
      "Hiding the last pixel makes this answer rise: its drop is below 0.",
    );
    t.equal(
      answer(
        [
          [5, 9],
          [1, 2],
        ],
        brightest,
        2,
      ),
      [[9]],
      "A square as large as the picture has one place.",
    );
    t.agrees(investigations, "At each place: the answer to the whole picture minus the answer with the square.");
  },
});

/** A picture, slopes of the loss and a size of step. */
const attacks = dependent(tuple<[number, number]>(integers(1, 3), integers(1, 4)), (shape) =>
  tuple<[Rows, Rows, number]>(
    nestedArrays(shape, integers(0, 255)) as Inputs<Rows>,
    nestedArrays(shape, numbers(-1, 1)) as Inputs<Rows>,
    integers(1, 40),
  ),
);

const clip = (value: number) => Math.min(255, Math.max(0, value));
type Step = (image: Rows, slopes: Rows, size: number) => Rows;
const stepped =
  (by: (value: number, slope: number, size: number) => number): Step =>
  (image, slopes, size) =>
    each(image, (value, r, c) => by(value, slopes[r][c], size));

export const q5 = exercise<Step>({
  id: "17.5",
  title: "A step that raises the loss",
  hints: [
    "Each pixel moves by `size`, up or down. `Math.sign(slope)` is 1, 0 or −1.",
    "The loss shall rise. So a pixel goes the way of its slope: up where the slope is above 0.",
    "For a pixel: `Math.min(255, Math.max(0, value + size * Math.sign(slopes[r][c])))`",
  ],
  solution: (image, slopes, size) => {
    return image.map((row, r) =>
      row.map((value, c) => {
        const moved = value + size * Math.sign(slopes[r][c]);
        return Math.min(255, Math.max(0, moved));
      }),
    );
  },
  mistakes: [
    {
      name: "down the slope",
      answer: stepped((v, slope, size) => clip(v - size * Math.sign(slope))),
      says: "You go down the slope. That is learning: it makes the loss smaller. To fool the network the loss must rise: plus.",
    },
    {
      name: "slope itself",
      answer: stepped((v, slope, size) => clip(v + size * slope)),
      says: "You move by `size` times the slope. Then pixels with a small slope hardly move. Here each one moves by the whole `size`; of the slope only the sign counts.",
    },
    {
      name: "no clipping",
      answer: stepped((v, slope, size) => v + size * Math.sign(slope)),
      says: "Some of your pixels lie below 0 or above 255. That is no picture any more; cut them off at 0 and 255.",
    },
    {
      name: "clipped below only",
      answer: stepped((v, slope, size) => Math.max(0, v + size * Math.sign(slope))),
      says: "You cut off below 0, but not above 255.",
    },
    {
      name: "clipped above only",
      answer: stepped((v, slope, size) => Math.min(255, v + size * Math.sign(slope))),
      says: "You cut off above 255, but not below 0.",
    },
    {
      name: "clipped to 1",
      answer: stepped((v, slope, size) => Math.min(1, Math.max(0, v + size * Math.sign(slope)))),
      says: "You cut off at 1. The pixels here go from 0 to 255; the network divides by 255 itself.",
    },
    {
      name: "zero counts as up",
      answer: stepped((v, slope, size) => clip(v + (slope >= 0 ? size : -size))),
      says: "A pixel whose slope is 0 moves in your answer. It has no influence here, so leave it: `Math.sign(0)` is 0.",
    },
    {
      name: "zero counts as down",
      answer: stepped((v, slope, size) => clip(v + (slope > 0 ? size : -size))),
      says: "A pixel whose slope is 0 moves down in your answer. It has no influence here, so leave it: `Math.sign(0)` is 0.",
    },
    {
      name: "only the sign",
      answer: stepped((v, slope) => clip(v + Math.sign(slope))),
      says: "You move each pixel by 1. It moves by `size`.",
    },
    {
      name: "only up",
      answer: stepped((v, slope, size) => clip(v + (slope > 0 ? size : 0))),
      says: "Pixels with a slope below 0 stay in your answer. They go down: that raises the loss, too.",
    },
    {
      name: "absolute slope",
      answer: stepped((v, slope, size) => clip(v + size * Math.sign(Math.abs(slope)))),
      says: "You raise every pixel that matters. Which way it goes depends on the sign of its slope.",
    },
    {
      name: "wrap around",
      answer: stepped((v, slope, size) => (v + size * Math.sign(slope) + 256) % 256),
      says: "Pixels beyond the end begin again at the other end in your answer. White would become black. Cut off instead.",
    },
    {
      name: "writes into the picture",
      answer: (image, slopes, size) => {
        image.forEach((row, r) => {
          row.forEach((v, c) => {
            row[c] = clip(v + size * Math.sign(slopes[r][c]));
          });
        });
        return image;
      },
      says: "You write into `image` itself. Return a new picture, or the next trial begins from a changed one.",
    },
  ],
  check(answer, t) {
    const image = [
      [100, 250, 3],
      [40, 60, 200],
    ];
    const slopes = [
      [0.5, 2, -0.1],
      [-3, 0, 0.01],
    ];
    const copy = image.map((row) => [...row]);
    const moved = answer(image, slopes, 10);
    t.equal(image, copy, "The picture that comes in must stay as it is.");
    t.equal(
      moved,
      [
        [110, 255, 0],
        [30, 60, 210],
      ],
      "Each pixel goes 10 the way of its slope; 250 and 3 meet the end; the pixel with slope 0 stays.",
    );
    t.equal(answer([[0, 255]], [[-1, 1]], 7), [[0, 255]], "Black cannot become darker, nor white lighter.");
    t.agrees(attacks, "Plus `size` times the sign of the slope, cut off at 0 and 255.");
  },
});
