import {
  biasShown,
  changeUnit,
  choose,
  turned,
  withBias,
  withOutputBias,
  withUnits,
  withWeight,
} from "../boundary/changes.js";
import { answerTo, presetNames, startOf } from "../boundary/presets.js";
import { type BoundarySettings, type BoundaryState, HOLD, MOST_UNITS, type Unit } from "../boundary/state.js";
import { announcement, faults, finding, outputEquation, score, unitEquation } from "../boundary/words.js";
import { createBoundaryPicture } from "./boundaryPicture.js";
import { createButton } from "./button.js";
import { createChipGroup } from "./chipGroup.js";
import { element } from "./element.js";
import { createRangeField } from "./rangeField.js";
import { type ExplorerActions, type ExplorerParts, type MountedExplorer, runExplorer } from "./runExplorer.js";

type Actions = ExplorerActions<BoundaryState>;

const HINT =
  "Drag a line by its diamond, turn it by its number. The number is on the side where the unit is on. " +
  "Or choose a unit and use the sliders: arrow keys move them.";

/** Runs the explorer of boundaries in `box`. */
export function mountBoundary(box: HTMLElement, settings: BoundarySettings, alt: string): MountedExplorer {
  const start = startOf(settings.preset);
  const kind = {
    outputCount: (state: BoundaryState) => state.units.length,
    moveTo: choose,
    announcement,
    build,
  };
  return runExplorer(box, start, kind, { title: settings.title, alt: alt || finding(start) });
}

function build(actions: Actions): ExplorerParts<BoundaryState> {
  const tasks = taskControls(actions);
  const controls = unitControls(actions);
  const picture = createBoundaryPicture({
    change: (index, next) => actions.change((state) => changeUnit(choose(state, index), next)),
    grabbed: () => controls.first.focus({ preventScroll: true }),
  });
  const equation = element("p", { class: "cw-equation" });
  const result = element("p", { class: "cw-words cw-region" });
  const show = (state: BoundaryState) => {
    tasks.show(state);
    controls.show(state);
    picture.show(state);
    result.replaceChildren(element("b", {}, score(state)), ` ${faults(state)}`);
    const chosen = element("span", { class: "cw-of-output" }, unitEquation(state.units[state.at], state.at));
    equation.replaceChildren(chosen, element("br"), `${outputEquation(state)}; yes where it is above 0`);
  };
  const hint = element("p", { class: "cw-hint" }, HINT);
  return {
    nodes: [tasks.node, picture.node, result, controls.node, equation, hint],
    show,
    showPlaying: () => {},
    resize: picture.show,
  };
}

/** Which points there are, and one answer. */
function taskControls(actions: Actions) {
  const chips = createChipGroup("points to separate", (index) => actions.change(() => startOf(presetNames[index])));
  const answer = createButton("one answer", () => actions.change(answerTo));
  const node = element("div", { class: "cw-row cw-tasks" }, element("span", {}, "points"), chips.node, answer);
  return { node, show: (state: BoundaryState) => chips.show(presetNames, presetNames.indexOf(state.preset)) };
}

/** How many units there are, which is chosen, and its numbers. */
function unitControls(actions: Actions) {
  const change = (next: (unit: Unit) => Unit) => actions.change((state) => changeUnit(state, next));
  const chips = createChipGroup("unit", (index) => actions.go(index));
  const add = (count: number) => () => actions.change((s) => withUnits(s, s.units.length + count));
  const fewer = createButton("−", add(-1), "one unit fewer");
  const more = createButton("+", add(1), "one unit more");
  const direction = createRangeField("direction (degrees)", { min: 0, max: 359, step: 1 }, (value) =>
    change((unit) => turned(unit, value)),
  );
  const bias = createRangeField("bias of the unit", { min: -HOLD, max: HOLD, step: 0.1 }, (value) =>
    change((unit) => withBias(unit, value)),
  );
  const weight = createRangeField("its weight in the output", { min: -2, max: 2, step: 0.25 }, (value) =>
    change((unit) => withWeight(unit, value)),
  );
  const output = createRangeField("bias of the output", { min: -2, max: 2, step: 0.05 }, (value) =>
    actions.change((state) => withOutputBias(state, value)),
  );
  const choice = element("div", { class: "cw-row" }, element("span", {}, "unit"), chips.node, fewer, more);
  const fields = [direction, bias, weight, output].map(({ node }) => node);
  const show = (state: BoundaryState) => {
    const unit = state.units[state.at];
    chips.show(
      state.units.map((_, i) => String(i)),
      state.at,
    );
    fewer.disabled = state.units.length === 1;
    more.disabled = state.units.length === MOST_UNITS;
    direction.show(unit.angle);
    bias.show(biasShown(unit));
    weight.show(unit.weight);
    output.show(state.bias);
  };
  return {
    node: element("div", { class: "cw-kernel-part cw-units" }, choice, ...fields),
    show,
    first: direction.slider,
  };
}
