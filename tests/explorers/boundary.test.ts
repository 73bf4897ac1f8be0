import { boundaryExplorer } from "cnn-workbook/explorers";
import { describe, expect, it } from "vitest";
import {
  biasShown,
  changeUnit,
  choose,
  moved,
  turned,
  withBias,
  withOutputBias,
  withUnits,
} from "../../lib/explorers/boundary/changes.js";
import { aboveZero, zeroLines } from "../../lib/explorers/boundary/contour.js";
import { answerTo, presetNames, startOf } from "../../lib/explorers/boundary/presets.js";
import { drawScene } from "../../lib/explorers/boundary/scene.js";
import { biasOf, outputsAt, rightAt, type Unit } from "../../lib/explorers/boundary/state.js";
import {
  announcement,
  faults,
  finding,
  outputEquation,
  score,
  unitEquation,
} from "../../lib/explorers/boundary/words.js";

const right: Unit = { x: 1, y: 3, angle: 0, weight: -1 };
const state = { preset: "one line", points: [], units: [right], bias: 0.5, at: 0 };

describe("a unit", () => {
  it("is 0 on its line and grows towards its on-side", () => {
    expect(biasOf(right)).toBe(-1);
    expect(
      outputsAt(state, [
        [1, 0],
        [1, -4],
        [3, 0],
        [-5, 0],
      ]),
    ).toEqual([0.5, 0.5, -1.5, 0.5]);
  });

  it("keeps the point by which it is held when it is turned", () => {
    const up = turned(right, 90);
    expect([up.x, up.y]).toEqual([1, 3]);
    expect(biasOf(up)).toBeCloseTo(-3, 12);
    expect(turned(right, -90).angle).toBe(270);
    expect(turned(right, 359.7).angle).toBe(0);
  });

  it("takes a bias, and stays in the plane when it is dragged out", () => {
    expect(biasShown(withBias({ ...right, angle: 37 }, 2.3))).toBe(2.3);
    expect(moved(right, 99, -99)).toMatchObject({ x: 4.5, y: -4.5, angle: 0 });
  });
});

describe("changes of the state", () => {
  it("concern the chosen unit and leave the old state as it was", () => {
    const two = withUnits(state, 2);
    expect(two.at).toBe(1);
    const changed = changeUnit(two, (unit) => turned(unit, 10));
    expect(changed.units.map(({ angle }) => angle)).toEqual([0, 10]);
    expect(two.units[1].angle).not.toBe(10);
    expect(choose(two, 7).at).toBe(1);
  });

  it("keep 1 to 8 units and a choice among them", () => {
    expect(withUnits(state, 0).units).toHaveLength(1);
    expect(withUnits(state, 9).units).toHaveLength(8);
    expect(withUnits(withUnits(state, 5), 2).at).toBe(1);
    expect(withOutputBias(state, 7).bias).toBe(2);
  });
});

describe.each(presetNames)("the points “%s”", (name) => {
  const start = startOf(name);

  it("are 20 of each kind, all right for the answer, and not for the start", () => {
    expect(start.points.filter(({ yes }) => yes)).toHaveLength(20);
    expect(start.points).toHaveLength(40);
    expect(rightAt(start)).toContain(false);
    expect(rightAt(answerTo(start))).not.toContain(false);
    expect(startOf(name)).toEqual(start);
  });

  it("need what they are named after: no point stands on another", () => {
    const places = new Set(start.points.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(40);
  });
});

describe("zeroLines(values)", () => {
  it("finds a level line between two rows, in proportion", () => {
    expect(
      zeroLines([
        [1, 1],
        [-3, -3],
      ]),
    ).toEqual([[1, 0.25, 0, 0.25]]);
  });

  it("is empty where nothing changes its sign, also at exactly 0", () => {
    expect(
      zeroLines([
        [0, 0],
        [-1, 0],
      ]),
    ).toEqual([]);
  });

  it("cuts both corners of a saddle", () => {
    expect(
      zeroLines([
        [1, -1],
        [-1, 1],
      ]),
    ).toHaveLength(2);
  });
});

describe("aboveZero(row)", () => {
  it("gives stretches with estimated ends", () => {
    expect(aboveZero([1, -1, -1, 3, 1, -1])).toEqual([
      [0, 0.5],
      [2.25, 4.5],
    ]);
    expect(aboveZero([-1, 0])).toEqual([]);
    expect(aboveZero([1, 2])).toEqual([[0, 1]]);
  });
});

describe("the picture", () => {
  const count = (text: string, part: string) => text.split(part).length - 1;

  it("crosses out what is wrong, and nothing in the answer", () => {
    const start = startOf("triangle");
    const wrong = rightAt(start).filter((ok) => !ok).length;
    expect(count(drawScene(start, 500).content, "cw-wrong")).toBe(2 * wrong);
    expect(drawScene(answerTo(start), 500).content).not.toContain("cw-wrong");
  });

  it.each([260, 400, 900])("fits %i pixels, and finds places again", (room) => {
    const scene = drawScene(startOf("ring"), room);
    expect(scene.width).toBeLessThanOrEqual(room);
    const [x, y] = scene.toPlane(...scene.toPixels(-2, 3));
    expect(x).toBeCloseTo(-2, 9);
    expect(y).toBeCloseTo(3, 9);
    expect(scene.content).not.toContain("NaN");
  });
});

describe("the words", () => {
  it("write the network as one would", () => {
    const slanted = withBias({ ...right, angle: 315, weight: 2 }, 1.25);
    expect(unitEquation(slanted, 3)).toBe("unit 3 = max(0, 0.71 x − 0.71 y + 1.25)");
    expect(outputEquation({ ...state, units: [right, slanted], bias: -0.25 })).toBe(
      "output = −0.25 − unit 0 + 2 unit 1",
    );
  });

  it("count what is right and name what is wrong", () => {
    const points = [
      { x: 0, y: 0, yes: true },
      { x: 4, y: 0, yes: true },
      { x: -1, y: 0, yes: false },
    ];
    const three = { ...state, points };
    expect(score(three)).toBe("1 of 3 points are right.");
    expect(faults(three)).toBe("Wrong: 1 disc in the no-region, 1 square in the yes-region.");
    expect(announcement(three)).toBe(`Unit 0: direction 0 degrees, bias −1. ${score(three)} ${faults(three)}`);
    expect(finding(three)).toContain("one unit with ReLU: yes where output = 0.5 − unit 0 is above 0");
    expect(faults({ ...three, points: points.slice(0, 1) })).toBe("Yes for all discs, no for all squares.");
  });
});

describe("boundaryExplorer(options)", () => {
  it("carries its settings, a picture and words", () => {
    const explorer = boundaryExplorer({ preset: "corner", title: "T" });
    expect(explorer).toMatchObject({ explorer: "boundary", settings: { preset: "corner", title: "T" } });
    expect(explorer.alt).toContain("2 units with ReLU");
    expect(explorer.html).toContain("to drag the lines.");
    expect(boundaryExplorer({ alt: "Mine." }).alt).toBe("Mine.");
  });

  it("says what is wrong", () => {
    expect(() => boundaryExplorer({ preset: "star" })).toThrow("`preset`");
  });
});
